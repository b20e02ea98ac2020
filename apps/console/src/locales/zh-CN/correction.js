"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.correctionTerms = exports.correction = void 0;
/** Correcting the past; closings with their proof, and taking a wrong one back. */
exports.correction = {
  requestText: "今天本人录入、别人还没有接着办的，申请后立即作废；其余须由另一人批准。原记录始终保留。",
  whichEntry: "哪一条记录",
  noEntry: "没有可更正的记录。",
  entry: "第 {{seq}} 条 · {{day}} · {{sentence}}",
  reason: "更正原因",
  approveText: "批准后这条记录不再计算：由它满足的期限重新起算，以它为依据的环节随之退回。",
  approveConfirm: "我已核对原记录和理由，批准更正",
  whichRequest: "哪一份申请",
  noRequest: "没有待审批的更正。",
  declineReason: "不予更正的原因",
  pending: "更正待审批",
  voided: "已作废",
  VoidRequested: "{{actor}}申请更正第 {{seq}} 条“{{entry}}”：{{reason}}",
  VoidDeclined: "{{actor}}不予更正第 {{seq}} 条“{{entry}}”：{{reason}}",
  EntryVoided: "{{actor}}批准更正，第 {{seq}} 条“{{entry}}”作废：{{reason}}",
  EntryTakenBack: "{{actor}}当天更正本人录入的第 {{seq}} 条“{{entry}}”：{{reason}}",
  LiftOutSetBack: "“{{step}}”的记录已更正，脱贫退出从“{{from}}”退回该环节重新办理",
  PairingReopened: "{{actor}}撤销结案，恢复帮扶：{{reason}}",
  uncovered: "因第 {{seq}} 条更正，从今天起算，仍注明原到期日{{due}}",
  proof: "证明材料",
  proofAsked: "这类结案须有其中一项：{{proofs}}。",
  evidenceAsked: "须附照片或扫描件至少 {{count}} 份。",
  noProof: "写明原因即可，不需证明材料。",
  decidedBy: "由{{office}}审批，申请人本人不能批准。",
  movedTo: "迁往何地",
  diedText: "户内还有其他成员的，一人去世不结案，请登记家庭变化。",
  reopenableUntil: "误结案可在{{day}}前撤销",
  reopenOver: "已过撤销期限（{{day}}）",
  reopenText: "撤销后本案从原来的环节继续：结案期间到期的，从今天起算，不算逾期；原责任人继续负责。",
  reopenReason: "撤销原因",
  successor: "接手人（原责任人不能继续时选）",
};
exports.correctionTerms = {
  closingReason: {
    died: "对象去世",
    "moved-away": "迁出本地",
    "found-ineligible": "查实不符合条件",
    "opened-by-mistake": "登记有误",
  },
  voidReason: {
    "wrong-household": "记错了户",
    "wrong-day": "记错了日期",
    "wrong-content": "内容有误",
    "entered-twice": "重复录入",
    "did-not-happen": "实际没有发生",
  },
  voidDeclineReason: {
    "entry-is-right": "记录无误",
    "proof-missing": "缺少证明材料",
    "no-longer-needed": "已不需更正",
  },
  closingProof: {
    "death-certificate": "死亡证明",
    "register-cancelled": "户口注销证明",
    "register-moved": "户口迁移证明",
    "village-statement": "村（居）委会证明",
    "investigation-report": "核查报告",
  },
  reopeningReason: {
    "closed-by-mistake": "误结案",
    "proof-was-wrong": "证明有误",
    "household-returned": "农户迁回",
  },
  rejectionReason: {
    "evidence-missing": "缺少证明材料",
    "reason-not-met": "理由不成立",
    "household-disagrees": "对象本人不同意",
  },
};
//# sourceMappingURL=correction.js.map
