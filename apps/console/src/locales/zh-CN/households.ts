/** A helper's own households on the telephone. */
export const households = {
  title: "我的农户",
  count_other: "共 {{count}} 户",
  search: "按姓名找",
  begun: "有一次走访填了一半，还没有记录。",
  begunOf: "有一次走访（{{day}}）填了一半，还没有记录。",
  goOn: "接着填写",
  discard: "不要了",
  emptyTitle: "还没有您负责的农户",
  emptyText: "结对办为您登记结对后，农户会出现在这里。",
};
