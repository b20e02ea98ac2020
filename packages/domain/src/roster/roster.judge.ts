import type { DivisionCode } from "../area/division-code";
import type { Rank } from "../people/rank";
import { decideOpen } from "../pairing/opening/opening.decide";
import { takenOverOf } from "../pairing/opening/taken-over";
import { householdsOf } from "../pairing/pairing.claims";
import { pairingKind } from "../pairing/pairing.kind";
import type { PairingRules } from "../pairing/pairing.rules";
import type { SubjectKind } from "../subject/subject-kind";
import type { Day, InstantMs } from "../time/day";
import { ROSTER_PARTS } from "./roster.columns";
import { Leads, type KnownPairing, type LedPairing } from "./roster.leads";
import type { RosterReason } from "./roster.refusal";
import {
  helperIdentity,
  type CoHelperValues,
  type HelperValues,
  type HouseholdValues,
  type PairValues,
  type ReadRow,
} from "./roster.rows";
import type { RosterRowState } from "./roster.state";

/** What is there already of what the rows tell. */
export interface RegisterKnown {
  readonly units: readonly { readonly id: string; readonly name: string; readonly areaCode: DivisionCode }[];
  readonly helpers: readonly KnownHelper[];
  /** By the identity numbers that the rows name. */
  readonly people: ReadonlyMap<string, KnownPerson>;
}
export interface KnownHelper {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly rank: Rank;
  readonly retiredOn: Day | null;
  /** Households that the helper holds. */
  readonly held: number;
}
export interface KnownPerson {
  readonly isHead: boolean;
  readonly subject: { readonly id: string; readonly kind: SubjectKind; readonly areaCode: DivisionCode };
  /** Its pairing in the programme. */
  readonly pairing: KnownPairing | null;
}

export interface JudgingContext {
  readonly register: RegisterKnown;
  readonly rules: PairingRules;
  /** The county that is taken over; units that are made belong to it. */
  readonly areaCode: DivisionCode;
  readonly nowMs: InstantMs;
  /** The id of what a row becomes. */
  idOf(ordinal: number): string;
}

/** Who helps whom, from which day on. */
export interface JudgedPair {
  readonly subjectId: string;
  readonly helperId: string;
  readonly since: Day;
  /** The row of the lead beside whom somebody helps along. */
  readonly leadOrdinal: number | null;
}
export interface JudgedRow extends Omit<ReadRow, "refusal"> {
  /** In the order of taking over. */
  readonly ordinal: number;
  readonly state: RosterRowState;
  readonly reason: RosterReason | null;
  /** What it becomes, or has become known as. */
  readonly targetId: string | null;
  readonly unit: { readonly id: string; readonly areaCode: DivisionCode } | null;
  readonly pair: JudgedPair | null;
}

interface Target {
  readonly id: string;
  readonly line: number;
  readonly failed: boolean;
}
interface Outcome {
  readonly reason?: RosterReason;
  /** It is there already under this id. */
  readonly known?: string;
  readonly unit?: JudgedRow["unit"];
  readonly pair?: JudgedPair;
  /** The pairing that a lead's row has, or will have. */
  readonly led?: LedPairing;
}
type JudgedHelper = { readonly id: string; readonly rank: Rank; readonly unitId: string };

/** Says of every row what will become of it: units before helpers, helpers and households before pairs, leads first. */
export function judgeRows(rows: readonly ReadRow[], context: JudgingContext): JudgedRow[] {
  const inOrder = ROSTER_PARTS.flatMap((part) => rows.filter((row) => row.part === part));
  const judge = new Judge(context);
  return inOrder.map((row, index) => judge.judge(row, index + 1));
}

class Judge {
  private readonly units = new Map<string, { id: string; areaCode: DivisionCode }[]>();
  private readonly helpersKnown = new Map<string, KnownHelper[]>();
  private readonly helpersByName = new Map<string, Set<string>>();
  private readonly unitRows = new Map<string, Target>();
  private readonly helperRows = new Map<
    string,
    Target & { values: HelperValues | null; unitId: string | null }
  >();
  private readonly householdRows = new Map<string, Target & { values: HouseholdValues | null }>();
  private readonly leads: Leads;
  private readonly held = new Map<string, number>();

  constructor(private readonly context: JudgingContext) {
    this.leads = new Leads(context);
    const { units, helpers } = context.register;
    const nameOf = new Map<string, string>();
    for (const { id, name, areaCode } of units) {
      this.units.set(name, [...(this.units.get(name) ?? []), { id, areaCode }]);
      nameOf.set(id, name);
    }
    for (const helper of helpers) {
      const unitName = nameOf.get(helper.unitId) ?? "";
      this.nameHelper(unitName, helper.name);
      const key = helperIdentity(unitName, helper.name) ?? "";
      this.helpersKnown.set(key, [...(this.helpersKnown.get(key) ?? []), helper]);
      this.held.set(helper.id, helper.held);
    }
  }

  judge(row: ReadRow, ordinal: number): JudgedRow {
    const { refusal, ...read } = row;
    const outcome: Outcome = refusal === null ? this.outcomeOf(row) : { reason: refusal };
    const failed = outcome.reason !== undefined;
    const targetId = failed ? null : (outcome.known ?? this.context.idOf(ordinal));
    this.remember(row, { id: targetId ?? "", line: row.line, failed }, outcome.unit?.id ?? null);
    if (row.part === "pair" && row.identity !== null)
      this.leads.note(row.identity, { ordinal, line: row.line, pairing: outcome.led ?? null });
    return {
      ...read,
      ordinal,
      state: failed ? "failed" : outcome.known === undefined ? "ready" : "known",
      reason: outcome.reason ?? null,
      targetId,
      unit: outcome.unit ?? null,
      pair: outcome.pair ?? null,
    };
  }

  private outcomeOf({ values, line }: ReadRow): Outcome {
    if (values === null) throw new Error("a row without a refusal has values");
    switch (values.part) {
      case "unit":
        return this.unit(values.name);
      case "helper":
        return this.helper(values);
      case "household":
        return this.household(values);
      case "pair":
        return this.pair(values);
      case "co-helper":
        return this.coHelper(values, line);
    }
  }

  private unit(name: string): Outcome {
    const before = this.unitRows.get(name);
    if (before?.failed === false) return { reason: { code: "UNIT_TWICE", firstLine: before.line } };
    const [known, ...more] = this.units.get(name) ?? [];
    if (more.length > 0)
      return { reason: { code: "UNIT_AMBIGUOUS", column: "unit-name", count: more.length + 1 } };
    return known === undefined ? {} : { known: known.id };
  }

  private helper(values: HelperValues): Outcome {
    const key = helperIdentity(values.unitName, values.name) ?? "";
    const before = this.helperRows.get(key);
    if (before?.failed === false) return { reason: { code: "HELPER_TWICE", firstLine: before.line } };
    const unit = this.unitOf(values.unitName);
    if ("reason" in unit) return unit;
    const [known, ...more] = this.helpersKnown.get(key) ?? [];
    if (more.length > 0)
      return { reason: { code: "HELPER_AMBIGUOUS", column: "helper-name", count: more.length + 1 } };
    if (known === undefined) return { unit: unit.unit };
    if (known.retiredOn !== null)
      return { reason: { code: "HELPER_OUT_OF_SERVICE", retiredOn: known.retiredOn } };
    return { known: known.id, unit: unit.unit };
  }

  private unitOf(name: string): { unit: NonNullable<JudgedRow["unit"]> } | { reason: RosterReason } {
    const row = this.unitRows.get(name);
    if (row !== undefined && !row.failed) return { unit: { id: row.id, areaCode: this.context.areaCode } };
    const [known, ...more] = this.units.get(name) ?? [];
    if (known === undefined) return { reason: { code: "UNIT_UNKNOWN", column: "unit-name" } };
    if (more.length > 0)
      return { reason: { code: "UNIT_AMBIGUOUS", column: "unit-name", count: more.length + 1 } };
    return { unit: known };
  }

  private household(values: HouseholdValues): Outcome {
    const before = this.householdRows.get(values.residentId);
    if (before?.failed === false) return { reason: { code: "HOUSEHOLD_TWICE", firstLine: before.line } };
    const known = this.context.register.people.get(values.residentId);
    if (known === undefined) return {};
    return known.isHead
      ? { known: known.subject.id }
      : { reason: { code: "MEMBER_OF_ANOTHER_HOUSEHOLD", column: "resident-id" } };
  }

  private pair(values: PairValues): Outcome {
    const firstLine = this.leads.lineOf(values.residentId);
    if (firstLine !== undefined) return { reason: { code: "HOUSEHOLD_PAIRED_TWICE", firstLine } };
    const subject = this.subjectOf(values.residentId);
    if ("code" in subject) return { reason: subject };
    const helper = this.helperOf(values);
    if ("code" in helper) return { reason: helper };
    const known = this.context.register.people.get(values.residentId)?.pairing ?? null;
    if (known === null) return this.opening(values, subject, helper);
    if (known.ledBy !== helper.id) return { reason: { code: "HOUSEHOLD_PAIRED_OTHERWISE" } };
    const { caseId, signedOn, isLifted } = known;
    const led = { subjectId: subject.id, leadHelperId: helper.id, signedOn, isLifted, known };
    return { known: caseId, pair: pairOf(led), led };
  }

  /** Beside the lead of the same workbook; each stands or fails by itself. */
  private coHelper(values: CoHelperValues, line: number): Outcome {
    const led = this.leads.pairingOf(values.residentId);
    if ("code" in led) return { reason: led };
    const helper = this.helperOf(values);
    if ("code" in helper) return { reason: helper };
    const helping = this.leads.mayHelpAlong(values.residentId, helper, values.since);
    if ("code" in helping) return { reason: helping };
    const { known, ...pair } = helping;
    const full = known !== undefined || led.isLifted ? null : this.takesPlace(helper);
    if (full !== null) return { reason: full };
    this.leads.helpsAlong(values.residentId, helper.id, line);
    const judged = { pair: { ...pair, helperId: helper.id } };
    return known === undefined ? judged : { ...judged, known };
  }

  /** The rules of an opening, before anything is there to be opened. */
  private opening(
    { signedOn, lastVisitOn, liftedOutOn }: PairValues,
    subject: KnownPerson["subject"],
    helper: JudgedHelper,
  ): Outcome {
    const { rules, nowMs } = this.context;
    const decision = decideOpen(
      pairingKind.initial(subject.id),
      {
        programmeId: rules.programmeId,
        subject,
        leadHelper: helper,
        coHelpers: [],
        signedOn,
        termMonths: null,
        takenOver: takenOverOf(lastVisitOn, liftedOutOn),
      },
      { rules, nowMs },
    );
    if (!decision.accepted) return { reason: decision.refusal };
    const isLifted = liftedOutOn !== null;
    const full = isLifted ? null : this.takesPlace(helper);
    if (full !== null) return { reason: full };
    const led = { subjectId: subject.id, leadHelperId: helper.id, signedOn, isLifted, known: null };
    return { pair: pairOf(led), led };
  }

  private takesPlace({ id: helperId, rank }: JudgedHelper): RosterReason | null {
    const [held, capacity] = [this.held.get(helperId) ?? 0, householdsOf(rank, this.context.rules)];
    if (held >= capacity) return { code: "HELPER_AT_CAPACITY", helperId, held, capacity };
    this.held.set(helperId, held + 1);
    return null;
  }

  private subjectOf(residentId: string): KnownPerson["subject"] | RosterReason {
    const row = this.householdRows.get(residentId);
    const known = this.context.register.people.get(residentId);
    if (known?.isHead === true) return known.subject;
    if (row === undefined) return { code: "HOUSEHOLD_IN_NO_ROW", column: "resident-id" };
    if (row.failed || row.values === null) return { code: "HOUSEHOLD_ROW_FAILED", line: row.line };
    return { id: row.id, kind: row.values.kind, areaCode: row.values.areaCode };
  }

  private helperOf(values: Pick<PairValues, "helperName" | "unitName">): JudgedHelper | RosterReason {
    const keys =
      values.unitName === null
        ? [...(this.helpersByName.get(values.helperName) ?? [])]
        : [helperIdentity(values.unitName, values.helperName) ?? ""];
    if (keys.length > 1) return { code: "HELPER_AMBIGUOUS", column: "helper-name", count: keys.length };
    const [key = ""] = keys;
    const [known, ...more] = this.helpersKnown.get(key) ?? [];
    if (more.length > 0) return { code: "HELPER_AMBIGUOUS", column: "helper-name", count: more.length + 1 };
    if (known !== undefined)
      return known.retiredOn === null
        ? { id: known.id, rank: known.rank, unitId: known.unitId }
        : { code: "HELPER_OUT_OF_SERVICE", retiredOn: known.retiredOn };
    const row = this.helperRows.get(key);
    if (row === undefined) return { code: "HELPER_IN_NO_ROW", column: "helper-name" };
    if (row.failed || row.values === null || row.unitId === null)
      return { code: "HELPER_ROW_FAILED", line: row.line };
    return { id: row.id, rank: row.values.rank, unitId: row.unitId };
  }

  /** What later rows refer to; the first that can be taken over counts, else the first. */
  private remember({ part, identity, values }: ReadRow, target: Target, unitId: string | null): void {
    if (identity === null) return;
    if (part === "unit") keepFirst(this.unitRows, identity, target);
    else if (part === "helper") {
      const told = values?.part === "helper" ? values : null;
      if (told !== null) this.nameHelper(told.unitName, told.name);
      keepFirst(this.helperRows, identity, { ...target, values: told, unitId });
    } else if (part === "household")
      keepFirst(this.householdRows, identity, {
        ...target,
        values: values?.part === "household" ? values : null,
      });
  }

  private nameHelper(unitName: string, name: string): void {
    const key = helperIdentity(unitName, name) ?? "";
    this.helpersByName.set(name, (this.helpersByName.get(name) ?? new Set()).add(key));
  }
}

function pairOf({ subjectId, leadHelperId, signedOn }: LedPairing): JudgedPair {
  return { subjectId, helperId: leadHelperId, since: signedOn, leadOrdinal: null };
}

function keepFirst<Each extends Target>(rows: Map<string, Each>, identity: string, row: Each): void {
  const before = rows.get(identity);
  if (before === undefined || (before.failed && !row.failed)) rows.set(identity, row);
}
