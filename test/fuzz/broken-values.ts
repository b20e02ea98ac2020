import fc from "fast-check";

/** What no form ever sends, and somebody always does. */
export const NASTY_TEXTS = [
  "",
  " ",
  "\u0000",
  "李\u0000四",
  "\ud800",
  "a\udc00b",
  "\u202e\u200f",
  "'; drop table case_event; --",
  "%00",
  "../../etc/passwd",
  "{{7*7}}",
  "__proto__",
  "null",
  "NaN",
  "1e400",
  "-0",
  "2026-02-30",
  "2026-13-01",
  "0000-01-01",
  "9999-12-31",
  "+275760-09-13",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "𠮷".repeat(3_000),
  "x".repeat(70_000),
] as const;

const NASTY_NUMBERS = [
  0,
  -1,
  0.5,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53,
  1e21,
  1e308,
] as const;

export const nastyText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: "binary", maxLength: 40 }),
);

export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom<unknown>(...NASTY_NUMBERS, true, false, null, [], {}, [[]], [null], { a: { b: {} } }),
  fc.array(fc.constantFrom<unknown>("x", 1, null, {}), { maxLength: 60 }),
);
