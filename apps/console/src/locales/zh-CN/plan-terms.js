"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.planTerms = void 0;
/** The plan's and the measures' own terms, as the glossary has them. */
exports.planTerms = {
  planPart: {
    "income-scheme": "脱贫规划和增收方案",
    project: "一个可行项目",
    training: "掌握一两门技能",
    "policy-or-loan": "一项扶持政策或小额贷款",
    "living-conditions": "解决住房、饮水、道路难题",
  },
  planGround: {
    detached: "脱节",
    inflated: "浮夸",
    "box-ticking": "走过场",
    "relief-only": "只有救济",
    "parts-missing": "内容不全",
  },
  planCall: {
    signed: "签订结对",
    "taken-over": "纸质档案转入",
    "sent-back": "退回重报",
    "year-over": "计划满一年",
    "review-of-term": "续期复核要求调整",
    relapse: "返贫",
  },
  measureKind: {
    cash: "资金",
    "in-kind": "物资",
    grain: "粮食",
    clothing: "衣物",
    housing: "住房修建",
    medical: "看病就医",
    project: "发展项目",
    job: "就业",
    training: "技能培训",
    "school-fees": "减免学费",
    "policy-obtained": "落实政策",
  },
  measureUnit: {
    item: "件",
    kilogram: "公斤",
    piece: "件",
    room: "间",
    person: "人",
    project: "个",
    policy: "项",
  },
  projectStage: {
    prepared: "筹备",
    started: "开工",
    producing: "投产",
    earning: "见效",
    "given-up": "中止",
  },
  correctionReason: {
    "wrong-number": "数量有误",
    "entered-twice": "重复登记",
    "wrong-household": "记错了户",
    "not-given": "实际未到位",
  },
  lineStanding: {
    done: "已完成",
    "under-way": "进行中",
    "not-begun": "未开始",
    late: "逾期未完成",
  },
};
//# sourceMappingURL=plan-terms.js.map
