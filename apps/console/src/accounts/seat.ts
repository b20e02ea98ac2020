import type { SeatKind } from "@jiedui/domain";

/** Digits of the division code that an office's seat belongs to. */
const DIGITS: Partial<Record<SeatKind, number>> = { "township-office": 9, "county-office": 6 };

/** A seat's id: the kind, and the helper, organisation or area that it belongs to. */
export function seatOf(kind: SeatKind, belongsTo: string | undefined): string {
  if (kind === "administrator") return "administrator:all";
  const whole = belongsTo ?? "";
  return `${kind}:${whole.slice(0, DIGITS[kind] ?? whole.length)}`;
}
