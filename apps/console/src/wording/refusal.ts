import type { Refusal, RefusalCode } from "@jiedui/domain";
import type { RequestProblemCode } from "../api/types";
import type { ApiProblem } from "../api/problem";
import { fullInstant, monthName, shortDay, type Words } from "./dates";
import { yuan } from "./money";

type FactsOf<Code extends RefusalCode> = Extract<Refusal, { code: Code }>;
type Values = Readonly<Record<string, string | number>>;
interface Teller {
  words: Words;
  language: string;
}

/** A listed code in words; one that the console does not know yet is shown as it is. */
export function term(words: Words, list: string, code: string): string {
  const key = `terms.${list}.${code}` as "terms.product";
  const found = words(key, { defaultValue: code });
  return found === "" ? code : found;
}

const none = (): Values => ({});
const days =
  (...names: string[]) =>
  (facts: object, { language }: Teller): Values =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([name]) => names.includes(name))
        .map(([name, day]) => [name, shortDay(String(day), language)]),
    );
const numbers =
  (...names: string[]) =>
  (facts: object): Values =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([name]) => names.includes(name))
        .map(([name, value]) => [name, Number(value)]),
    );
const list = (words: Words, kind: string, codes: readonly string[]) =>
  codes.map((code) => term(words, kind, code)).join(words("outcomes.separator"));

const incomeAndLine = ({
  incomeYear,
  perHeadFen,
  lineFen,
}: {
  incomeYear: number;
  perHeadFen: number;
  lineFen: number;
}): Values => ({ incomeYear, perHead: yuan(perHeadFen), line: yuan(lineFen) });

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
  VISIT_ALREADY_RECORDED: none,
  VISITOR_NOT_OF_PAIRING: none,
  FORM_VERSION_UNKNOWN: numbers("given", "present"),
  VISIT_NOT_FOUND: none,
  VISIT_ALREADY_VOIDED: none,
  LIFT_OUT_NOT_IN_PROGRAMME: none,
  LIFT_OUT_CRITERIA_NOT_MET: ({ criteria }, { words }) => ({
    criteria: list(words, "liftOutCriterion", criteria),
  }),
  INCOME_YEAR_IN_FUTURE: numbers("incomeYear", "running"),
  INCOME_NOT_RECORDED: numbers("incomeYear"),
  NO_LINE_FOR_INCOME_YEAR: numbers("incomeYear"),
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
  OBJECTION_OUTSIDE_NOTICE: days("happenedOn", "from", "until"),
  OBJECTION_RAISED_ALREADY: none,
  OBJECTION_NOT_FOUND: none,
  OBJECTION_ANSWERED_ALREADY: none,
  OBJECTION_OPEN: ({ objectionIds }) => ({ count: objectionIds.length }),
  CHECK_DRAWN_ALREADY: none,
  CHECK_NOT_DRAWN: none,
  RELAPSE_REPORTED_ALREADY: numbers("reportedSeq"),
  NO_RELAPSE_REPORTED: none,
  RELAPSE_NEEDS_ANOTHER_PERSON: numbers("reportedSeq"),
  INCOME_NOT_BELOW_LINE: incomeAndLine,
  HOUSEHOLD_OFFERED_ALREADY: none,
  REVISITS_NOT_OVER: ({ until }, { words, language }) => ({
    until: until === null ? "" : words("outcomes.untilDay", { day: shortDay(until, language) }),
  }),
  REVISIT_OWED: ({ month }, { language }) => ({ month: monthName(month, language) }),
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
  HANDOVER_ALREADY_PROPOSED: numbers("proposedSeq"),
  NO_HANDOVER_PROPOSED: none,
  HANDOVER_IN_FUTURE: days("happenedOn", "today"),
  HANDOVER_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  SUCCESSOR_LEADS_ALREADY: none,
  HANDOVER_FOR_ANOTHER: none,
  HANDOVER_NEEDS_ANOTHER_PERSON: numbers("proposedSeq"),
  CLOSING_NEEDS_ANOTHER_PERSON: numbers("requestedSeq"),
  CLOSING_IN_FUTURE: days("happenedOn", "today"),
  CLOSING_BEFORE_SIGNING: days("happenedOn", "signedOn"),
  CONTENT_NOT_USABLE: none,
};

const PROBLEM_VALUES: Readonly<
  Record<RequestProblemCode, (facts: ApiProblem["facts"], teller: Teller) => Values>
> = {
  BAD_INPUT: (facts, { words }) => {
    const fields = fieldsOf(facts);
    return {
      fields:
        fields.length === 0
          ? ""
          : words("outcomes.fields", { list: fields.join(words("outcomes.separator")) }),
    };
  },
  IDEMPOTENCY_KEY_MISSING: none,
  NOT_SIGNED_IN: none,
  SIGN_IN_FAILED: none,
  ACCOUNT_LOCKED: ({ lockedUntil, until }, { words, language }) => {
    const end = lockedUntil ?? until;
    return {
      until: typeof end === "string" ? words("outcomes.until", { at: fullInstant(end, language) }) : "",
    };
  },
  CSRF_TOKEN_WRONG: none,
  NOT_ALLOWED: none,
  NOT_FOUND: none,
  NOT_RECORDED_YET: days("asOf"),
  AS_OF_IN_FUTURE: days("asOf", "today"),
  TOO_MANY_REQUESTS: none,
  PAYLOAD_TOO_LARGE: none,
  FILE_TOO_LARGE: ({ limitBytes }, { words }) => ({
    limit:
      typeof limitBytes === "number"
        ? words("outcomes.megabytes", { megabytes: Math.round(limitBytes / 1024 / 1024) })
        : words("outcomes.tooManyPixels"),
  }),
  FILE_NOT_ALLOWED: none,
  FILE_DAMAGED: none,
  OUTCOME_UNKNOWN: none,
  REHEARSAL_UNAVAILABLE: none,
  LAST_ADMINISTRATOR: none,
  ALREADY_RETIRED: days("retiredOn"),
  SEAT_OUT_OF_REACH: none,
  DUPLICATE_ENTRY: ({ constraint }, { words }) => ({ what: duplicateInWords(constraint, words) }),
  SHAM_NEEDS_ANOTHER_PERSON: none,
  ROSTER_FILE_EMPTY: none,
  ROSTER_FILE_ENCRYPTED: none,
  ROSTER_FILE_OLD_FORMAT: none,
  ROSTER_FILE_NOT_A_WORKBOOK: none,
  ROSTER_FILE_DAMAGED: none,
  ROSTER_FILE_TOO_LARGE_UNPACKED: none,
  ROSTER_ENCODING_UNKNOWN: none,
  ROSTER_TOO_MANY_ROWS: numbers("limit"),
  ROSTER_NO_TABLE: none,
  ROSTER_NOT_IN_STATE: none,
  INTERNAL_FAULT: none,
};

function duplicateInWords(constraint: unknown, words: Words): string {
  switch (constraint) {
    case "one_person_one_household":
    case "organisation_area_code_name_key":
    case "account_login_key":
      return words(`outcomes.duplicate.${constraint}`);
    default:
      return words("outcomes.duplicate.other");
  }
}

/** Names of the fields that did not fit, as the api tells them: a list of issues with a path. */
function fieldsOf(facts: ApiProblem["facts"]): string[] {
  const issues = facts.issues ?? facts.errors;
  if (!Array.isArray(issues)) return [];
  return issues.flatMap((issue: unknown) => {
    if (typeof issue !== "object" || issue === null || !("path" in issue)) return [];
    const { path } = issue;
    return [Array.isArray(path) ? path.join(".") : String(path)];
  });
}

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
