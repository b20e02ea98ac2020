import { lies, type DivisionCode } from "../area/division-code";

/**
 * A seat answers for something; a person holds it for a while. Its id is the kind and what it belongs to:
 * the helper's id, the organisation's id, the township's 9 or the county's 6 leading digits of the division code.
 */
export type SeatKind = "lead-helper" | "unit-head" | "township-office" | "county-office" | "administrator";
export type SeatId = string & { readonly __brand: "SeatId" };

export const SEAT_KINDS: readonly SeatKind[] = [
  "lead-helper",
  "unit-head",
  "township-office",
  "county-office",
  "administrator",
];

/** The seat when nobody else holds one: an open matter is never nobody's. */
export const ADMINISTRATOR_SEAT = "administrator:all" as SeatId;

export function seatId(kind: SeatKind, belongsTo: string): SeatId {
  return `${kind}:${belongsTo}` as SeatId;
}

export function seatKindOf(seat: SeatId): SeatKind {
  return seat.slice(0, seat.indexOf(":")) as SeatKind;
}

/**
 * Whether an account may be given a seat: whoever holds one must see its matters and be able to act on them. An office's
 * seat is for offices whose area it lies in; the others widen what their holder sees.
 */
export function mayHoldSeat(
  account: { readonly role: string; readonly areaCode: DivisionCode | null },
  seat: SeatId,
  seatArea: DivisionCode,
): boolean {
  const { role, areaCode } = account;
  const covers = areaCode === null ? role === "administrator" : lies(seatArea, areaCode);
  switch (role) {
    case "administrator":
    case "county-office":
    case "township-office":
      return covers || !isOfficeSeat(seat);
    case "helper":
      return !isOfficeSeat(seat);
    default:
      return false;
  }
}

function isOfficeSeat(seat: SeatId): boolean {
  const kind = seatKindOf(seat);
  return kind !== "lead-helper" && kind !== "unit-head";
}
