import { checkResidentId, type ResidentIdFinding } from "../people/resident-id";
import { addDays, day, isDay, type Day } from "../time/day";
import type { RosterColumn } from "./roster.columns";
import type { RosterRefusal } from "./roster.refusal";
import { textOf, type RosterCell } from "./roster.table";

/** A cell that was read, or why it cannot be. */
export type Reading<Value> = { readonly value: Value } | { readonly refusal: RosterRefusal };

// PostgreSQL keeps no NUL, and half of a surrogate pair is no text.
const NO_TEXT = /\u0000|\p{Surrogate}/u;
/** Of a number with more digits than this, a spreadsheet has forgotten the last ones. */
const DIGITS_KEPT = 15;
/** How the spreadsheet counts days: this one has this number. */
const COUNTED_FROM = { day: day("2000-01-01"), serial: 36_526 };
const FIRST_SERIAL = 29_221;
const LAST_SERIAL = 73_050;

export function refused<Value>(refusal: RosterRefusal): Reading<Value> {
  return { refusal };
}

export function readText(cell: RosterCell, column: RosterColumn, most: number): Reading<string> {
  const text = textOf(cell).trim();
  if (NO_TEXT.test(text)) return refused({ code: "CELL_NOT_TEXT", column });
  if (text.length > most) return refused({ code: "CELL_TOO_LONG", column, most });
  return { value: text };
}

/** Names are often set wide: 「王　伟」 is 「王伟」. Between letters of other scripts a blank stays. */
export function readName(cell: RosterCell, column: RosterColumn, most: number): Reading<string> {
  const read = readText(cell, column, most);
  if ("refusal" in read) return read;
  const value = withoutBlanks(read.value);
  return value === "" ? refused({ code: "CELL_EMPTY", column }) : { value };
}

export function withoutBlanks(text: string): string {
  return /\p{Script=Han}/u.test(text) ? text.replace(/\s/gu, "") : text.replace(/\s+/gu, " ");
}

export function readCode<Code extends string>(
  cell: RosterCell,
  known: (text: string) => Code | undefined,
  unknown: RosterRefusal,
): Reading<Code> {
  const code = known(textOf(cell));
  return code === undefined ? refused(unknown) : { value: code };
}

export function readResidentId(cell: RosterCell, column: RosterColumn): Reading<string> {
  const id = textOf(cell)
    .normalize("NFKC")
    .replace(/[\s'`]/gu, "")
    .toUpperCase();
  if (id === "") return refused({ code: "CELL_EMPTY", column });
  if (NO_TEXT.test(id)) return refused({ code: "CELL_NOT_TEXT", column });
  if (hasLostDigits(cell, id)) return refused({ code: "DIGITS_LOST", column });
  const finding = checkResidentId(id);
  return finding === "ok" ? { value: id } : refused(REFUSAL_OF[finding](column, id));
}

const REFUSAL_OF: Readonly<
  Record<Exclude<ResidentIdFinding, "ok">, (column: RosterColumn, id: string) => RosterRefusal>
> = {
  "not-18-characters": (column, id) => ({ code: "ID_LENGTH_WRONG", column, length: id.length }),
  "no-such-province": (column) => ({ code: "ID_PROVINCE_UNKNOWN", column }),
  "no-such-birthday": (column) => ({ code: "ID_BIRTHDAY_WRONG", column }),
  "check-digit-wrong": (column) => ({ code: "ID_CHECK_DIGIT_WRONG", column }),
};

/** A number of that size is no longer the one that was typed, however it is written now. */
function hasLostDigits(cell: RosterCell, text: string): boolean {
  if (/^\d(\.\d+)?E\+?1[5-9]$/.test(text)) return true;
  const isNumber = cell !== null && typeof cell !== "string" && "number" in cell;
  return isNumber && text.replace(/\D/g, "").length > DIGITS_KEPT;
}

/** 2020-03-05, 2020/3/5, 2020.3.5, 2020年3月5日, 20200305, with a time or without, or the spreadsheet's own number of it. */
export function readDay(cell: RosterCell, column: RosterColumn): Reading<Day | null> {
  if (cell !== null && typeof cell !== "string" && "day" in cell)
    return isDay(cell.day) ? { value: cell.day } : refused({ code: "DAY_UNREADABLE", column });
  const text = textOf(cell).normalize("NFKC").trim();
  if (text === "") return { value: null };
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text));
    if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
      return { value: addDays(COUNTED_FROM.day, serial - COUNTED_FROM.serial) };
  }
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = "", month = "", ofMonth = ""] = parts ?? [];
  const written = `${year}-${month.padStart(2, "0")}-${ofMonth.padStart(2, "0")}`;
  return isDay(written) ? { value: written } : refused({ code: "DAY_UNREADABLE", column });
}
