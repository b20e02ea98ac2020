import type { SeatKind } from "../../case/seat";
import type { LadderRung } from "../../ladder/escalation-ladder";
import type { ClosingProof, ClosingReason } from "./closing.moves";

/** An office that may decide on a closing. */
export type DecidingOffice = Extract<SeatKind, "township-office" | "county-office">;

/** What a closing of one kind has to bring, and who decides on it. */
export interface ClosingKindRules {
  /** One of these has to be named; none: the reason is enough. */
  readonly proofs: readonly ClosingProof[];
  /** Photographs or scans that have to come along. */
  readonly evidenceAtLeast: number;
  /** Whether the area to which the household has gone has to be named. */
  readonly asksDestination: boolean;
  /** The lowest office that may decide; absent: the first one on the policy's ladder. */
  readonly decidedBy?: DecidingOffice;
}

export interface ClosingRules {
  /** Who decides on a closing, and within how many working days. */
  readonly ladder: readonly LadderRung[];
  /** Kinds that are not named here are asked the usual. */
  readonly kinds?: Readonly<Partial<Record<ClosingReason, ClosingKindRules>>>;
  /** Calendar days after a closing in which it may be found to be wrong; absent: thirty. */
  readonly reopenWithinDays?: number;
}
