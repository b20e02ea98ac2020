/** Relapses, revisits that were missed, and another household for the helper. */
export const revisitTerms = {
  relapseGround: { "income-below-line": "收入低于监测线", "cause-returned": "致贫原因重现" },
  povertyCause: {
    illness: "因病",
    disability: "因残",
    disaster: "因灾",
    schooling: "因学",
    "no-labour": "缺劳力",
    "no-skills": "缺技术",
    "no-funds": "缺资金",
    other: "其他",
  },
  dismissalReason: {
    "not-below-line": "收入未低于监测线",
    "help-arrived": "困难已解决",
    "reported-by-mistake": "报告有误",
    "income-corrected": "所据收入已更正",
  },
  revisitGapReason: {
    "made-up-later": "事后已补访",
    "household-away": "全家外出",
    disaster: "灾害或疫情",
    "helper-changing": "责任人交接期间",
    "made-by-others": "由他人代访、未登记",
  },
  noOfferReason: {
    "none-left": "没有待帮扶户",
    "helper-declines": "责任人不能再结对",
    "helper-leaves": "责任人将调离",
  },
};
