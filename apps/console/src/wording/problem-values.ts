import type { ApiProblem } from "../api/problem";
import type { RequestProblemCode } from "../api/types";
import { fullInstant, type Words } from "./dates";
import { days, none, numbers, type Teller, type Values } from "./told-values";

export const PROBLEM_VALUES: Readonly<
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
  HELPER_HAS_ACCOUNT: (facts) => ({ login: String("login" in facts ? facts.login : "") }),
  ALREADY_RETIRED: days("retiredOn"),
  SEAT_OUT_OF_REACH: none,
  AWAY_IN_PAST: days("fromDay", "today"),
  AWAY_TOO_LONG: (facts, teller) => ({
    ...numbers("days", "allowed")(facts),
    ...days("until")(facts, teller),
  }),
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
