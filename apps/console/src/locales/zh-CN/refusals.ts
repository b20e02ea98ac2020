import type { RefusalCode } from "@jiedui/domain";
import type { RequestProblemCode } from "@jiedui/http-contracts";

/** Every way in which a rule says no, as a sentence made of the facts, with the way out if there is one. */
export const refusals = {
  MOVE_NOT_IN_STAGE: "本结对现在是“{{stage}}”，不能{{move}}。此时可以：{{allowed}}。",
  ALREADY_OPEN: "这个结对已经登记过了。",
  CASE_CLOSED: "本结对{{closedOn}}，不能再办理。",
  CHANGED_SINCE: "您打开之后本案又有变化：{{changes}}。请看过最新情况再办。",
  PROGRAMME_NOT_FOUND: "没有找到帮扶行动“{{programmeId}}”。",
  SIGNED_IN_FUTURE: "签订日期{{signedOn}}晚于今天（{{today}}）。请填实际签订的日期。",
  SIGNED_BEFORE_POLICY: "签订日期{{signedOn}}早于方案施行之日（{{inForceFrom}}）。请填实际签订的日期。",
  SUBJECT_OUTSIDE_PROGRAMME: "该对象不在本帮扶行动的地域内，请选本地域的对象，或改选帮扶行动。",
  SUBJECT_AREA_TOO_WIDE: "该对象只登记到{{level}}，须登记到乡镇或村，才有人负责。请先更正台账。",
  SUBJECT_KIND_NOT_IN_PROGRAMME: "该帮扶行动不包括{{subjectKind}}。包括：{{allowed}}。",
  RANK_TOO_LOW: "{{subjectKind}}须由{{needed}}以上干部帮扶，所选责任人为{{rank}}。",
  TOO_MANY_CO_HELPERS: "协同帮扶人最多 {{allowed}} 位，已选 {{given}} 位。",
  LEAD_HELPER_IS_CO_HELPER: "帮扶责任人不能同时是协同帮扶人，请从协同帮扶人中去掉。",
  TERM_NOT_OF_POLICY: "帮扶周期按方案为 {{policyTermMonths}} 个月，不能填 {{termMonths}} 个月。",
  HELPER_AT_CAPACITY: "该责任人已结对 {{held}} 户，按方案最多 {{capacity}} 户。请另选一位。",
  HELPER_NOT_IN_SERVICE: "该责任人{{retiredOn}}，当时不在职。请另选一位。",
  SUBJECT_ALREADY_PAIRED: "该对象在本帮扶行动中已有结对，一户不能重复结对。",
  SUBJECT_NOT_IN_REGISTER: "台账里没有该帮扶对象，请先登记。",
  VISIT_IN_FUTURE: "走访日期{{happenedOn}}晚于今天（{{today}}），走访后再记录。",
  VISIT_BEFORE_SIGNING: "走访日期{{happenedOn}}早于签订日期{{signedOn}}，请核对。",
  VISIT_ALREADY_RECORDED: "这次走访已经记录过了。",
  VISITOR_NOT_OF_PAIRING: "所选走访人不是本结对的责任人或协同帮扶人。",
  FORM_VERSION_UNKNOWN: "走访表第 {{given}} 版不在用，现用第 {{present}} 版。请刷新页面后重填。",
  VISIT_NOT_FOUND: "本案没有这次走访。",
  VISIT_ALREADY_VOIDED: "这次走访已经作废。",
  CLOSING_NEEDS_ANOTHER_PERSON:
    "结案须由申请人以外的人批准，这份申请（第 {{requestedSeq}} 号记录）是您提出的。",
  CLOSING_IN_FUTURE: "事由发生日期{{happenedOn}}晚于今天（{{today}}）。",
  CLOSING_BEFORE_SIGNING: "事由发生日期{{happenedOn}}早于签订日期（{{signedOn}}）。",
  CONTENT_NOT_USABLE: "随附的文字已失效或不属于本案，请重新填写后再办。",
} satisfies Record<RefusalCode, string>;

/** What is wrong with a request itself. */
export const problems = {
  BAD_INPUT: "填写的内容有误{{fields}}。请改正后再试。",
  IDEMPOTENCY_KEY_MISSING: "请求缺少编号，请刷新页面后重试。",
  IDEMPOTENCY_KEY_REUSED: "同一编号下已记录过另一份内容。请核对经过，确需再办请重新填写。",
  NOT_SIGNED_IN: "登录已失效，请重新登录。已填写的内容仍保留。",
  SIGN_IN_FAILED: "账号或密码不对。",
  ACCOUNT_LOCKED: "多次输错密码，账号已锁定{{until}}。如非本人操作，请告诉管理员。",
  CSRF_TOKEN_WRONG: "页面已过期，请刷新后再试。已填写的内容仍保留。",
  NOT_ALLOWED: "您的角色不能办理这件事。",
  NOT_FOUND: "没有找到，或不在您的范围内。",
  NOT_RECORDED_YET: "{{asOf}}系统里还没有这项记录。",
  AS_OF_IN_FUTURE: "{{asOf}}还没有到，只能查看今天（{{today}}）及以前的情况。",
  TOO_MANY_REQUESTS: "操作过于频繁，请稍后再试。",
  PAYLOAD_TOO_LARGE: "内容过长，请删减后再试。",
  OUTCOME_UNKNOWN: "尚未确认是否记入，请用同一编号再次确认，不会重复记录。",
  REHEARSAL_UNAVAILABLE: "这台引擎不能快进时间，演练不可用。",
  ALREADY_RETIRED: "该责任人已登记于{{retiredOn}}离任，不能改登另一天。",
  SEAT_OUT_OF_REACH: "该账号的角色或辖区管不到这个职位的事项，请另选账号。",
  DUPLICATE_ENTRY: "{{what}}，请核对后再登记。",
  INTERNAL_FAULT: "系统出错，没有办成。请稍后重试；仍不行时告诉管理员。",
} satisfies Record<RequestProblemCode, string>;

export const outcomes = {
  API_AWAY: "暂时连不上服务器。",
  other: "没有办成（{{code}}）。请告诉管理员。",
  alreadyClosed: "已于{{day}}结案",
  alreadyClosedNoDay: "已经结案",
  retiredOn: "已于{{day}}离任",
  notInService: "不在任",
  fields: "：{{list}}",
  until: "，{{at}} 后可再试",
  stepOf: "第 {{seq}} 号（{{type}}）",
  duplicate: {
    one_person_one_household: "所填身份证号已登记在另一户，一人不能在两户",
    organisation_area_code_name_key: "该地点已有同名单位",
    account_login_key: "该账号已有人使用",
    other: "同样的记录已经存在",
  },
  nothingAllowed: "没有可办的事项",
  separator: "、",
};
