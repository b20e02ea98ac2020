import type { Refusal, RefusalCode } from "@jiedui/domain";
import { REQUEST_PROBLEM_CODES } from "@jiedui/http-contracts";
import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES, learn, startLanguages } from "../locales";
import { problemSentence, refusalSentence } from "./refusal";

beforeAll(async () => {
  await startLanguages();
  await learn("en");
});

type Samples = { readonly [Code in RefusalCode]: Omit<Extract<Refusal, { code: Code }>, "code"> };
/** A refusal of each code; one that is missing here does not compile. */
const SAMPLES: Samples = {
  MOVE_NOT_IN_STAGE: { move: "approveClosing", stage: "helping", allowed: ["recordVisit", "voidVisit"] },
  ALREADY_OPEN: {},
  CASE_CLOSED: { closedOn: null },
  CHANGED_SINCE: { basedOnSeq: 3, presentSeq: 4, changes: [{ seq: 4, type: "VisitRecorded" }] },
  IDEMPOTENCY_KEY_REUSED: {},
  PROGRAMME_NOT_FOUND: { programmeId: "nowhere" },
  SIGNED_IN_FUTURE: { signedOn: "2016-03-06" as never, today: "2016-03-05" as never },
  SIGNED_BEFORE_POLICY: { signedOn: "2010-03-05" as never, inForceFrom: "2012-03-01" as never },
  SUBJECT_OUTSIDE_PROGRAMME: {
    areaCode: "620524100201" as never,
    programmeAreaCode: "420626000000" as never,
  },
  SUBJECT_AREA_TOO_WIDE: { areaCode: "420626000000" as never, level: "county" },
  SUBJECT_KIND_NOT_IN_PROGRAMME: { subjectKind: "school", allowed: ["poor-household", "petitioner"] },
  RANK_TOO_LOW: { rank: "general", needed: "section", subjectKind: "petitioner" },
  TOO_MANY_CO_HELPERS: { given: 5, allowed: 4 },
  LEAD_HELPER_IS_CO_HELPER: { helperId: "h" },
  TERM_NOT_OF_POLICY: { termMonths: 24, policyTermMonths: 36 },
  HELPER_AT_CAPACITY: { helperId: "h", held: 5, capacity: 5 },
  HELPER_NOT_IN_SERVICE: { helperId: "h", retiredOn: "2016-02-29" as never },
  SUBJECT_ALREADY_PAIRED: { subjectId: "s", programmeId: "baokang", byCaseId: null },
  SUBJECT_NOT_IN_REGISTER: { subjectId: "s" },
  VISIT_IN_FUTURE: { happenedOn: "2016-03-06" as never, today: "2016-03-05" as never },
  VISIT_BEFORE_SIGNING: { happenedOn: "2012-02-01" as never, signedOn: "2012-03-05" as never },
  LIFTED_OUT_IN_FUTURE: { liftedOutOn: "2016-03-06" as never, today: "2016-03-05" as never },
  LIFTED_OUT_BEFORE_SIGNING: { liftedOutOn: "2012-02-01" as never, signedOn: "2012-03-05" as never },
  REVISITS_NOT_IN_PROGRAMME: { programmeId: "example" },
  REVISITS_OVER_ALREADY: { until: "2015-12-31" as never, today: "2016-03-05" as never },
  VISIT_ALREADY_RECORDED: { visitId: "v" },
  VISITOR_NOT_OF_PAIRING: { helperId: "h" },
  FORM_VERSION_UNKNOWN: { given: 2, present: 1 },
  VISIT_NOT_FOUND: { visitId: "v" },
  VISIT_ALREADY_VOIDED: { visitId: "v" },
  PLAN_NOT_IN_PROGRAMME: { programmeId: "baokang" },
  PLAN_UNDER_REVIEW: { submittedSeq: 3 },
  PLAN_PARTS_MISSING: { parts: ["project", "training"] },
  PLAN_LINE_ALREADY_OVER: { line: 2, until: "2016-03-01" as never, today: "2016-03-05" as never },
  RELIEF_ALONE_IS_NO_PLAN: { producing: 0, needed: 1 },
  MEASURE_CANNOT_PRODUCE: { measureKind: "grain", allowed: ["project", "job"] },
  NO_PLAN_SUBMITTED: {},
  PLAN_NEEDS_ANOTHER_PERSON: { submittedSeq: 3 },
  PLAN_GROUND_NOT_IN_POLICY: { ground: "inflated", allowed: ["detached"] },
  PLAN_LINE_NOT_FOUND: { line: 3, lines: 2 },
  PLAN_LINE_OF_ANOTHER_KIND: { line: 2, planned: "grain", measureKind: "cash" },
  MEASURE_KIND_NOT_IN_POLICY: { measureKind: "cash", allowed: ["grain", "clothing"] },
  MEASURE_AMOUNT_DOES_NOT_FIT: { measureKind: "cash", unit: null, money: "asked" },
  MEASURE_IN_FUTURE: { happenedOn: "2016-03-06" as never, today: "2016-03-05" as never },
  MEASURE_BEFORE_SIGNING: { happenedOn: "2012-02-01" as never, signedOn: "2012-03-05" as never },
  MEASURE_NOT_FOUND: { measureSeq: 4, oldestSeq: null },
  MEASURE_UNCHANGED: { measureSeq: 4 },
  PROJECT_NOT_FOUND: { projectSeq: 4 },
  PROJECT_STAGE_NOT_AHEAD: { present: "producing", projectStage: "started" },
  PROJECT_DAY_OUT_OF_RANGE: {
    happenedOn: "2016-03-06" as never,
    from: "2016-03-01" as never,
    today: "2016-03-05" as never,
  },
  LIFT_OUT_NOT_IN_PROGRAMME: { programmeId: "baokang" },
  LIFT_OUT_CRITERIA_NOT_MET: { criteria: ["food", "housing"] },
  INCOME_YEAR_IN_FUTURE: { incomeYear: 2018, running: 2016 },
  INCOME_NOT_RECORDED: { incomeYear: 2015 },
  NO_LINE_FOR_INCOME_YEAR: { incomeYear: 2015 },
  INCOME_IS_FORECAST: { incomeYear: 2015, recordedOn: "2015-08-05" as never },
  INCOME_NOT_OVER_LINE: { incomeYear: 2015, perHeadFen: 280_000, lineFen: 285_500 },
  LIFT_OUT_AT_ANOTHER_STEP: { step: "appraisal", present: "village-notice" },
  LIFT_OUT_NEEDS_ANOTHER_PERSON: { proposedSeq: 12, hadPart: "review" },
  STEP_DAY_OUT_OF_RANGE: {
    step: "appraisal",
    happenedOn: "2016-03-06" as never,
    from: "2016-03-01" as never,
    today: "2016-03-05" as never,
  },
  MORE_PRESENT_THAN_ENTITLED: { present: 31, entitled: 30 },
  MORE_VOTES_THAN_PRESENT: { votes: 24, present: 20 },
  NO_QUORUM: { present: 10, needed: 20 },
  NOTICE_HANGS_ALREADY: { noticeId: "n" },
  ANOTHER_NOTICE_HANGS: { noticeId: "n" },
  NO_NOTICE_HANGS: {},
  NOTICE_TOO_SHORT: {
    from: "2016-03-01" as never,
    until: "2016-03-01" as never,
    neededUntil: "2016-03-07" as never,
  },
  NOTICE_STILL_HANGS: { until: "2016-03-07" as never, today: "2016-03-05" as never },
  NOTICE_PROOF_MISSING: {},
  NOTICE_LISTS_NOBODY: {},
  NOTICE_UNDER_WAY: {},
  NOTICE_IN_ANOTHER_STATE: { state: "concluded", allowed: ["draft", "beginning"] },
  AREA_OF_ANOTHER_LEVEL: { areaCode: "420626000000", allowed: ["village", "township"] },
  NOT_ON_NOTICE: { caseId: "c", state: null },
  NOT_TO_BE_LISTED: { caseIds: ["c"] },
  NOBODY_TO_DRAW: { areaCode: "420626000000" },
  OBJECTION_OUTSIDE_NOTICE: {
    happenedOn: "2016-03-09" as never,
    from: "2016-03-01" as never,
    until: "2016-03-07" as never,
  },
  OBJECTION_RAISED_ALREADY: { objectionId: "o" },
  OBJECTION_NOT_FOUND: { objectionId: "o" },
  OBJECTION_ANSWERED_ALREADY: { objectionId: "o" },
  OBJECTION_OPEN: { objectionIds: ["o", "p"] },
  CHECK_DRAWN_ALREADY: {},
  CHECKS_OF_DRAW_AWAITED: { awaited: 2 },
  CHECK_NOT_DRAWN: {},
  RELAPSE_REPORTED_ALREADY: { reportedSeq: 40 },
  NO_RELAPSE_REPORTED: {},
  RELAPSE_NEEDS_ANOTHER_PERSON: { reportedSeq: 40 },
  INCOME_NOT_BELOW_LINE: { incomeYear: 2017, perHeadFen: 450_000, lineFen: 442_800 },
  RELAPSE_NOT_REPORTED: { incomeYear: 2017, perHeadFen: 400_000, lineFen: 442_800 },
  HOUSEHOLD_OFFERED_ALREADY: {},
  REVISITS_NOT_OVER: { until: null, today: "2016-03-05" as never },
  REVISIT_OWED: { months: ["2016-03", "2016-06"] },
  NO_TERM_TO_REVIEW: {},
  OCCASIONS_NOT_IN_PROGRAMME: {},
  OCCASION_NOT_IN_POLICY: { occasion: "quarrel", allowed: ["illness", "hardship"] },
  OCCASION_IN_FUTURE: { happenedOn: "2016-03-06" as never, today: "2016-03-05" as never },
  OCCASION_BEFORE_SIGNING: { happenedOn: "2012-02-01" as never, signedOn: "2012-03-05" as never },
  OCCASION_ALREADY_REPORTED: { reportedSeq: 4 },
  TOO_MANY_OCCASIONS_OPEN: { open: 12, allowed: 12 },
  CO_HELPER_ALREADY: { helperId: "h" },
  NOT_A_CO_HELPER: { helperId: "h" },
  CO_HELPER_IS_SUCCESSOR: { helperId: "h" },
  CO_HELPER_DAY_IN_FUTURE: { happenedOn: "2026-01-02" as never, today: "2026-01-01" as never },
  CO_HELPER_DAY_TOO_EARLY: { happenedOn: "2026-01-01" as never, from: "2026-01-02" as never },
  SUBJECT_IS_NO_HOUSEHOLD: { subjectKind: "school" },
  HOUSEHOLD_CHANGE_IN_FUTURE: { happenedOn: "2026-01-02" as never, today: "2026-01-01" as never },
  HOUSEHOLD_CHANGE_BEFORE_SIGNING: { happenedOn: "2026-01-01" as never, signedOn: "2026-01-02" as never },
  MEMBER_LIVES_THERE: { memberId: "m" },
  NOT_A_MEMBER: { memberId: "m" },
  HOUSEHOLD_HAS_A_HEAD: { headId: "m" },
  HEAD_NEEDED: { memberId: "m" },
  LAST_MEMBER_LEAVES: { memberId: "m" },
  SPLIT_NEEDS_TWO_PARTS: { staying: 0, leaving: 3 },
  HOUSEHOLD_LIVES_THERE: { areaCode: "420626100201" as never },
  MOVED_OUT_OF_PROGRAMME: {
    areaCode: "620524100000" as never,
    programmeAreaCode: "420626000000" as never,
  },
  NO_NEW_HOUSEHOLD: {},
  HOUSEHOLD_CHANGED_MEANWHILE: { subjectId: "s" },
  PERSON_IN_ANOTHER_HOUSEHOLD: { subjectId: "s" },
  HANDOVER_ALREADY_PROPOSED: { proposedSeq: 4 },
  NO_HANDOVER_PROPOSED: {},
  HANDOVER_IN_FUTURE: { happenedOn: "2016-03-06" as never, today: "2016-03-05" as never },
  LED_BY_ANOTHER: { helperId: "h", leadHelperId: "l" },
  SUCCESSOR_OWED_ALREADY: { sinceSeq: 4 },
  NEW_HOUSEHOLD_UNSETTLED: { subjectIds: ["s"] },
  HANDOVER_BEFORE_SIGNING: { happenedOn: "2012-02-01" as never, signedOn: "2012-03-05" as never },
  SUCCESSOR_LEADS_ALREADY: { helperId: "h" },
  HANDOVER_FOR_ANOTHER: { successorId: "h" },
  HANDOVER_NEEDS_ANOTHER_PERSON: { proposedSeq: 4 },
  CLOSING_NEEDS_ANOTHER_PERSON: { requestedSeq: 7 },
  CLOSING_IN_FUTURE: { happenedOn: "2016-03-06" as never, today: "2016-03-05" as never },
  CLOSING_BEFORE_SIGNING: { happenedOn: "2012-02-01" as never, signedOn: "2012-03-05" as never },
  CLOSING_PROOF_MISSING: { reason: "died", proofs: ["death-certificate", "village-statement"] },
  CLOSING_EVIDENCE_MISSING: { reason: "died", given: 0, needed: 1 },
  CLOSING_DESTINATION_MISSING: {},
  MOVED_WITHIN_PROGRAMME: {
    movedTo: "420626100000" as never,
    programmeAreaCode: "420626000000" as never,
  },
  HOUSEHOLD_HAS_FURTHER_MEMBERS: { left: 2 },
  CLOSING_NEEDS_HIGHER_OFFICE: { reason: "found-ineligible", needed: "county-office" },
  REOPENING_TOO_LATE: {
    closedOn: "2026-03-01" as never,
    lastDay: "2026-03-31" as never,
    today: "2026-04-02" as never,
  },
  REOPENING_NEEDS_ANOTHER_PERSON: { closedSeq: 7 },
  ENTRY_NOT_VOIDABLE: { entrySeq: 1, entryType: "PairingOpened" },
  ENTRY_NO_LONGER_COUNTS: { entrySeq: 4, entryType: "VisitRecorded" },
  ENTRY_RESTED_ON: { entrySeq: 4, entryType: "IncomeRecorded", bySeq: 20, byType: "LiftedOut" },
  VOID_REQUESTED_ALREADY: { requestedSeq: 9 },
  TOO_MANY_CORRECTIONS_OPEN: { open: 8, allowed: 8 },
  NO_VOID_REQUESTED: { requestedSeq: 9 },
  VOID_NEEDS_ANOTHER_PERSON: { requestedSeq: 9 },
  VOID_NEEDS_FOUR_EYES: {},
  CORRECTION_OPEN: { requestedSeqs: [9, 11] },
  CONTENT_NOT_USABLE: { contentId: "c" },
};

function expectSentence(sentence: string, code: string): void {
  expect(sentence.length, code).toBeGreaterThan(3);
  expect(sentence, code).not.toMatch(/\{\{|undefined|NaN|null/);
  expect(sentence, code).not.toContain(code);
}

/** Facts of the problems whose sentences are made of some. */
const FACTS: Readonly<Record<string, Record<string, unknown>>> = {
  NOT_RECORDED_YET: { asOf: "2016-03-05" },
  AS_OF_IN_FUTURE: { asOf: "2016-03-06", today: "2016-03-05" },
  AWAY_IN_PAST: { fromDay: "2016-03-01", today: "2016-03-05" },
  AWAY_TOO_LONG: { days: 200, allowed: 183, until: "2016-09-03" },
  ALREADY_RETIRED: { retiredOn: "2016-02-29" },
  ROSTER_TOO_MANY_ROWS: { limit: 100_000 },
};

describe.each(LANGUAGES)("in %s", (language) => {
  const words = () => i18next.getFixedT(language, "console");

  it.each(Object.keys(SAMPLES))("the refusal %s is a sentence made of its facts", (code) => {
    expectSentence(problemSentence({ code, facts: SAMPLES[code as RefusalCode] }, words(), language), code);
  });

  it.each([...REQUEST_PROBLEM_CODES, "API_AWAY"])("the problem %s is a sentence", (code) => {
    expectSentence(problemSentence({ code, facts: FACTS[code] ?? {} }, words(), language), code);
  });
});

describe("a refusal", () => {
  const zh = () => i18next.getFixedT("zh-CN", "console");

  it("names both days of a visit before the signing", () => {
    const refusal = { code: "VISIT_BEFORE_SIGNING", ...SAMPLES.VISIT_BEFORE_SIGNING } as const;
    expect(refusalSentence(refusal, zh(), "zh-CN")).toBe(
      "走访日期2012年2月1日早于签订日期2012年3月5日，请核对。",
    );
  });

  it("tells the way out of a helper who is full", () => {
    const refusal = { code: "HELPER_AT_CAPACITY", ...SAMPLES.HELPER_AT_CAPACITY } as const;
    expect(refusalSentence(refusal, zh(), "zh-CN")).toBe(
      "该责任人已结对 5 户，按方案最多 5 户。请另选一位。",
    );
  });

  it("of a code that is not known yet is shown with that code", () => {
    expect(problemSentence({ code: "QUITE_NEW", facts: {} }, zh(), "zh-CN")).toContain("QUITE_NEW");
  });

  it("of a person in two households says so", () => {
    const facts = { constraint: "one_person_one_household" };
    expect(problemSentence({ code: "DUPLICATE_ENTRY", facts }, zh(), "zh-CN")).toContain("另一户");
  });

  it("of bad input names the fields", () => {
    const facts = { issues: [{ path: "form.situation", problem: "too_small", detail: "" }] };
    expect(problemSentence({ code: "BAD_INPUT", facts }, zh(), "zh-CN")).toContain("form.situation");
  });
});
