/** Lists about households and those who help along. */
export const householdTerms = {
  householdChange: {
    born: "出生",
    "married-in": "婚入",
    died: "去世",
    "married-out": "婚出",
    "new-head": "变更户主",
    split: "分户",
    moved: "迁居",
    voided: "更正误登",
  },
  coHelperEndReason: {
    transferred: "工作调动",
    retired: "退休",
    died: "去世",
    unable: "不能继续帮扶",
    "no-longer-needed": "不再需要",
  },
  newHouseholdOutcome: {
    paired: "已结对",
    "not-in-need": "不属帮扶范围",
    "moved-away": "已迁离",
  },
};
