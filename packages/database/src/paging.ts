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

/** The sort values of the last row of the page before; undefined for the first page or a cursor that is none. */
export function readCursor(cursor: string | undefined, length: number): string[] | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const fits =
      Array.isArray(values) && values.length === length && values.every((each) => typeof each === "string");
    return fits ? values : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
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
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];

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

/** Finds by name anywhere, or by pinyin or initials from the beginning. */
export function soundsLike(conditions: Conditions, table: string, search: string | undefined): void {
  if (search === undefined || search.trim() === "") return;
  const wanted = search.trim().replace(/[\\%_]/g, "\\$&");
  if (/^[\x20-\x7e]+$/.test(wanted)) {
    const typed = wanted.toLowerCase().replaceAll(" ", "");
    conditions.add(
      `${table}.pinyin like ? or ${table}.initials like ? or ${table}.name ilike ?`,
      `${typed}%`,
      `${typed}%`,
      `%${wanted}%`,
    );
  } else conditions.add(`${table}.name like ?`, `%${wanted}%`);
}
