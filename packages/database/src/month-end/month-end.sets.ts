import {
  TERMS_AHEAD_MONTHS,
  addToMonth,
  monthBefore,
  monthEndMoments,
  type InstantMs,
  type Month,
  type MonthEndList,
  type MonthEndMoments,
} from "@jiedui/domain";
import { Conditions, insideArea } from "../paging";
import { scopeOfArea } from "../scope";

/** Whose month's end is asked for. */
export interface MonthEndAsked {
  readonly month: Month;
  readonly knownAtMs: InstantMs;
  readonly area?: string | undefined;
  readonly unit?: string | undefined;
}

/**
 * The rows of a list as selects that have no row in common, each with the columns `case_id, seq, day, area_code,
 * lead_helper_id, unit_id, other_helper_id, other_unit_id, is_revisit, reason`; their values are placed among those of
 * `outer`. Several, so that a page takes its first rows from an index of each.
 */
export type SetOfRows = (asked: MonthEndAsked, outer: Conditions) => readonly string[];

/** All rows of a list. */
export function rowsOf(list: MonthEndList, asked: MonthEndAsked, outer: Conditions): string {
  return SETS[list](asked, outer).join(" union all ");
}

const FACT_COLUMNS =
  "f.case_id, f.seq, f.happened_on as day, f.area_code, f.lead_helper_id, f.unit_id, f.other_helper_id, f.other_unit_id, f.is_revisit, f.reason";

/** By which a household is visited after its lift-out. */
const REVISIT_RULE = "revisit-after-lift-out";
/** The same of a rhythm that the facts say. */
const OF_REVISITS = "(rhythm.kind = 'lifted-out' or rhythm.is_revisit)";

/** Lists of what happened in the month: facts of a kind, or those of them that were revisits. */
export const FACT_LISTS = {
  "visits-done": { kind: "visit", ofRevisits: false },
  "revisits-done": { kind: "visit", ofRevisits: true },
  "helpers-changed": { kind: "handover", ofRevisits: false },
  opened: { kind: "opened", ofRevisits: false },
  "lifted-out": { kind: "lifted-out", ofRevisits: false },
  relapsed: { kind: "relapsed", ofRevisits: false },
  closed: { kind: "closed", ofRevisits: false },
} as const satisfies Partial<Record<MonthEndList, { kind: string; ofRevisits: boolean }>>;
export type FactList = keyof typeof FACT_LISTS;
export function isFactList(list: MonthEndList): list is FactList {
  return list in FACT_LISTS;
}

export const SETS: Readonly<Record<MonthEndList, SetOfRows>> = {
  "visits-done": facts("visits-done"),
  "visits-missed": missed("true"),
  "plans-open": plansOpen,
  "terms-ending": termsEnding,
  "revisits-done": facts("revisits-done"),
  "revisits-owed": missed(`o.rule = '${REVISIT_RULE}'`, OF_REVISITS),
  "helpers-changed": facts("helpers-changed"),
  opened: facts("opened"),
  "lifted-out": facts("lifted-out"),
  relapsed: facts("relapsed"),
  closed: facts("closed"),
};

/** The same list of the month before, as known at the same moment. */
export function before(asked: MonthEndAsked): MonthEndAsked {
  return { ...asked, month: monthBefore(asked.month) };
}

/** What happened in the month by its day, also when it was entered later; not what was taken back by then. */
function facts(list: FactList): SetOfRows {
  const { kind, ofRevisits } = FACT_LISTS[list];
  return (asked, outer) => {
    const conditions = factsOf(asked, outer).add("f.kind = ? and f.month = ?", kind, asked.month);
    if (ofRevisits) conditions.add("f.is_revisit");
    known(conditions, "f", new Date(asked.knownAtMs));
    return [`select ${FACT_COLUMNS} from month_fact f where ${conditions.where}`];
  };
}

/** Facts `f` of whom the month's end is asked for; a handover is of both units. */
function factsOf({ area, unit }: MonthEndAsked, outer: Conditions): Conditions {
  const conditions = new Conditions(outer.parameters);
  insideArea(conditions, "f.area_code", area, scopeOfArea);
  if (unit !== undefined)
    conditions.add("(f.unit_id = ? or f.kind = 'handover' and f.other_unit_id = ?)", unit, unit);
  return conditions;
}

/**
 * How often each case stands in the lists of facts, by kind, in one pass over both months: `mine` this month, `theirs` in
 * the one before, both as known now, `at_end` whether this month as known when it ended; each again of revisits alone.
 */
export function factsByCase(asked: MonthEndAsked, outer: Conditions): string {
  const { month, knownAtMs } = asked;
  const { stoodAtMs } = monthEndMoments(month, knownAtMs);
  const mine = outer.place(month);
  const [now, end] = [outer.place(new Date(knownAtMs)), outer.place(new Date(stoodAtMs))];
  const conditions = factsOf(asked, outer);
  conditions.add(
    "f.kind = any (?::text[]) and f.month = any (?::text[])",
    [...new Set(Object.values(FACT_LISTS).map(({ kind }) => kind))],
    [month, monthBefore(month)],
  );
  return `select kind, case_id, count(*) filter (where is_mine and is_known) as mine, count(*) filter (where not is_mine and is_known) as theirs, bool_or(is_mine and was_known) as at_end,
      count(*) filter (where is_revisit and is_mine and is_known) as revisits_mine, count(*) filter (where is_revisit and not is_mine and is_known) as revisits_theirs,
      bool_or(is_revisit and is_mine and was_known) as revisits_at_end
    from (select f.kind, f.case_id, f.is_revisit, f.month = ${mine} as is_mine, ${knownAt("f", now)} as is_known, ${knownAt("f", end)} as was_known from month_fact f where ${conditions.where}) f
    group by kind, case_id`;
}

/** Terms that end in the month or the next two, of whoever was not lifted out, as it stood at the month's end. */
function termsEnding({ month, knownAtMs, area, unit }: MonthEndAsked, outer: Conditions): readonly string[] {
  const { stoodAtMs } = monthEndMoments(month, knownAtMs);
  const conditions = new Conditions(outer.parameters);
  conditions.add(
    "f.kind = 'term-end' and f.month between ? and ?",
    month,
    addToMonth(month, TERMS_AHEAD_MONTHS),
  );
  known(conditions, "f", new Date(stoodAtMs));
  insideArea(conditions, "f.area_code", area, scopeOfArea);
  if (unit !== undefined) conditions.add("f.unit_id = ?", unit);
  return [`select ${FACT_COLUMNS} from month_fact f where ${conditions.where}`];
}

/** Plans that were owed, or waited for their review, when the month ended. */
function plansOpen(asked: MonthEndAsked, outer: Conditions): readonly string[] {
  const { stoodAtMs } = monthEndMoments(asked.month, asked.knownAtMs);
  const conditions = owed(asked, outer, new Date(stoodAtMs));
  conditions.add("o.kind in ('plan', 'plan-review')");
  return [`select ${owedColumns("o.kind")} from obligation o where ${conditions.where}`];
}

/**
 * Households whose month ended without the visit that was owed; in a month that runs, those still to be visited. What
 * stood open when the month ended, with whoever answered then; save where a visit of that time was entered, or
 * voided, afterwards: there the visits are counted anew by the rule `isMissed` of `domain`, which a test compares.
 */
function missed(ofStood: string, ofCounted = "true"): SetOfRows {
  return (asked, outer) => {
    const moments = monthEndMoments(asked.month, asked.knownAtMs);
    const stood = stillOwed(asked, moments, outer).map((part) => `${part} and ${ofStood}`);
    if (!moments.isOver) return stood;
    const changed = changedSince(asked.month, moments, outer);
    return [
      ...stood.map((part) => `${part} and o.case_id not in (${changed})`),
      `${countedAnew(changed, asked, moments, outer)} and ${ofCounted}`,
    ];
  };
}

/**
 * Visits owed at that instant by the end of the month. In three parts, each with an index of its own: what is open now;
 * what was late then; what was not late yet.
 */
function stillOwed(
  asked: MonthEndAsked,
  { endsAtMs, stoodAtMs }: MonthEndMoments,
  outer: Conditions,
): readonly string[] {
  const [at, ends, late] = [stoodAtMs, endsAtMs, stoodAtMs + 1].map((ms) => outer.place(new Date(ms)));
  const { where } = owed(asked, outer, new Date(stoodAtMs));
  return [
    `o.known_to is null and o.due_at <= ${ends}::timestamptz`,
    `o.known_to > ${at}::timestamptz and o.known_to > o.due_at and o.due_at <= ${late}::timestamptz`,
    `o.known_to > ${at}::timestamptz and o.due_at > ${late}::timestamptz and o.due_at <= ${ends}::timestamptz`,
  ].map(
    (part) =>
      `select ${owedColumns("null::text")} from obligation o where o.kind = 'visit' and ${part} and ${where}`,
  );
}

/** An interval between two visits is no longer than this. */
const LONGEST_INTERVAL_MONTHS = 12;

/** Cases whose visits until the month were entered or voided after it had ended, as far as known. */
function changedSince(month: Month, { stoodAtMs, knownAtMs }: MonthEndMoments, outer: Conditions): string {
  const [after, until] = [addToMonth(month, -LONGEST_INTERVAL_MONTHS), month].map((each) =>
    outer.place(each),
  );
  const [ended, known] = [stoodAtMs, knownAtMs].map((ms) => outer.place(new Date(ms)));
  return `select case_id from month_changed_cases(${after}, ${until}, ${ended}, ${known}) as case_id`;
}

function countedAnew(
  changed: string,
  { month, area, unit }: MonthEndAsked,
  { stoodAtMs, knownAtMs }: MonthEndMoments,
  outer: Conditions,
): string {
  const [m, ended, until] = [
    outer.place(month),
    outer.place(new Date(stoodAtMs)),
    outer.place(new Date(knownAtMs)),
  ];
  const conditions = new Conditions(outer.parameters);
  insideArea(conditions, "p.area_code", area, scopeOfArea);
  if (unit !== undefined) conditions.add("p.helper_unit_id = ?", unit);
  return `select p.case_id, 0 as seq, ((owed.month || '-01')::date + interval '1 month' - interval '1 day')::date as day, p.area_code, p.lead_helper_id, p.helper_unit_id as unit_id,
      null::uuid as other_helper_id, null::uuid as other_unit_id, ${OF_REVISITS} as is_revisit, null::text as reason
    from (${changed}) changed join lateral (
      select p.* from pairing p where p.case_id = changed.case_id and ${knownAt("p", ended)} and p.stage <> 'closed'
    ) p on true join lateral (
      select r.kind, r.is_revisit, r.first_month, r.every_months from month_fact r
      where r.case_id = changed.case_id and r.kind in ('opened', 'lifted-out', 'relapsed', 'reopened') and r.known_from <= ${ended}::timestamptz order by r.seq desc, r.kind limit 1
    ) rhythm on true cross join lateral (
      select coalesce(max(v.happened_on) filter (where v.kind = 'visit'), max(v.last_visit_on)) as newest from month_fact v
      where v.case_id = changed.case_id and (v.kind = 'opened' or v.kind = 'visit' and v.month <= ${m}::text and ${knownAt("v", until)})
    ) visited cross join lateral (
      select greatest(rhythm.first_month, month_text((date_trunc('month', visited.newest) + make_interval(months => rhythm.every_months))::date)) as month
    ) owed where owed.month <= ${m}::text and ${conditions.where}`;
}

/** Obligations `o` known at an instant, of the area and the unit asked for. */
function owed({ area, unit }: MonthEndAsked, outer: Conditions, at: Date): Conditions {
  const conditions = new Conditions(outer.parameters);
  known(conditions, "o", at);
  insideArea(conditions, "o.area_code", area, scopeOfArea);
  if (unit !== undefined) conditions.add("o.helper_unit_id = ?", unit);
  return conditions;
}

function owedColumns(reason: string): string {
  return `o.case_id, o.armed_by_seq as seq, o.due_on as day, o.area_code, o.lead_helper_id, o.helper_unit_id as unit_id,
    null::uuid as other_helper_id, null::uuid as other_unit_id, o.rule = '${REVISIT_RULE}' as is_revisit, ${reason} as reason`;
}

function known(conditions: Conditions, table: string, at: Date): void {
  conditions.add(knownAt(table, conditions.place(at)));
}

/** Of a table's versions, or facts, those that were known at the instant which stands at that place of the values. */
function knownAt(table: string, at: string): string {
  return `${table}.known_from <= ${at}::timestamptz and (${table}.known_to is null or ${table}.known_to > ${at}::timestamptz)`;
}
