import { append, decideCommand, follow, nextWakeMs, type CaseInHand } from "../case/advance";
import type { CaseCommand, Cause, Recorded } from "../case/case-kind";
import type { Decision } from "../case/decision";
import type { Obligation } from "../case/obligation";
import type { Refusal } from "../case/refusal";
import type { DivisionCode } from "../area/division-code";
import { day, startOf, weekdayOf, type Day, type InstantMs } from "../time/day";
import { packYear, type WorkCalendar } from "../time/work-calendar";
import { MUST_OCCASIONS, PERSONAL_DAYS } from "./occasions/occasions.moves";
import type { PairingEvent, PairingEventType } from "./pairing.events";
import type { ClosingReason } from "./closing/closing.moves";
import { LIFT_OUT_STEPS } from "./lift-out/lift-out.moves";
import { PLAN_GROUNDS, PLAN_PARTS } from "./plan/plan.moves";
import { pairingKind } from "./pairing.kind";
import type { PairingMove, PairingPayloads } from "./pairing.moves";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { entryOf } from "./correction/voiding";
import type { VoidReason } from "./visit/visit.moves";

/** A made-up programme; no real one's numbers are tested by accident. */
export const RULES: PairingRules = {
  programmeId: "made-up",
  version: 3,
  areaCode: "420626000000" as DivisionCode,
  inForceFrom: day("2012-03-01"),
  termMonths: 36,
  subjectKinds: {
    "poor-household": { leadRankAtLeast: "none" },
    petitioner: { leadRankAtLeast: "section" },
  },
  mostCoHelpers: 2,
  householdsPerHelper: { none: 1, general: 2, section: 3, county: 5, "vice-city": 5 },
  visit: {
    firstMonthIfSignedByDay: 15,
    everyMonths: 1,
    formVersion: 2,
    reminderDaysBefore: [7, 1],
    ladder: [
      { seat: "lead-helper", workingDays: 3 },
      { seat: "unit-head", workingDays: 5 },
      { seat: "township-office", workingDays: 5 },
      { seat: "county-office", workingDays: 10 },
    ],
  },
  occasions: {
    musts: MUST_OCCASIONS,
    visitWithinDays: 5,
    personalDays: PERSONAL_DAYS,
    festivals: [],
    daysBefore: 3,
    ladder: [
      { seat: "lead-helper", workingDays: 2 },
      { seat: "unit-head", workingDays: 3 },
      { seat: "county-office", workingDays: 5 },
    ],
  },
  handover: {
    ladder: [
      { seat: "lead-helper", workingDays: 5 },
      { seat: "unit-head", workingDays: 3 },
      { seat: "county-office", workingDays: 5 },
    ],
  },
  closing: {
    ladder: [
      { seat: "township-office", workingDays: 5 },
      { seat: "county-office", workingDays: 10 },
    ],
  },
};

const OFFICE = [{ seat: "township-office", workingDays: 5 }] as const;
const COUNTY = [{ seat: "county-office", workingDays: 10 }] as const;

/** The same with everything that a life can have. */
export const WHOLE_RULES: PairingRules = {
  ...RULES,
  plan: {
    parts: PLAN_PARTS,
    producingAtLeast: 1,
    dueWithinDays: 30,
    ladder: [
      { seat: "lead-helper", workingDays: 5 },
      { seat: "unit-head", workingDays: 5 },
      { seat: "township-office", workingDays: 10 },
    ],
    reviewLadder: [...OFFICE, ...COUNTY],
    grounds: PLAN_GROUNDS,
    renewAfterMonths: 12,
  },
  income: {
    yearBeginsOn: "10-01",
    lines: [2024, 2025, 2026, 2027, 2028, 2029].map((incomeYear) => ({ incomeYear, lineFen: 300_000 })),
  },
  liftOut: {
    incomeYearsOverLine: 1,
    criteria: ["food", "clothing", "schooling", "medical-care", "housing"],
    appraisalQuorumPercent: 66,
    steps: LIFT_OUT_STEPS.map((step) => ({
      step,
      ladder: step === "county-check" || step === "approval" ? COUNTY : [...OFFICE, ...COUNTY],
    })),
    villageNotice: { days: 7, counting: "calendar-days" },
    townshipNotice: { days: 5, counting: "working-days" },
    objectionLadder: OFFICE,
    sample: { kind: "share", percent: 30 },
  },
  revisit: {
    everyMonths: 3,
    forMonths: 24,
    relapseLinePercent: 150,
    relapseLadder: COUNTY,
    offerLadder: OFFICE,
    completionLadder: COUNTY,
  },
  term: { ladder: COUNTY },
  correction: { ladder: [...OFFICE, ...COUNTY] },
};

/** 2026 is published, without any holiday but a week in October; later years are provisional. */
export const CALENDAR: WorkCalendar = {
  version: "made-up-1",
  publishedYears: {
    "2026": packYear(
      2026,
      (each) =>
        weekdayOf(each) !== 0 && weekdayOf(each) !== 6 && !(each >= "2026-10-01" && each <= "2026-10-07"),
    ),
  },
};

/** A closing that is asked for with all that it needs. */
export function closingOf(reason: ClosingReason, happenedOn: Day): PairingPayloads["requestClosing"] {
  const proofs = {
    died: { proof: "death-certificate" },
    "moved-away": { proof: "register-moved", movedTo: "310104000000" as DivisionCode },
    "found-ineligible": { proof: "investigation-report" },
    "opened-by-mistake": {},
  } as const satisfies Record<ClosingReason, object>;
  return { reason, happenedOn, ...proofs[reason] };
}

export const CASE_ID = "0f8b1c66-4f3a-4f6e-9a53-7d1f2b3c4d5e";
export const OPENING: PairingPayloads["open"] = {
  programmeId: "made-up",
  subject: { id: "subject-1", kind: "poor-household", areaCode: "420626100201" as DivisionCode },
  leadHelper: { id: "helper-1", rank: "general", unitId: "unit-1" },
  coHelpers: [{ id: "helper-2", rank: "section" }],
  signedOn: day("2026-01-10"),
  termMonths: null,
};

/** Noon of a day in China. */
export function noonOf(text: string): InstantMs {
  return startOf(day(text)) + 12 * 3_600_000;
}

export interface Given {
  readonly by?: string;
  readonly role?: string;
  readonly basedOnSeq?: number | null;
  readonly contentIds?: readonly string[];
}

/** A pairing that lives without any engine: commands are decided and recorded, time passes and is followed. */
export class PairingLife {
  inHand: CaseInHand<PairingState, PairingRules>;
  readonly log: Recorded<PairingEvent>[] = [];
  private keys = 0;
  private isTogether = false;

  constructor(beginsAtMs: InstantMs, rules: PairingRules = RULES) {
    this.inHand = {
      state: pairingKind.initial(CASE_ID),
      seq: 0,
      rules,
      calendar: CALENDAR,
      nowMs: beginsAtMs,
    };
  }

  get state(): PairingState {
    return this.inHand.state;
  }

  get nowMs(): InstantMs {
    return this.inHand.nowMs;
  }

  /** Decides a command, records what it brings and what follows from it. */
  give<Move extends PairingMove>(
    move: Move,
    payload: PairingPayloads[Move],
    given: Given = {},
  ): Decision<PairingEvent> {
    const command = this.command(move, payload, given);
    const decision = decideCommand(pairingKind, this.inHand, command, this.log);
    if (decision.accepted) {
      const { accountId, role } = command.actor;
      this.record(decision.events, { kind: "command", accountId, role, key: command.key });
      if (!this.isTogether) this.follow();
    }
    return decision;
  }

  /** Commands that arrived while the case was busy: decided one after the other, then followed once. */
  together(commands: () => void): void {
    this.isTogether = true;
    commands();
    this.isTogether = false;
    this.follow();
  }

  /** What a command would be answered, without recording anything. */
  ask(move: PairingMove, payload: unknown, given: Given = {}): Decision<PairingEvent> {
    return decideCommand(pairingKind, this.inHand, this.command(move, payload, given), this.log);
  }

  /** A visit by the lead helper, or as given. */
  visit(happenedOn: string, visitId = `visit-${happenedOn}`): Decision<PairingEvent> {
    return this.give("recordVisit", {
      visitId,
      happenedOn: happenedOn as Day,
      helperId: this.state.opened?.leadHelperId ?? "helper-1",
      occasion: "regular",
      formVersion: 1,
    });
  }

  /** Somebody asks for an entry to be taken out, and another one does; or the first refusal. */
  correct(seq: number, reason: VoidReason = "wrong-content"): Decision<PairingEvent> {
    const event = this.log.find((each) => each.seq === seq);
    if (event === undefined) throw new Error(`the log has no event ${seq}`);
    const asked = this.give("requestVoid", { entry: entryOf(event), reason }, { by: "clerk" });
    if (!asked.accepted) return asked;
    const requestedSeq = this.state.corrections.at(-1)?.seq ?? 0;
    return this.give("approveVoid", { requestedSeq }, { by: "office" });
  }

  /** Lets time pass; the case is woken whenever it asked for it. */
  passTo(untilMs: InstantMs): this {
    for (;;) {
      const wakeAtMs = nextWakeMs(pairingKind, this.inHand);
      if (wakeAtMs === undefined || wakeAtMs > untilMs) break;
      this.at(Math.max(wakeAtMs, this.nowMs)).follow();
    }
    return this.at(Math.max(untilMs, this.nowMs));
  }

  /** Time passes and nobody is there to wake the case; then it is woken once. */
  awayUntil(untilMs: InstantMs): this {
    return this.at(untilMs).follow();
  }

  obligations(): readonly Obligation[] {
    return pairingKind.obligations(this.state, this.inHand);
  }

  obligation(kind: string): Obligation {
    const found = this.obligations().find((each) => each.kind === kind);
    if (found === undefined) throw new Error(`nothing of kind ${kind} is owed`);
    return found;
  }

  events<Type extends PairingEventType>(type: Type): Extract<Recorded<PairingEvent>, { type: Type }>[] {
    return this.log.filter(
      (event): event is Extract<Recorded<PairingEvent>, { type: Type }> => event.type === type,
    );
  }

  private at(nowMs: InstantMs): this {
    this.inHand = { ...this.inHand, nowMs };
    return this;
  }

  private follow(): this {
    const { inHand, recorded } = follow(pairingKind, this.inHand, this.inHand.rules.version);
    this.inHand = inHand;
    this.log.push(...recorded);
    return this;
  }

  private record(events: readonly PairingEvent[], cause: Cause): void {
    const { inHand, recorded } = append(pairingKind, this.inHand, events, cause, this.inHand.rules.version);
    this.inHand = inHand;
    this.log.push(...recorded);
  }

  /** Whoever needs a basis has just looked. */
  private usualBasis(move: PairingMove): number | null {
    return pairingKind.movesNeedingBasis.includes(move) ? this.inHand.seq : null;
  }

  private command(move: PairingMove, payload: unknown, given: Given): CaseCommand {
    this.keys += 1;
    return {
      move,
      payload,
      actor: { accountId: given.by ?? "account-1", role: given.role ?? "county-office" },
      key: `key-${this.keys}`,
      bodyHash: "hash",
      basedOnSeq: given.basedOnSeq === undefined ? this.usualBasis(move) : given.basedOnSeq,
      knownSeq: null,
      contentIds: given.contentIds ?? [],
    };
  }
}

/** A pairing signed and recorded on 10 January 2026, so that January's visit is the first one owed. */
export function openedPairing(
  opening: Partial<PairingPayloads["open"]> = {},
  rules: PairingRules = RULES,
): PairingLife {
  const life = new PairingLife(noonOf("2026-01-10"), rules);
  const decision = life.give("open", { ...OPENING, ...opening });
  if (!decision.accepted) throw new Error(`opening was refused: ${decision.refusal.code}`);
  return life;
}

export function refusalOf(decision: Decision<PairingEvent>): Refusal {
  if (decision.accepted) throw new Error("was accepted");
  return decision.refusal;
}
