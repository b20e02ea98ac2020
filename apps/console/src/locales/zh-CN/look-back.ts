export const lookBack = {
  title: "按日回看",
  open: "按日回看",
  recordBefore: "上一个有记录的日子",
  recordAfter: "下一个有记录的日子",
};
