import type { RosterColumn, RosterPart, RosterReasonCode, RosterRefusal } from "@jiedui/domain";
import type { RosterLanguage } from "./roster";

/**
 * The words of a roster's workbook. They stand here and not in the console because the workbook with the failed rows is
 * written by the api, and must say of a row what the screen says of it; the console takes them from here as well.
 */
export const ROSTER_HEADINGS: Readonly<Record<RosterLanguage, Readonly<Record<RosterColumn, string>>>> = {
  "zh-CN": {
    "unit-name": "所在单位",
    "unit-kind": "单位类别",
    "helper-name": "干部姓名",
    rank: "职级",
    "helper-phone": "干部电话",
    "household-name": "户主姓名",
    "resident-id": "户主身份证号",
    "subject-kind": "户类别",
    township: "乡镇",
    village: "行政村",
    address: "家庭住址",
    "household-phone": "户主电话",
    "helper-part": "帮扶角色",
    "signed-on": "签约日期",
    "last-visit-on": "最近走访日期",
    stage: "阶段",
    "lifted-out-on": "脱贫日期",
  },
  en: {
    "unit-name": "Unit",
    "unit-kind": "Kind of unit",
    "helper-name": "Helper",
    rank: "Rank",
    "helper-phone": "Helper's phone",
    "household-name": "Head of household",
    "resident-id": "Resident ID of head",
    "subject-kind": "Kind of household",
    township: "Township",
    village: "Village",
    address: "Address",
    "household-phone": "Household's phone",
    "helper-part": "Helper's part",
    "signed-on": "Signed on",
    "last-visit-on": "Last visit on",
    stage: "Stage",
    "lifted-out-on": "Lifted out on",
  },
};

export const ROSTER_PART_NAMES: Readonly<Record<RosterLanguage, Readonly<Record<RosterPart, string>>>> = {
  "zh-CN": {
    unit: "单位",
    helper: "帮扶干部",
    household: "帮扶户",
    pair: "结对关系",
    "co-helper": "协同帮扶人",
  },
  en: { unit: "Units", helper: "Helpers", household: "Households", pair: "Pairs", "co-helper": "Co-helpers" },
};

/** Of the column in which the reason stands, and of the workbook's own sheets. */
export const ROSTER_WORKBOOK_WORDS = {
  "zh-CN": {
    reason: "未导入原因",
    line: "原行号",
    separator: "；",
    howTo: "填写说明",
    sheet: "工作表",
    column: "列",
    need: "是否必填",
    required: "必填",
    optional: "选填",
    example: "样例",
    words: "可填写的内容",
  },
  en: {
    reason: "Why it was not taken over",
    line: "Original line",
    separator: " ",
    howTo: "How to fill in",
    sheet: "Sheet",
    column: "Column",
    need: "Needed",
    required: "yes",
    optional: "no",
    example: "Example",
    words: "What may be filled in",
  },
} as const satisfies Record<RosterLanguage, Record<string, string>>;

/** A sentence for each reason; `{column}` is the column's heading. */
const SENTENCES: Readonly<
  Record<RosterLanguage, Readonly<Record<RosterRefusal["code"] | OpeningReason, string>>>
> = {
  "zh-CN": {
    CELL_EMPTY: "“{column}”没有填写。",
    CELL_TOO_LONG: "“{column}”太长，最多 {most} 个字。",
    CELL_NOT_TEXT: "“{column}”里有不能保存的字符，请重新输入。",
    FORMULA_WITHOUT_RESULT: "“{column}”是公式，但没有算出结果；请改成填写的内容。",
    DIGITS_LOST:
      "“{column}”被表格变成了数字（如 1.23E+17），末尾几位已经丢失，无法恢复；请把单元格设为文本后照证件重新输入。",
    ID_LENGTH_WRONG: "“{column}”应为 18 位，现为 {length} 位。",
    ID_PROVINCE_UNKNOWN: "“{column}”开头的地区码不存在，请核对证件。",
    ID_BIRTHDAY_WRONG: "“{column}”中的出生日期不存在，请核对证件。",
    ID_CHECK_DIGIT_WRONG: "“{column}”的校验位不对，至少有一位写错，请核对证件。",
    RANK_UNKNOWN: "“{column}”不认识；请填一般、科级、县级、副市级或无职级。",
    SUBJECT_KIND_UNKNOWN: "“{column}”不是本方案帮扶的类别。",
    UNIT_KIND_UNKNOWN: "“{column}”不认识，请从模板所列类别中选填。",
    HELPER_PART_UNKNOWN: "“{column}”不认识；请填责任人或协助人，不填即为责任人。",
    STAGE_NOT_TAKEN_OVER: "只导入帮扶中和已脱贫（回访中）的结对；“{column}”写的是别的阶段。",
    LIFTED_OUT_DAY_WITHOUT_STAGE: "填了“{column}”，阶段却不是已脱贫；请核对这两列。",
    TOWNSHIP_UNKNOWN: "本县没有这个乡镇，请核对“{column}”。",
    VILLAGE_UNKNOWN: "该乡镇没有这个村，请核对“{column}”。",
    VILLAGE_AMBIGUOUS: "该乡镇有 {count} 个同名的村（居），请在“{column}”写明村委会或居委会。",
    UNIT_UNKNOWN: "单位名录里没有这个单位，请核对“{column}”，或先在“单位”表中列出。",
    UNIT_AMBIGUOUS: "单位名录里有 {count} 个同名单位，无法判断“{column}”是哪一个。",
    DAY_UNREADABLE: "“{column}”不是一个存在的日期，请写成 2020-03-05 的样子。",
    UNIT_TWICE: "与第 {firstLine} 行是同一个单位。",
    HELPER_TWICE: "与第 {firstLine} 行是同一单位的同名干部。",
    HOUSEHOLD_TWICE: "与第 {firstLine} 行的身份证号相同。",
    HOUSEHOLD_PAIRED_TWICE: "该户在第 {firstLine} 行已经结对。",
    HELPER_AMBIGUOUS: "该单位有 {count} 名同名干部，无法判断“{column}”是哪一位。",
    HELPER_IN_NO_ROW: "干部表和登记簿里都没有该单位的这名干部，请核对“{column}”。",
    HELPER_ROW_FAILED: "干部表第 {line} 行未能导入，先改那一行。",
    HOUSEHOLD_IN_NO_ROW: "帮扶户表和登记簿里都没有这个身份证号，请核对“{column}”。",
    HOUSEHOLD_ROW_FAILED: "帮扶户表第 {line} 行未能导入，先改那一行。",
    LEAD_IN_NO_ROW: "表中没有该户责任人的一行，协助人无处可挂，请核对“{column}”。",
    LEAD_ROW_FAILED: "该户责任人所在的第 {line} 行未能导入，先改那一行。",
    CO_HELPER_TWICE: "与第 {firstLine} 行是同一户的同一名协助人。",
    MEMBER_OF_ANOTHER_HOUSEHOLD: "“{column}”已登记为另一户的家庭成员。",
    HELPER_OUT_OF_SERVICE: "该干部已于 {retiredOn} 离任。",
    HOUSEHOLD_PAIRED_OTHERWISE: "该户已由别的责任人结对；要换责任人请办理交接。",
    NOT_IN_SCOPE: "不在您管辖的区域内。",
    PROGRAMME_NOT_FOUND: "没有这个帮扶行动。",
    SIGNED_IN_FUTURE: "签约日期 {signedOn} 在今天之后。",
    SIGNED_BEFORE_POLICY: "签约日期 {signedOn} 早于方案施行日 {inForceFrom}。",
    SUBJECT_OUTSIDE_PROGRAMME: "该户不在本帮扶行动的区域内。",
    SUBJECT_AREA_TOO_WIDE: "住址须写到乡镇或村。",
    SUBJECT_KIND_NOT_IN_PROGRAMME: "本方案不帮扶这一类对象。",
    RANK_TOO_LOW: "干部职级低于帮扶这类对象的要求。",
    TOO_MANY_CO_HELPERS: "协同帮扶人太多，最多 {allowed} 名。",
    LEAD_HELPER_IS_CO_HELPER: "责任人不能同时是协同帮扶人。",
    TERM_NOT_OF_POLICY: "帮扶周期与方案不符。",
    HELPER_AT_CAPACITY: "该干部已帮扶 {held} 户，达到方案上限 {capacity} 户。",
    HELPER_NOT_IN_SERVICE: "该干部已离任。",
    SUBJECT_ALREADY_PAIRED: "该户在本帮扶行动中已有结对。",
    SUBJECT_NOT_IN_REGISTER: "登记簿里没有该户。",
    VISIT_IN_FUTURE: "最近走访日期 {happenedOn} 在今天之后。",
    VISIT_BEFORE_SIGNING: "最近走访日期 {happenedOn} 早于签约日期 {signedOn}。",
    LIFTED_OUT_IN_FUTURE: "脱贫日期 {liftedOutOn} 在今天之后。",
    LIFTED_OUT_BEFORE_SIGNING: "脱贫日期 {liftedOutOn} 早于签约日期 {signedOn}。",
    REVISITS_NOT_IN_PROGRAMME: "本方案没有规定脱贫后的回访，不能导入已脱贫的结对。",
    REVISITS_OVER_ALREADY: "按方案，回访期已于 {until} 届满，没有可继续的回访。",
    CO_HELPER_ALREADY: "该干部已是这户的协同帮扶人。",
    CO_HELPER_IS_SUCCESSOR: "该干部已被提议接任这户的责任人，请先办完交接。",
    CO_HELPER_DAY_IN_FUTURE: "开始协同帮扶的日期 {happenedOn} 在今天之后。",
    CO_HELPER_DAY_TOO_EARLY: "开始协同帮扶的日期 {happenedOn} 不能早于 {from}。",
    CASE_CLOSED: "该户的结对已经结案。",
  },
  en: {
    CELL_EMPTY: "“{column}” is empty.",
    CELL_TOO_LONG: "“{column}” is too long; at most {most} characters.",
    CELL_NOT_TEXT: "“{column}” has characters that cannot be kept; type it anew.",
    FORMULA_WITHOUT_RESULT: "“{column}” is a formula without a result; fill in what it should say.",
    DIGITS_LOST:
      "The spreadsheet has turned “{column}” into a number (as 1.23E+17); its last digits are lost for good. Make the cell a text and type the number anew.",
    ID_LENGTH_WRONG: "“{column}” should have 18 characters and has {length}.",
    ID_PROVINCE_UNKNOWN: "“{column}” begins with a region that does not exist; look at the identity card.",
    ID_BIRTHDAY_WRONG: "“{column}” holds a birthday that does not exist; look at the identity card.",
    ID_CHECK_DIGIT_WRONG:
      "The check digit of “{column}” is wrong, so at least one digit is; look at the identity card.",
    RANK_UNKNOWN: "“{column}” is not known; write general, section, county, vice-city or none.",
    SUBJECT_KIND_UNKNOWN: "“{column}” is no kind that this programme helps.",
    UNIT_KIND_UNKNOWN: "“{column}” is not known; choose one of the template's list.",
    HELPER_PART_UNKNOWN:
      "“{column}” is not known; write lead helper or co-helper, or nothing for a lead helper.",
    STAGE_NOT_TAKEN_OVER:
      "Only pairings in help or lifted out (under revisits) are taken over; “{column}” says otherwise.",
    LIFTED_OUT_DAY_WITHOUT_STAGE: "“{column}” is filled in, but the stage is not lifted out; look at both.",
    TOWNSHIP_UNKNOWN: "The county has no such township; look at “{column}”.",
    VILLAGE_UNKNOWN: "The township has no such village; look at “{column}”.",
    VILLAGE_AMBIGUOUS: "The township has {count} of that name; say in “{column}” which committee is meant.",
    UNIT_UNKNOWN:
      "There is no such unit in the register; look at “{column}”, or list it in the sheet of units.",
    UNIT_AMBIGUOUS: "The register has {count} units of that name; which one “{column}” means cannot be told.",
    DAY_UNREADABLE: "“{column}” is no day that exists; write it as 2020-03-05.",
    UNIT_TWICE: "The same unit as in line {firstLine}.",
    HELPER_TWICE: "The same name in the same unit as in line {firstLine}.",
    HOUSEHOLD_TWICE: "The same identity number as in line {firstLine}.",
    HOUSEHOLD_PAIRED_TWICE: "The household is paired in line {firstLine} already.",
    HELPER_AMBIGUOUS: "The unit has {count} helpers of that name; which one “{column}” means cannot be told.",
    HELPER_IN_NO_ROW:
      "Neither the workbook nor the register has such a helper in that unit; look at “{column}”.",
    HELPER_ROW_FAILED: "Line {line} of the helpers cannot be taken over; mend that one first.",
    HOUSEHOLD_IN_NO_ROW:
      "Neither the workbook nor the register has this identity number; look at “{column}”.",
    HOUSEHOLD_ROW_FAILED: "Line {line} of the households cannot be taken over; mend that one first.",
    LEAD_IN_NO_ROW: "The workbook has no row of this household's lead helper; look at “{column}”.",
    LEAD_ROW_FAILED:
      "Line {line}, of the household's lead helper, cannot be taken over; mend that one first.",
    CO_HELPER_TWICE: "The same co-helper of the same household as in line {firstLine}.",
    MEMBER_OF_ANOTHER_HOUSEHOLD: "“{column}” is registered as a member of another household.",
    HELPER_OUT_OF_SERVICE: "This helper left on {retiredOn}.",
    HOUSEHOLD_PAIRED_OTHERWISE: "The household has another helper already; a change of helper is a handover.",
    NOT_IN_SCOPE: "It lies outside the area that you answer for.",
    PROGRAMME_NOT_FOUND: "There is no such programme.",
    SIGNED_IN_FUTURE: "The day of signing, {signedOn}, lies ahead.",
    SIGNED_BEFORE_POLICY: "Signed on {signedOn}, before the policy came into force on {inForceFrom}.",
    SUBJECT_OUTSIDE_PROGRAMME: "The household lies outside the programme's area.",
    SUBJECT_AREA_TOO_WIDE: "Say the township or the village.",
    SUBJECT_KIND_NOT_IN_PROGRAMME: "The policy does not help this kind of subject.",
    RANK_TOO_LOW: "The helper's rank is below what this kind of subject needs.",
    TOO_MANY_CO_HELPERS: "Too many co-helpers; at most {allowed}.",
    LEAD_HELPER_IS_CO_HELPER: "The lead helper cannot be a co-helper as well.",
    TERM_NOT_OF_POLICY: "The term is not the policy's.",
    HELPER_AT_CAPACITY: "The helper has {held} households and may have {capacity}.",
    HELPER_NOT_IN_SERVICE: "The helper is out of service.",
    SUBJECT_ALREADY_PAIRED: "The household is paired in this programme already.",
    SUBJECT_NOT_IN_REGISTER: "The register has no such household.",
    VISIT_IN_FUTURE: "The last visit, {happenedOn}, lies ahead.",
    VISIT_BEFORE_SIGNING: "The last visit, {happenedOn}, lies before the signing on {signedOn}.",
    LIFTED_OUT_IN_FUTURE: "The day of lift-out, {liftedOutOn}, lies ahead.",
    LIFTED_OUT_BEFORE_SIGNING: "The day of lift-out, {liftedOutOn}, lies before the signing on {signedOn}.",
    REVISITS_NOT_IN_PROGRAMME:
      "The policy says nothing of revisits, so that a household that was lifted out cannot be taken over.",
    REVISITS_OVER_ALREADY: "By the policy the time of revisits ended on {until}; none is left to be made.",
    CO_HELPER_ALREADY: "This helper is a co-helper of the household already.",
    CO_HELPER_IS_SUCCESSOR:
      "This helper was proposed to take the household over; finish that handover first.",
    CO_HELPER_DAY_IN_FUTURE: "The first day of helping along, {happenedOn}, lies ahead.",
    CO_HELPER_DAY_TOO_EARLY: "The first day of helping along, {happenedOn}, may not lie before {from}.",
    CASE_CLOSED: "The household's pairing is closed.",
  },
};

/** What the rules of an opening, and of helping along, may say of a row. */
type OpeningReason = Extract<
  RosterReasonCode,
  | "PROGRAMME_NOT_FOUND"
  | "SIGNED_IN_FUTURE"
  | "SIGNED_BEFORE_POLICY"
  | "SUBJECT_OUTSIDE_PROGRAMME"
  | "SUBJECT_AREA_TOO_WIDE"
  | "SUBJECT_KIND_NOT_IN_PROGRAMME"
  | "RANK_TOO_LOW"
  | "TOO_MANY_CO_HELPERS"
  | "LEAD_HELPER_IS_CO_HELPER"
  | "TERM_NOT_OF_POLICY"
  | "HELPER_AT_CAPACITY"
  | "HELPER_NOT_IN_SERVICE"
  | "SUBJECT_ALREADY_PAIRED"
  | "SUBJECT_NOT_IN_REGISTER"
  | "VISIT_IN_FUTURE"
  | "VISIT_BEFORE_SIGNING"
  | "LIFTED_OUT_IN_FUTURE"
  | "LIFTED_OUT_BEFORE_SIGNING"
  | "REVISITS_NOT_IN_PROGRAMME"
  | "REVISITS_OVER_ALREADY"
  | "CO_HELPER_ALREADY"
  | "CO_HELPER_IS_SUCCESSOR"
  | "CO_HELPER_DAY_IN_FUTURE"
  | "CO_HELPER_DAY_TOO_EARLY"
  | "CASE_CLOSED"
>;

/**
 * Why a row cannot be taken over, as a sentence; a code that has none yet is told as it is.
 * @param heading the column's heading in the user's own layout; absent: the template's
 */
export function rosterReasonSentence(
  { code, facts }: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> },
  language: RosterLanguage,
  heading?: string,
): string {
  const sentences: Readonly<Record<string, string>> = SENTENCES[language];
  const headings: Readonly<Record<string, string>> = ROSTER_HEADINGS[language];
  const values: Readonly<Record<string, unknown>> = {
    ...facts,
    column: heading ?? headings[String(facts["column"])] ?? "",
  };
  return (sentences[code] ?? code).replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  });
}
