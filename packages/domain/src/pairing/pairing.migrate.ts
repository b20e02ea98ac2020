import type { FiredRung } from "../ladder/escalation-ladder";
import type { InstantMs } from "../time/day";
import type { CoHelpersKept } from "./co-helpers/co-helpers.state";
import { NEVER_CLOSED, type ReopeningKept, type RequestedClosing } from "./closing/closing.state";
import { NO_CORRECTION, type CorrectionKept } from "./correction/correction.state";
import type { ProposedHandover } from "./handover/handover.state";
import { HOUSEHOLD_AS_SIGNED, type HouseholdKept } from "./household/household.state";
import type { EarlierIncomesKept, IncomeKept } from "./income/income.state";
import type { LiftOutKept } from "./lift-out/lift-out.state";
import { NO_MEASURES, type MeasuresKept } from "./measures/measures.state";
import { NO_OCCASIONS, type OccasionsKept } from "./occasions/occasions.state";
import type { OpenedFacts } from "./opening/opening.state";
import type { FiredMatter, PairingState } from "./pairing.state";
import { NO_PLAN, type PlanKept } from "./plan/plan.state";
import type { RevisitKept } from "./revisit/revisit.state";
import type { ReviewedTermKept, TermKept } from "./term/term.state";

/** As the first release carried it, before handovers. */
type FirstState = Omit<SecondState, "schemaVersion" | "handover" | "formerLeads" | "opened"> & {
  readonly schemaVersion: 1;
  readonly opened: Omit<OpenedFacts, "subjectKind"> | null;
};
/** As the second one did, when each matter kept its rung with its facts. */
type SecondState = Omit<ThirdState, "schemaVersion" | "fired" | "handover" | "closing" | keyof Whole> & {
  readonly schemaVersion: 2;
  readonly handover: (ProposedHandover & { proposedAtMs: InstantMs; fired: FiredRung | null }) | null;
  readonly closing: (RequestedClosing & { requestedAtMs: InstantMs; fired: FiredRung | null }) | null;
};

/** What the third one added: the rest of a life, none of which had begun. */
type Whole = OccasionsKept & IncomeKept & LiftOutKept & RevisitKept & TermKept;
const NOTHING_OF_IT: Whole = {
  ...NO_OCCASIONS,
  incomes: [],
  liftOut: null,
  lifted: null,
  relapse: null,
  termReview: null,
};

/** As the third one did, with a whole life. */
type ThirdState = Omit<PairingState, "schemaVersion" | keyof SinceThird> & { readonly schemaVersion: 3 };

/** What the fourth one added: plans and measures, changes of the household, co-helpers who come and go. */
type SinceThird = Pick<PairingState, "leadToChange"> &
  PlanKept &
  MeasuresKept &
  CoHelpersKept &
  HouseholdKept &
  EarlierIncomesKept &
  ReviewedTermKept &
  ReopeningKept &
  CorrectionKept;
const NOTHING_SINCE_THIRD: SinceThird = {
  leadToChange: null,
  ...NO_PLAN,
  ...NO_MEASURES,
  formerCoHelpers: [],
  ...HOUSEHOLD_AS_SIGNED,
  earlierIncomes: [],
  reviewedSeq: null,
  ...NEVER_CLOSED,
  ...NO_CORRECTION,
};

/** Lifts a state of an older release. */
export function migratePairing(state: { readonly schemaVersion: number }): PairingState {
  switch (state.schemaVersion) {
    case 4:
      return state as PairingState;
    case 3:
      return fromThird(state as ThirdState);
    case 2:
      return fromThird(fromSecond(state as SecondState));
    case 1:
      return fromThird(fromSecond(fromFirst(state as FirstState)));
    default:
      throw new RangeError(`a pairing's state of version ${state.schemaVersion} is newer than this release`);
  }
}

function fromFirst({ opened, ...first }: FirstState): SecondState {
  return {
    ...first,
    schemaVersion: 2,
    opened: opened === null ? null : { ...opened, subjectKind: null },
    handover: null,
    formerLeads: [],
  };
}

function fromSecond(second: SecondState): ThirdState {
  const fired: FiredMatter[] = [];
  let handover: ProposedHandover | null = null;
  let closing: RequestedClosing | null = null;
  if (second.handover !== null) {
    const { proposedAtMs: _proposedAtMs, fired: rung, ...facts } = second.handover;
    if (rung !== null) fired.push({ key: `handover:${facts.seq}`, ...rung });
    handover = facts;
  }
  if (second.closing !== null) {
    const { requestedAtMs: _requestedAtMs, fired: rung, ...facts } = second.closing;
    if (rung !== null) fired.push({ key: `closing:${facts.seq}`, ...rung });
    closing = facts;
  }
  return { ...second, ...NOTHING_OF_IT, schemaVersion: 3, fired, handover, closing };
}

function fromThird(third: ThirdState): PairingState {
  return { ...third, ...NOTHING_SINCE_THIRD, schemaVersion: 4 };
}
