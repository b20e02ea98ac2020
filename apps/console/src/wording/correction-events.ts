import { actorOf, type Tellers, type Told } from "./event-parts";
import { numberOf, partOf, textOf } from "./fields";
import type { Wording } from "./useWords";

/** Corrections and closings that were taken back, each event one sentence. */
export const TELL_CORRECTION: Tellers = {
  VoidRequested: (event, words) =>
    words.t("correction.VoidRequested", entryValues(event, "voidReason", words)),
  VoidDeclined: (event, words) =>
    words.t("correction.VoidDeclined", entryValues(event, "voidDeclineReason", words)),
  EntryVoided: (event, words) =>
    words.t(
      event.data.requestedSeq === null ? "correction.EntryTakenBack" : "correction.EntryVoided",
      entryValues(event, "voidReason", words),
    ),
  LiftOutSetBack: ({ data }, words) =>
    words.t(data.because === "household-moved" ? "correction.LiftOutMoved" : "correction.LiftOutSetBack", {
      from: words.term("liftOutStep", textOf(data, "from")),
      step: words.term("liftOutStep", textOf(data, "step")),
    }),
  PairingReopened: (event, words) =>
    words.t("correction.PairingReopened", {
      actor: actorOf(event, words),
      reason: words.term("reopeningReason", textOf(event.data, "reason")),
    }),
};

function entryValues(event: Told, reasons: string, words: Wording) {
  const entry = partOf(event.data, "entry") ?? {};
  return {
    actor: actorOf(event, words),
    seq: numberOf(entry, "seq"),
    entry: words.term("event", textOf(entry, "type")),
    reason: words.term(reasons, textOf(event.data, "reason")),
  };
}
