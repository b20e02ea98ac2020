import type { AreaLevel, DivisionCode } from "../area/division-code";
import type { Day } from "../time/day";

/**
 * Every way in which a rule says no, with the facts that the console words it from.
 * Facts are ids, days, numbers and listed codes: nothing that names or describes a person.
 */
export type Refusal =
  | { code: "MOVE_NOT_IN_STAGE"; move: string; stage: string; allowed: readonly string[] }
  | { code: "ALREADY_OPEN" }
  | { code: "CASE_CLOSED"; closedOn: Day | null }
  | {
      code: "CHANGED_SINCE";
      basedOnSeq: number;
      presentSeq: number;
      changes: readonly { seq: number; type: string }[];
    }
  | { code: "IDEMPOTENCY_KEY_REUSED" }
  | { code: "PROGRAMME_NOT_FOUND"; programmeId: string }
  | { code: "SIGNED_IN_FUTURE"; signedOn: Day; today: Day }
  | { code: "SIGNED_BEFORE_POLICY"; signedOn: Day; inForceFrom: Day }
  | { code: "SUBJECT_OUTSIDE_PROGRAMME"; areaCode: DivisionCode; programmeAreaCode: DivisionCode }
  | { code: "SUBJECT_AREA_TOO_WIDE"; areaCode: DivisionCode; level: AreaLevel }
  | { code: "SUBJECT_KIND_NOT_IN_PROGRAMME"; subjectKind: string; allowed: readonly string[] }
  | { code: "RANK_TOO_LOW"; rank: string; needed: string; subjectKind: string }
  | { code: "TOO_MANY_CO_HELPERS"; given: number; allowed: number }
  | { code: "LEAD_HELPER_IS_CO_HELPER"; helperId: string }
  | { code: "TERM_NOT_OF_POLICY"; termMonths: number; policyTermMonths: number }
  | { code: "HELPER_AT_CAPACITY"; helperId: string; held: number; capacity: number }
  | { code: "HELPER_NOT_IN_SERVICE"; helperId: string; retiredOn: Day | null }
  | { code: "SUBJECT_ALREADY_PAIRED"; subjectId: string; programmeId: string; byCaseId: string | null }
  | { code: "SUBJECT_NOT_IN_REGISTER"; subjectId: string }
  | { code: "VISIT_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "VISIT_BEFORE_SIGNING"; happenedOn: Day; signedOn: Day }
  | { code: "LIFTED_OUT_IN_FUTURE"; liftedOutOn: Day; today: Day }
  | { code: "LIFTED_OUT_BEFORE_SIGNING"; liftedOutOn: Day; signedOn: Day }
  | { code: "REVISITS_NOT_IN_PROGRAMME"; programmeId: string }
  | { code: "REVISITS_OVER_ALREADY"; until: Day; today: Day }
  | { code: "VISIT_ALREADY_RECORDED"; visitId: string }
  | { code: "VISITOR_NOT_OF_PAIRING"; helperId: string }
  | { code: "FORM_VERSION_UNKNOWN"; given: number; present: number }
  | { code: "VISIT_NOT_FOUND"; visitId: string }
  | { code: "VISIT_ALREADY_VOIDED"; visitId: string }
  | { code: "PLAN_NOT_IN_PROGRAMME"; programmeId: string }
  | { code: "PLAN_UNDER_REVIEW"; submittedSeq: number }
  | { code: "PLAN_PARTS_MISSING"; parts: readonly string[] }
  | { code: "PLAN_LINE_ALREADY_OVER"; line: number; until: Day; today: Day }
  | { code: "RELIEF_ALONE_IS_NO_PLAN"; producing: number; needed: number }
  | { code: "MEASURE_CANNOT_PRODUCE"; measureKind: string; allowed: readonly string[] }
  | { code: "NO_PLAN_SUBMITTED" }
  | { code: "PLAN_NEEDS_ANOTHER_PERSON"; submittedSeq: number }
  | { code: "PLAN_GROUND_NOT_IN_POLICY"; ground: string; allowed: readonly string[] }
  | { code: "PLAN_LINE_NOT_FOUND"; line: number; lines: number }
  | { code: "PLAN_LINE_OF_ANOTHER_KIND"; line: number; planned: string; measureKind: string }
  | { code: "MEASURE_KIND_NOT_IN_POLICY"; measureKind: string; allowed: readonly string[] }
  | { code: "MEASURE_AMOUNT_DOES_NOT_FIT"; measureKind: string; unit: string | null; money: string }
  | { code: "MEASURE_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "MEASURE_BEFORE_SIGNING"; happenedOn: Day; signedOn: Day }
  | { code: "MEASURE_NOT_FOUND"; measureSeq: number; oldestSeq: number | null }
  | { code: "MEASURE_UNCHANGED"; measureSeq: number }
  | { code: "PROJECT_NOT_FOUND"; projectSeq: number }
  | { code: "PROJECT_STAGE_NOT_AHEAD"; present: string; projectStage: string }
  | { code: "PROJECT_DAY_OUT_OF_RANGE"; happenedOn: Day; from: Day; today: Day }
  | { code: "LIFT_OUT_NOT_IN_PROGRAMME"; programmeId: string }
  | { code: "LIFT_OUT_CRITERIA_NOT_MET"; criteria: readonly string[] }
  | { code: "INCOME_YEAR_IN_FUTURE"; incomeYear: number; running: number }
  | { code: "INCOME_NOT_RECORDED"; incomeYear: number }
  | { code: "NO_LINE_FOR_INCOME_YEAR"; incomeYear: number }
  | { code: "INCOME_IS_FORECAST"; incomeYear: number; recordedOn: Day }
  | { code: "INCOME_NOT_OVER_LINE"; incomeYear: number; perHeadFen: number; lineFen: number }
  | { code: "LIFT_OUT_AT_ANOTHER_STEP"; step: string; present: string }
  | { code: "LIFT_OUT_NEEDS_ANOTHER_PERSON"; proposedSeq: number; hadPart: "proposal" | "review" }
  | { code: "STEP_DAY_OUT_OF_RANGE"; step: string; happenedOn: Day; from: Day; today: Day }
  | { code: "MORE_PRESENT_THAN_ENTITLED"; present: number; entitled: number }
  | { code: "MORE_VOTES_THAN_PRESENT"; votes: number; present: number }
  | { code: "NO_QUORUM"; present: number; needed: number }
  | { code: "NOTICE_HANGS_ALREADY"; noticeId: string }
  | { code: "ANOTHER_NOTICE_HANGS"; noticeId: string }
  | { code: "NO_NOTICE_HANGS" }
  | { code: "NOTICE_TOO_SHORT"; from: Day; until: Day; neededUntil: Day }
  | { code: "NOTICE_STILL_HANGS"; until: Day; today: Day }
  | { code: "NOTICE_PROOF_MISSING" }
  | { code: "NOTICE_LISTS_NOBODY" }
  | { code: "NOTICE_UNDER_WAY" }
  | { code: "NOTICE_IN_ANOTHER_STATE"; state: string; allowed: readonly string[] }
  | { code: "AREA_OF_ANOTHER_LEVEL"; areaCode: string; allowed: readonly AreaLevel[] }
  | { code: "NOT_ON_NOTICE"; caseId: string; state: string | null }
  | { code: "NOT_TO_BE_LISTED"; caseIds: readonly string[] }
  | { code: "NOBODY_TO_DRAW"; areaCode: string }
  | { code: "OBJECTION_OUTSIDE_NOTICE"; happenedOn: Day; from: Day; until: Day }
  | { code: "OBJECTION_RAISED_ALREADY"; objectionId: string }
  | { code: "OBJECTION_NOT_FOUND"; objectionId: string }
  | { code: "OBJECTION_ANSWERED_ALREADY"; objectionId: string }
  | { code: "OBJECTION_OPEN"; objectionIds: readonly string[] }
  | { code: "CHECK_DRAWN_ALREADY" }
  | { code: "CHECK_NOT_DRAWN" }
  | { code: "CHECKS_OF_DRAW_AWAITED"; awaited: number }
  | { code: "RELAPSE_REPORTED_ALREADY"; reportedSeq: number }
  | { code: "NO_RELAPSE_REPORTED" }
  | { code: "RELAPSE_NEEDS_ANOTHER_PERSON"; reportedSeq: number }
  | { code: "INCOME_NOT_BELOW_LINE"; incomeYear: number; perHeadFen: number; lineFen: number }
  | { code: "RELAPSE_NOT_REPORTED"; incomeYear: number; perHeadFen: number; lineFen: number }
  | { code: "HOUSEHOLD_OFFERED_ALREADY" }
  | { code: "REVISITS_NOT_OVER"; until: Day | null; today: Day }
  | { code: "REVISIT_OWED"; months: readonly string[] }
  | { code: "NO_TERM_TO_REVIEW" }
  | { code: "OCCASIONS_NOT_IN_PROGRAMME" }
  | { code: "OCCASION_NOT_IN_POLICY"; occasion: string; allowed: readonly string[] }
  | { code: "OCCASION_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "OCCASION_BEFORE_SIGNING"; happenedOn: Day; signedOn: Day }
  | { code: "OCCASION_ALREADY_REPORTED"; reportedSeq: number }
  | { code: "TOO_MANY_OCCASIONS_OPEN"; open: number; allowed: number }
  | { code: "CO_HELPER_ALREADY"; helperId: string }
  | { code: "NOT_A_CO_HELPER"; helperId: string }
  | { code: "CO_HELPER_IS_SUCCESSOR"; helperId: string }
  | { code: "CO_HELPER_DAY_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "CO_HELPER_DAY_TOO_EARLY"; happenedOn: Day; from: Day }
  | { code: "SUBJECT_IS_NO_HOUSEHOLD"; subjectKind: string }
  | { code: "HOUSEHOLD_CHANGE_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "HOUSEHOLD_CHANGE_BEFORE_SIGNING"; happenedOn: Day; signedOn: Day }
  | { code: "MEMBER_LIVES_THERE"; memberId: string }
  | { code: "NOT_A_MEMBER"; memberId: string }
  | { code: "HOUSEHOLD_HAS_A_HEAD"; headId: string }
  | { code: "HEAD_NEEDED"; memberId: string }
  | { code: "LAST_MEMBER_LEAVES"; memberId: string }
  | { code: "SPLIT_NEEDS_TWO_PARTS"; staying: number; leaving: number }
  | { code: "HOUSEHOLD_LIVES_THERE"; areaCode: DivisionCode }
  | { code: "MOVED_OUT_OF_PROGRAMME"; areaCode: DivisionCode; programmeAreaCode: DivisionCode }
  | { code: "NO_NEW_HOUSEHOLD" }
  | { code: "NEW_HOUSEHOLD_UNSETTLED"; subjectIds: readonly string[] }
  | { code: "HOUSEHOLD_CHANGED_MEANWHILE"; subjectId: string }
  | { code: "PERSON_IN_ANOTHER_HOUSEHOLD"; subjectId: string }
  | { code: "HANDOVER_ALREADY_PROPOSED"; proposedSeq: number }
  | { code: "NO_HANDOVER_PROPOSED" }
  | { code: "HANDOVER_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "HANDOVER_BEFORE_SIGNING"; happenedOn: Day; signedOn: Day }
  | { code: "LED_BY_ANOTHER"; helperId: string; leadHelperId: string }
  | { code: "SUCCESSOR_OWED_ALREADY"; sinceSeq: number }
  | { code: "SUCCESSOR_LEADS_ALREADY"; helperId: string }
  | { code: "HANDOVER_FOR_ANOTHER"; successorId: string }
  | { code: "HANDOVER_NEEDS_ANOTHER_PERSON"; proposedSeq: number }
  | { code: "CLOSING_NEEDS_ANOTHER_PERSON"; requestedSeq: number }
  | { code: "CLOSING_IN_FUTURE"; happenedOn: Day; today: Day }
  | { code: "CLOSING_BEFORE_SIGNING"; happenedOn: Day; signedOn: Day }
  | { code: "CLOSING_PROOF_MISSING"; reason: string; proofs: readonly string[] }
  | { code: "CLOSING_EVIDENCE_MISSING"; reason: string; given: number; needed: number }
  | { code: "CLOSING_DESTINATION_MISSING" }
  | { code: "MOVED_WITHIN_PROGRAMME"; movedTo: DivisionCode; programmeAreaCode: DivisionCode }
  | { code: "HOUSEHOLD_HAS_FURTHER_MEMBERS"; left: number }
  | { code: "CLOSING_NEEDS_HIGHER_OFFICE"; reason: string; needed: string }
  | { code: "REOPENING_TOO_LATE"; closedOn: Day; lastDay: Day; today: Day }
  | { code: "REOPENING_NEEDS_ANOTHER_PERSON"; closedSeq: number }
  | { code: "ENTRY_NOT_VOIDABLE"; entrySeq: number; entryType: string }
  | { code: "ENTRY_NO_LONGER_COUNTS"; entrySeq: number; entryType: string }
  | { code: "ENTRY_RESTED_ON"; entrySeq: number; entryType: string; bySeq: number; byType: string }
  | { code: "VOID_REQUESTED_ALREADY"; requestedSeq: number }
  | { code: "TOO_MANY_CORRECTIONS_OPEN"; open: number; allowed: number }
  | { code: "NO_VOID_REQUESTED"; requestedSeq: number }
  | { code: "VOID_NEEDS_ANOTHER_PERSON"; requestedSeq: number }
  | { code: "VOID_NEEDS_FOUR_EYES" }
  | { code: "CORRECTION_OPEN"; requestedSeqs: readonly number[] }
  | { code: "CONTENT_NOT_USABLE"; contentId: string };

export type RefusalCode = Refusal["code"];
