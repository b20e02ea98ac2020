import type { Refusal, RefusalCode } from "@jiedui/domain";
import type { RequestProblemCode } from "../api/types";
import type { ApiProblem } from "../api/problem";
import { monthName, shortDay, type Words } from "./dates";
import { yuan } from "./money";
import { PROBLEM_VALUES } from "./problem-values";
import { days, list, none, numbers, term, type Teller, type Values } from "./told-values";

type FactsOf<Code extends RefusalCode> = Extract<Refusal, { code: Code }>;
const kindAndAllowed = (
  { measureKind, allowed }: { measureKind: string; allowed: readonly string[] },
  { words }: Teller,
): Values => ({
  measureKind: term(words, "measureKind", measureKind),
  allowed: list(words, "measureKind", allowed),
});

const incomeAndLine = ({
  incomeYear,
  perHeadFen,
  lineFen,
}: {
  incomeYear: number;
  perHeadFen: number;
  lineFen: number;
}): Values => ({ incomeYear, perHead: yuan(perHeadFen), line: yuan(lineFen) });

const entryInWords = (
  { entrySeq, entryType }: { entrySeq: number; entryType: string },
  { words }: Teller,
): Values => ({ entrySeq, entry: term(words, "event", entryType) });

/** How each refusal's facts become the words of its sentence; a code that is not here does not compile. */
const VALUES_OF: { readonly [Code in RefusalCode]: (facts: FactsOf<Code>, teller: Teller) => Values } = {
  MOVE_NOT_IN_STAGE: ({ move, stage, allowed }, { words }) => ({
    move: term(words, "move", move),
    stage: term(words, "stage", stage),
    allowed: allowed.length > 0 ? list(words, "move", allowed) : words("outcomes.nothingAllowed"),
  }),
  ALREADY_OPEN: none,
  CASE_CLOSED: ({ closedOn }, { words, language }) => ({
    closedOn:
      closedOn === null
        ? words("outcomes.alreadyClosedNoDay")
        : words("outcomes.alreadyClosed", { day: shortDay(closedOn, language) }),
  }),
  CHANGED_SINCE: ({ changes }, { words }) => ({
    changes: changes
      .map(({ seq, type }) => words("outcomes.stepOf", { seq, type: term(words, "event", type) }))
      .join(words("outcomes.separator")),
  }),
  IDEMPOTENCY_KEY_REUSED: none,
  PROGRAMME_NOT_FOUND: ({ programmeId }) => ({ programmeId }),
  SIGNED_IN_FUTURE: days("signedOn", "today"),
  SIGNED_BEFORE_POLICY: days("signedOn", "inForceFrom"),
  SUBJECT_OUTSIDE_PROGRAMME: none,
  SUBJECT_AREA_TOO_WIDE: ({ level }, { words }) => ({ level: term(words, "areaLevel", level) }),
  SUBJECT_KIND_NOT_IN_PROGRAMME: ({ subjectKind, allowed }, { words }) => ({
    subjectKind: term(words, "subjectKind", subjectKind),
    allowed: list(words, "subjectKind", allowed),
  }),
  RANK_TOO_LOW: ({ rank, needed, subjectKind }, { words }) => ({
    rank: term(words, "rank", rank),
    needed: term(words, "rank", needed),
    subjectKind: term(words, "subjectKind", subjectKind),
  }),
  TOO_MANY_CO_HELPERS: numbers("given", "allowed"),
  LEAD_HELPER_IS_CO_HELPER: none,
  TERM_NOT_OF_POLICY: numbers("termMonths", "policyTermMonths"),
  HELPER_AT_CAPACITY: numbers("held", "capacity"),
  HELPER_NOT_IN_SERVICE: ({ retiredOn }, { words, language }) => ({
    retiredOn:
      retiredOn === null
        ? words("outcomes.notInService")
        : words("outcomes.retiredOn", { day: shortDay(retiredOn, language) }),
  }),
  SUBJECT_ALREADY_PAIRED: none,
  SUBJECT_NOT_IN_REGISTER: none,
  VISIT_IN_FUTURE: days("happenedOn", "today"),
  VISIT_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  LIFTED_OUT_IN_FUTURE: days("liftedOutOn", "today"),
  LIFTED_OUT_BEFORE_SIGNING: days("liftedOutOn", "signedOn"),
  REVISITS_NOT_IN_PROGRAMME: none,
  REVISITS_OVER_ALREADY: days("until", "today"),
  VISIT_ALREADY_RECORDED: none,
  VISITOR_NOT_OF_PAIRING: none,
  FORM_VERSION_UNKNOWN: numbers("given", "present"),
  VISIT_NOT_FOUND: none,
  VISIT_ALREADY_VOIDED: none,
  PLAN_NOT_IN_PROGRAMME: none,
  PLAN_UNDER_REVIEW: numbers("submittedSeq"),
  PLAN_PARTS_MISSING: ({ parts }, { words }) => ({ parts: list(words, "planPart", parts) }),
  PLAN_LINE_ALREADY_OVER: (facts, teller) => ({
    ...numbers("line")(facts),
    ...days("until", "today")(facts, teller),
  }),
  RELIEF_ALONE_IS_NO_PLAN: numbers("producing", "needed"),
  MEASURE_CANNOT_PRODUCE: kindAndAllowed,
  NO_PLAN_SUBMITTED: none,
  PLAN_NEEDS_ANOTHER_PERSON: numbers("submittedSeq"),
  PLAN_GROUND_NOT_IN_POLICY: ({ ground, allowed }, { words }) => ({
    ground: term(words, "planGround", ground),
    allowed: list(words, "planGround", allowed),
  }),
  PLAN_LINE_NOT_FOUND: numbers("line", "lines"),
  PLAN_LINE_OF_ANOTHER_KIND: ({ line, planned, measureKind }, { words }) => ({
    line,
    planned: term(words, "measureKind", planned),
    measureKind: term(words, "measureKind", measureKind),
  }),
  MEASURE_KIND_NOT_IN_POLICY: kindAndAllowed,
  MEASURE_AMOUNT_DOES_NOT_FIT: ({ measureKind, unit, money }, { words }) => ({
    measureKind: term(words, "measureKind", measureKind),
    asked: [
      unit === null
        ? words("outcomes.measureAsked.noUnit")
        : words("outcomes.measureAsked.unit", { unit: term(words, "measureUnit", unit) }),
      words(`outcomes.measureAsked.${money as "asked"}`),
    ].join(words("outcomes.separator")),
  }),
  MEASURE_IN_FUTURE: days("happenedOn", "today"),
  MEASURE_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  MEASURE_NOT_FOUND: ({ measureSeq, oldestSeq }, { words }) => ({
    measureSeq,
    oldest: oldestSeq === null ? "" : words("outcomes.oldestMeasure", { seq: oldestSeq }),
  }),
  MEASURE_UNCHANGED: none,
  PROJECT_NOT_FOUND: numbers("projectSeq"),
  PROJECT_STAGE_NOT_AHEAD: ({ present, projectStage }, { words }) => ({
    present: term(words, "projectStage", present),
    projectStage: term(words, "projectStage", projectStage),
  }),
  PROJECT_DAY_OUT_OF_RANGE: days("happenedOn", "from", "today"),
  LIFT_OUT_NOT_IN_PROGRAMME: none,
  LIFT_OUT_CRITERIA_NOT_MET: ({ criteria }, { words }) => ({
    criteria: list(words, "liftOutCriterion", criteria),
  }),
  INCOME_YEAR_IN_FUTURE: numbers("incomeYear", "running"),
  INCOME_NOT_RECORDED: numbers("incomeYear"),
  NO_LINE_FOR_INCOME_YEAR: numbers("incomeYear"),
  INCOME_IS_FORECAST: ({ incomeYear, recordedOn }, { language }) => ({
    incomeYear,
    recordedOn: shortDay(recordedOn, language),
  }),
  INCOME_NOT_OVER_LINE: incomeAndLine,
  LIFT_OUT_AT_ANOTHER_STEP: ({ step, present }, { words }) => ({
    step: term(words, "liftOutStep", step),
    present: term(words, "liftOutStep", present),
  }),
  LIFT_OUT_NEEDS_ANOTHER_PERSON: ({ proposedSeq, hadPart }, { words }) => ({
    proposedSeq,
    hadPart: words(`outcomes.hadPart.${hadPart}`),
  }),
  STEP_DAY_OUT_OF_RANGE: ({ step, ...facts }, teller) => ({
    step: term(teller.words, "liftOutStep", step),
    ...days("happenedOn", "from", "today")(facts, teller),
  }),
  MORE_PRESENT_THAN_ENTITLED: numbers("present", "entitled"),
  MORE_VOTES_THAN_PRESENT: numbers("votes", "present"),
  NO_QUORUM: numbers("present", "needed"),
  NOTICE_HANGS_ALREADY: none,
  ANOTHER_NOTICE_HANGS: none,
  NO_NOTICE_HANGS: none,
  NOTICE_TOO_SHORT: days("from", "until", "neededUntil"),
  NOTICE_STILL_HANGS: days("until", "today"),
  NOTICE_PROOF_MISSING: none,
  NOTICE_LISTS_NOBODY: none,
  NOTICE_UNDER_WAY: none,
  NOTICE_IN_ANOTHER_STATE: ({ state, allowed }, { words }) => ({
    state: term(words, "noticeState", state),
    allowed: list(words, "noticeState", allowed),
  }),
  AREA_OF_ANOTHER_LEVEL: ({ allowed }, { words }) => ({ allowed: list(words, "areaLevel", allowed) }),
  NOT_ON_NOTICE: none,
  NOT_TO_BE_LISTED: ({ caseIds }) => ({ count: caseIds.length }),
  NOBODY_TO_DRAW: none,
  OBJECTION_OUTSIDE_NOTICE: days("happenedOn", "from", "until"),
  OBJECTION_RAISED_ALREADY: none,
  OBJECTION_NOT_FOUND: none,
  OBJECTION_ANSWERED_ALREADY: none,
  OBJECTION_OPEN: ({ objectionIds }) => ({ count: objectionIds.length }),
  CHECK_DRAWN_ALREADY: none,
  CHECK_NOT_DRAWN: none,
  CHECKS_OF_DRAW_AWAITED: numbers("awaited"),
  RELAPSE_REPORTED_ALREADY: numbers("reportedSeq"),
  NO_RELAPSE_REPORTED: none,
  RELAPSE_NEEDS_ANOTHER_PERSON: numbers("reportedSeq"),
  INCOME_NOT_BELOW_LINE: incomeAndLine,
  RELAPSE_NOT_REPORTED: incomeAndLine,
  HOUSEHOLD_OFFERED_ALREADY: none,
  REVISITS_NOT_OVER: ({ until }, { words, language }) => ({
    until: until === null ? "" : words("outcomes.untilDay", { day: shortDay(until, language) }),
  }),
  REVISIT_OWED: ({ months }, { words, language }) => ({
    months: months.map((month) => monthName(month, language)).join(words("outcomes.separator")),
  }),
  NO_TERM_TO_REVIEW: none,
  OCCASIONS_NOT_IN_PROGRAMME: none,
  OCCASION_NOT_IN_POLICY: ({ occasion, allowed }, { words }) => ({
    occasion: term(words, "occasion", occasion),
    allowed: list(words, "occasion", allowed),
  }),
  OCCASION_IN_FUTURE: days("happenedOn", "today"),
  OCCASION_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  OCCASION_ALREADY_REPORTED: numbers("reportedSeq"),
  TOO_MANY_OCCASIONS_OPEN: numbers("open", "allowed"),
  CO_HELPER_ALREADY: none,
  NOT_A_CO_HELPER: none,
  CO_HELPER_IS_SUCCESSOR: none,
  CO_HELPER_DAY_IN_FUTURE: days("happenedOn", "today"),
  CO_HELPER_DAY_TOO_EARLY: days("happenedOn", "from"),
  SUBJECT_IS_NO_HOUSEHOLD: ({ subjectKind }, { words }) => ({
    subjectKind: term(words, "subjectKind", subjectKind),
  }),
  HOUSEHOLD_CHANGE_IN_FUTURE: days("happenedOn", "today"),
  HOUSEHOLD_CHANGE_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  MEMBER_LIVES_THERE: none,
  NOT_A_MEMBER: none,
  HOUSEHOLD_HAS_A_HEAD: none,
  HEAD_NEEDED: none,
  LAST_MEMBER_LEAVES: none,
  SPLIT_NEEDS_TWO_PARTS: numbers("staying", "leaving"),
  HOUSEHOLD_LIVES_THERE: none,
  MOVED_OUT_OF_PROGRAMME: none,
  NO_NEW_HOUSEHOLD: none,
  HOUSEHOLD_CHANGED_MEANWHILE: none,
  PERSON_IN_ANOTHER_HOUSEHOLD: none,
  HANDOVER_ALREADY_PROPOSED: numbers("proposedSeq"),
  NO_HANDOVER_PROPOSED: none,
  HANDOVER_IN_FUTURE: days("happenedOn", "today"),
  HANDOVER_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  LED_BY_ANOTHER: none,
  SUCCESSOR_OWED_ALREADY: numbers("sinceSeq"),
  NEW_HOUSEHOLD_UNSETTLED: ({ subjectIds }) => ({ count: subjectIds.length }),
  SUCCESSOR_LEADS_ALREADY: none,
  HANDOVER_FOR_ANOTHER: none,
  HANDOVER_NEEDS_ANOTHER_PERSON: numbers("proposedSeq"),
  CLOSING_NEEDS_ANOTHER_PERSON: numbers("requestedSeq"),
  CLOSING_IN_FUTURE: days("happenedOn", "today"),
  CLOSING_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  CLOSING_PROOF_MISSING: ({ reason, proofs }, { words }) => ({
    reason: term(words, "closingReason", reason),
    proofs: list(words, "closingProof", proofs),
  }),
  CLOSING_EVIDENCE_MISSING: ({ reason, given, needed }, { words }) => ({
    reason: term(words, "closingReason", reason),
    given,
    needed,
  }),
  CLOSING_DESTINATION_MISSING: none,
  MOVED_WITHIN_PROGRAMME: none,
  HOUSEHOLD_HAS_FURTHER_MEMBERS: numbers("left"),
  CLOSING_NEEDS_HIGHER_OFFICE: ({ reason, needed }, { words }) => ({
    reason: term(words, "closingReason", reason),
    needed: term(words, "seat", needed),
  }),
  REOPENING_TOO_LATE: days("closedOn", "lastDay", "today"),
  REOPENING_NEEDS_ANOTHER_PERSON: numbers("closedSeq"),
  ENTRY_NOT_VOIDABLE: entryInWords,
  ENTRY_NO_LONGER_COUNTS: entryInWords,
  ENTRY_RESTED_ON: ({ bySeq, byType, ...entry }, teller) => ({
    ...entryInWords(entry, teller),
    bySeq,
    by: term(teller.words, "event", byType),
  }),
  VOID_REQUESTED_ALREADY: numbers("requestedSeq"),
  TOO_MANY_CORRECTIONS_OPEN: numbers("open", "allowed"),
  NO_VOID_REQUESTED: none,
  VOID_NEEDS_ANOTHER_PERSON: numbers("requestedSeq"),
  VOID_NEEDS_FOUR_EYES: none,
  CORRECTION_OPEN: ({ requestedSeqs }, { words }) => ({
    requestedSeqs: requestedSeqs.join(words("outcomes.separator")),
  }),
  CONTENT_NOT_USABLE: none,
};

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(VALUES_OF, code);
const isRequestProblem = (code: string): code is RequestProblemCode => Object.hasOwn(PROBLEM_VALUES, code);

function refusalValues<Code extends RefusalCode>(refusal: FactsOf<Code>, code: Code, teller: Teller): Values {
  return VALUES_OF[code](refusal, teller);
}

export function refusalSentence(refusal: Refusal, words: Words, language: string): string {
  return words(`refusals.${refusal.code}`, refusalValues(refusal, refusal.code, { words, language }));
}

/** What went wrong, as a sentence made of code and facts. */
export function problemSentence(
  problem: { code: string; facts: ApiProblem["facts"] },
  words: Words,
  language: string,
): string {
  const { code, facts } = problem;
  if (isRefusal(code)) return refusalSentence({ ...facts, code } as Refusal, words, language);
  if (isRequestProblem(code))
    return words(`problems.${code}`, PROBLEM_VALUES[code](facts, { words, language }));
  if (code === "API_AWAY") return words("outcomes.API_AWAY");
  return words("outcomes.other", { code });
}
