import type { Conditions } from "../paging";

/** When a list is asked for. */
export interface At {
  readonly now: Date;
  /** Null: the present; else as it was known then. */
  readonly asOf: Date | null;
}

/** The version that was known at that instant; null: the present one. */
export function knownAt(conditions: Conditions, table: string, asOf: Date | null): void {
  if (asOf === null) conditions.add(`${table}.known_to is null`);
  else
    conditions.add(
      `${table}.known_from <= ? and (${table}.known_to is null or ${table}.known_to > ?)`,
      asOf,
      asOf,
    );
}

/**
 * A page of open obligations `o`, what is due first coming first. The present has an index of its own. As of an earlier
 * day, what was overdue then comes from the few versions that ever were late, and what was not is read from that day
 * on: so neither goes through all that was met in time before.
 */
export function pageByDue(
  conditions: Conditions,
  page: { select: string; from: string; order: string; limit: number },
  at: At,
  overdue: "true" | "false" | undefined,
): string {
  knownAt(conditions, "o", at.asOf);
  if (at.asOf === null && overdue === undefined) return selectPage(conditions, page, ["true"]);
  const instant = conditions.place(at.asOf ?? at.now);
  const [late, inTime] = [`o.due_at <= ${instant}`, `o.due_at > ${instant}`];
  const everLate = `${late} and (o.known_to is null or o.known_to > o.due_at)`;
  const parts = at.asOf === null ? { true: [late], false: [inTime] } : { true: [everLate], false: [inTime] };
  const wanted = overdue === undefined ? [...parts.true, ...parts.false] : parts[overdue];
  return selectPage(conditions, page, wanted);
}

function selectPage(
  conditions: Conditions,
  page: { select: string; from: string; order: string; limit: number },
  parts: readonly string[],
): string {
  const limit = conditions.place(page.limit);
  const selects = parts.map(
    (part) =>
      `(select ${page.select} from ${page.from} where ${conditions.where} and ${part} order by ${page.order} limit ${limit})`,
  );
  return `select * from (${selects.join(" union all ")}) o order by ${page.order} limit ${limit}`;
}
