import type { RuleContext } from "../case/case-kind";
import type { Because, NextStep, Obligation } from "../case/obligation";
import { ADMINISTRATOR_SEAT, seatId, type SeatId, type SeatKind } from "../case/seat";
import { climb, type LadderPosition, type LadderRung } from "../ladder/escalation-ladder";
import { addDays, dayAt, laterDay, startOf, type Day, type InstantMs } from "../time/day";
import type { ObligationEscalated } from "./pairing.events";
import { LIFT_OUT_STEPS } from "./lift-out/lift-out.moves";
import type { OpenedFacts } from "./opening/opening.state";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";

export type ObligationContext = Pick<RuleContext<PairingRules>, "rules" | "calendar">;

/** Whose seats a ladder leads through. */
export type Answering = Pick<OpenedFacts, "leadHelperId" | "helperUnitId" | "areaCode">;

/** Everything that can be owed in a pairing. */
export const OBLIGATION_KINDS = [
  "visit",
  "plan",
  "plan-review",
  "occasion-visit",
  "festival-visit",
  ...LIFT_OUT_STEPS,
  "objection",
  "relapse-report",
  "relapse-decision",
  "next-household",
  "revisits-completed",
  "term-review",
  "handover-answer",
  "successor-proposal",
  "new-household",
  "correction-decision",
  "closing-decision",
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** Something that is owed until it is done, and climbs a ladder of the policy when it is late. */
export interface Matter {
  /** Unique in the case for ever: what kind of matter, and the event or the day that brought it. */
  readonly key: string;
  readonly kind: Exclude<ObligationKind, "visit">;
  readonly rule: string;
  readonly ladder: readonly LadderRung[];
  /** The ladder's working days are counted from the day after. */
  readonly since: Day;
  /** Where the policy names a day: then the ladder's first working days are the grace after it. Absent: they are the term. */
  readonly dueOn?: Day;
  readonly armedBySeq: number;
  /** The first rung of a matter that is found late is climbed from then on, never before. */
  readonly notBeforeMs?: InstantMs;
  readonly answering: Answering;
}

/** A matter as an obligation, on the rung where it stands; what became late while a case was closed counts from its reopening. */
export function owed(
  matter: Matter,
  { fired, jitterMs, reopenedOn }: Pick<PairingState, "fired" | "jitterMs" | "reopenedOn">,
  context: ObligationContext,
): Obligation {
  const { ladder } = matter;
  const since = laterDay(matter.since, reopenedOn ?? matter.since);
  const dueOn = matter.dueOn === undefined ? undefined : laterDay(matter.dueOn, reopenedOn ?? matter.dueOn);
  const last = fired.find(({ key }) => key === matter.key) ?? null;
  const from = dueOn ?? since;
  const position = climb(ladder, from, last, context.calendar, jitterMs, matter.notBeforeMs ?? 0);
  const inTime = dueOn ?? climb(ladder, since, null, context.calendar, jitterMs, 0).reckoning.lastDay;
  return obligationAt(position, ladder, matter.answering, { ...matter, dueOn: inTime });
}

export function obligationAt(
  position: LadderPosition,
  ladder: readonly LadderRung[],
  answering: Answering,
  { key, kind, rule, dueOn, armedBySeq }: Pick<Obligation, "key" | "kind" | "rule" | "dueOn" | "armedBySeq">,
): Obligation {
  return {
    key,
    kind,
    rule,
    dueOn,
    armedBySeq,
    seats: seatsFrom(ladder, position.rung, answering),
    dueAtMs: startOf(addDays(dueOn, 1)),
    rung: position.rung,
    nextStep: position.nextStep,
    nextAtMs: position.nextAtMs,
    reckoning: position.reckoning,
  };
}

/** The seat of that rung, and those above it to which it falls when nobody holds it. */
function seatsFrom(
  ladder: readonly LadderRung[],
  rung: number,
  answering: Answering,
): readonly [SeatId, ...SeatId[]] {
  const [first, ...above] = ladder.slice(rung).map((each) => seatOf(each.seat, answering));
  return first === undefined ? [ADMINISTRATOR_SEAT] : [first, ...above, ADMINISTRATOR_SEAT];
}

function seatOf(kind: SeatKind, { leadHelperId, helperUnitId, areaCode }: Answering): SeatId {
  switch (kind) {
    case "lead-helper":
      return seatId(kind, leadHelperId);
    case "unit-head":
      return seatId(kind, helperUnitId);
    case "township-office":
      return seatId(kind, areaCode.slice(0, 9));
    case "county-office":
      return seatId(kind, areaCode.slice(0, 6));
    case "administrator":
      return ADMINISTRATOR_SEAT;
  }
}

/** A matter's time has passed: the next rung hears of it, or the highest one again. */
export function escalated(
  obligation: Obligation & { readonly nextStep: Exclude<NextStep, "remind"> },
  { ladder, answering }: Pick<Matter, "ladder" | "answering">,
  nowMs: InstantMs,
  ofVisit: Pick<ObligationEscalated, "missedMonths" | "uncoveredBySeq"> = { missedMonths: 0 },
): ObligationEscalated {
  const rung = obligation.nextStep === "escalate" ? obligation.rung + 1 : obligation.rung;
  return {
    type: "ObligationEscalated",
    v: 1,
    happenedOn: dayAt(nowMs),
    obligationKey: obligation.key,
    rung,
    repeated: obligation.nextStep === "repeat",
    seat: seatsFrom(ladder, rung, answering)[0],
    ...ofVisit,
    because: becauseOf(obligation, nowMs),
  };
}

/** Later than jitter and this, a step is said to be late. */
const PUNCTUAL_WITHIN_MS = 10 * 60_000;

export function becauseOf(
  obligation: Pick<Obligation, "rule" | "dueOn" | "reckoning" | "nextAtMs">,
  nowMs: InstantMs,
): Because {
  const behindMs = nowMs - obligation.nextAtMs;
  return {
    rule: obligation.rule,
    dueOn: obligation.dueOn,
    reckoning: obligation.reckoning,
    scheduledAtMs: obligation.nextAtMs,
    lateMs: behindMs > PUNCTUAL_WITHIN_MS ? behindMs : 0,
  };
}
