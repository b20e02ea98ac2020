import { isDay } from "@jiedui/domain";

/** A list's page; the cursor is opaque to whoever asks. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number | null;
}

export interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What a cursor's values must look like, so that a made-up one is no cursor instead of an error. */
const SORT_VALUES = {
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/,
  day: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^\P{Cc}{0,200}$/u,
} as const;
export type SortValue = keyof typeof SORT_VALUES;

/** The sort values of the last row of the page before; undefined for the first page or a cursor that is none. */
export function readCursor(cursor: string | undefined, kinds: readonly SortValue[]): string[] | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(values) || values.length !== kinds.length) return undefined;
    return kinds.every((kind, index) => isSortValue(values[index], kind)) ? (values as string[]) : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function isSortValue(value: unknown, kind: SortValue): value is string {
  if (typeof value !== "string" || !SORT_VALUES[kind].test(value)) return false;
  return kind === "instant" || kind === "day"
    ? isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))
    : true;
}

/** Makes a page of rows that were asked for with a limit one higher than the page's. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  sortValues: (item: Item) => readonly string[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items[items.length - 1];
  const nextCursor =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify(sortValues(last))).toString("base64url")
      : null;
  return { items, nextCursor, total: null };
}

/** Conditions of a query, with their parameters in order. */
export class Conditions {
  private readonly conditions: string[] = [];

  /** @param parameters given when another part of the same query has parameters already */
  constructor(readonly parameters: unknown[] = []) {}

  /** Adds a condition; each `?` becomes the place of one parameter. */
  add(condition: string, ...values: readonly unknown[]): this {
    let next = 0;
    this.conditions.push(condition.replaceAll("?", () => this.place(values[next++])));
    return this;
  }

  place(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  get where(): string {
    return this.conditions.length === 0 ? "true" : this.conditions.map((each) => `(${each})`).join(" and ");
  }
}

/** Codes inside an area: a range, so that an index serves it. */
export function insideArea(
  conditions: Conditions,
  column: string,
  areaCode: string | undefined,
  range: (code: string) => { areaFrom: string; areaTo: string },
): void {
  if (areaCode === undefined) return;
  const { areaFrom, areaTo } = range(areaCode);
  conditions.add(`${column} >= ? and ${column} < ?`, areaFrom, areaTo);
}

/** After every text that begins with the same characters, when texts are compared by their bytes. */
const AFTER_ALL = "\u{10ffff}";

/**
 * Finds by name anywhere in it, or by the beginning of its pinyin or initials. The beginning is a range and not a
 * pattern: under row-level security an index serves only what gives nothing away about rows that stay hidden.
 */
export function soundsLike(conditions: Conditions, table: string, search: string | undefined): void {
  const wanted = search?.trim() ?? "";
  if (wanted === "") return;
  if (!/^[\x20-\x7e]+$/.test(wanted)) {
    conditions.add(`${table}.name like ?`, `%${wanted.replace(/[\\%_]/g, "\\$&")}%`);
    return;
  }
  const typed = wanted.toLowerCase().replaceAll(" ", "");
  const columns = ["pinyin", "initials", "name"].map(
    (column) => `${table}.${column} >= ? and ${table}.${column} < ?`,
  );
  const bounds = [typed, typed, wanted].flatMap((from) => [from, from + AFTER_ALL]);
  conditions.add(columns.join(" or "), ...bounds);
}
