import { isDay, isDivisionCode, type Day, type Month, type DivisionCode } from "@jiedui/domain";
import { z } from "zod";

const HALF_OF_A_PAIR = /\p{Surrogate}/u;
const MOST_SEQ = 2 ** 31 - 1;

/** Text that people typed. What PostgreSQL cannot keep as text is refused here, with a reason. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes("\u0000"), "must not contain the NUL character")
    .refine((value) => !HALF_OF_A_PAIR.test(value), "must be well-formed Unicode");
export const requiredText = (most: number) => text(most).trim().min(1);
export const id = z.uuid();
/** The number of an event in its case's log. */
export const seq = z.number().int().min(1).max(MOST_SEQ);
export const dayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => isDay(value), "is not a day that exists")
  .transform((value): Day => value);
/** A month in the years that days may lie in. */
export const monthText = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .transform((value) => value as Month);
/** Twelve digits of the national division code. */
export const divisionCode = z
  .string()
  .regex(/^\d{12}$/)
  .refine((value) => isDivisionCode(value), "is not a division code")
  .transform((value): DivisionCode => value);
/** An instant as ISO 8601 with offset. */
export const instantText = z.iso.datetime({ offset: true });

/** `asOf`: a day (its end is meant) or an instant; absent: now. */
export const asOf = z.union([instantText, dayText]).optional();
export const pageQuery = {
  cursor: text(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int().nullable(),
  });
}

/** `application/problem+json` (RFC 9457). `code` is for programs, `facts` are what a sentence is made of. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

/** Codes of what is wrong with a request itself; refusals by rule have those of `domain`. */
export const REQUEST_PROBLEM_CODES = [
  "BAD_INPUT",
  "IDEMPOTENCY_KEY_MISSING",
  "NOT_SIGNED_IN",
  "SIGN_IN_FAILED",
  "ACCOUNT_LOCKED",
  "CSRF_TOKEN_WRONG",
  "NOT_ALLOWED",
  "NOT_FOUND",
  "NOT_RECORDED_YET",
  "AS_OF_IN_FUTURE",
  "TOO_MANY_REQUESTS",
  "PAYLOAD_TOO_LARGE",
  "FILE_TOO_LARGE",
  "FILE_NOT_ALLOWED",
  "FILE_DAMAGED",
  "OUTCOME_UNKNOWN",
  "REHEARSAL_UNAVAILABLE",
  "ALREADY_RETIRED",
  "SEAT_OUT_OF_REACH",
  "AWAY_IN_PAST",
  "AWAY_TOO_LONG",
  "DUPLICATE_ENTRY",
  "SHAM_NEEDS_ANOTHER_PERSON",
  "ROSTER_FILE_EMPTY",
  "ROSTER_FILE_ENCRYPTED",
  "ROSTER_FILE_OLD_FORMAT",
  "ROSTER_FILE_NOT_A_WORKBOOK",
  "ROSTER_FILE_DAMAGED",
  "ROSTER_FILE_TOO_LARGE_UNPACKED",
  "ROSTER_ENCODING_UNKNOWN",
  "ROSTER_TOO_MANY_ROWS",
  "ROSTER_NO_TABLE",
  "ROSTER_NOT_IN_STATE",
  "LAST_ADMINISTRATOR",
  "HELPER_HAS_ACCOUNT",
  "INTERNAL_FAULT",
] as const;
export type RequestProblemCode = (typeof REQUEST_PROBLEM_CODES)[number];
