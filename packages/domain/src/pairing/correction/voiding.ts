import type { Recorded } from "../../case/case-kind";
import type { Refusal } from "../../case/refusal";
import { dayAt } from "../../time/day";
import type { PairingEvent } from "../pairing.events";
import type { PairingState } from "../pairing.state";
import type { EntryVoided } from "./correction.events";
import type { Entry } from "./entry";

/** What is known of an event before anybody judges whether it can be corrected. */
export function entryOf(event: Recorded<PairingEvent>): Entry {
  const { seq, type, cause, recordedAtMs } = event;
  return {
    seq,
    type,
    recordedBy: cause.kind === "command" ? cause.accountId : null,
    recordedOn: dayAt(recordedAtMs),
    id: event.type === "VisitRecorded" ? event.visitId : null,
  };
}

/** How entries of one type are taken out of a case: one row of the table of what can be corrected. */
export interface Voidable {
  /** Why it cannot be taken out now: it counts no longer, or something rests on it that cannot be undone; null: it can. */
  barred(state: PairingState, entry: Entry): Refusal | null;
  /** Whether others have built on it since: then not even its author takes it back alone. */
  isBuiltOn(state: PairingState, entry: Entry): boolean;
  /** The case without it. What falls with it is marked there, and said by the part's `reconcile`. */
  without(state: PairingState, voided: Recorded<EntryVoided>): PairingState;
}

export function noLongerCounts({ seq, type }: Entry): Refusal {
  return { code: "ENTRY_NO_LONGER_COUNTS", entrySeq: seq, entryType: type };
}

/** An entry on which an announced lift-out rests stays: a relapse or an appeal goes forward, never back. */
export function restedOnByLiftOut({ lifted }: PairingState, entry: Entry): Refusal | null {
  if (lifted?.restsOn?.includes(entry.seq) !== true) return null;
  return restedOn(entry, { seq: lifted.seq, type: "LiftedOut" });
}

/** Something was built on it since that cannot be undone with it. */
export function restedOn(
  { seq: entrySeq, type: entryType }: Entry,
  { seq: bySeq, type: byType }: { readonly seq: number; readonly type: string },
): Refusal {
  return { code: "ENTRY_RESTED_ON", entrySeq, entryType, bySeq, byType };
}
