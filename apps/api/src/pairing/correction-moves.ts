import { TimelineView } from "@jiedui/database";
import { entryOf, type Entry, type PairingEvent, type Recorded } from "@jiedui/domain";
import { approveVoidRequest, declineVoidRequest, requestVoidRequest } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { moveRoute, type PreparingWith } from "./move-route";

const noteOf = (note: string) => ({ purpose: "correction-note", body: { note } });

export const CORRECTION_MOVES = {
  requestVoid: moveRoute("requestVoid", {
    request: requestVoidRequest,
    permission: "correction:request",
    summary: "Says that an entry is wrong; another person decides, unless the sender entered it today",
    prepare: async ({ entrySeq, reason, note, basedOnSeq }, given) => ({
      payload: { entry: await entry(given, entrySeq), reason },
      content: noteOf(note),
      basedOnSeq,
    }),
  }),
  approveVoid: moveRoute("approveVoid", {
    request: approveVoidRequest,
    permission: "correction:decide",
    summary: "Takes a wrong entry out, by somebody who did not ask for it; what rested on it follows",
    prepare: ({ requestedSeq, basedOnSeq }) => ({ payload: { requestedSeq }, basedOnSeq }),
  }),
  declineVoid: moveRoute("declineVoid", {
    request: declineVoidRequest,
    permission: "correction:decide",
    summary: "Leaves an entry as it is, with a reason, by somebody who did not ask for its correction",
    prepare: ({ requestedSeq, reason, note, basedOnSeq }) => ({
      payload: { requestedSeq, reason },
      content: noteOf(note),
      basedOnSeq,
    }),
  }),
};

/**
 * The entry as it stands in the log, which never changes.
 * @throws ProblemError 404 when there is none of that number, or the sender may not know of it
 */
async function entry({ manager, pairing }: PreparingWith, entrySeq: number): Promise<Entry> {
  const event = await new TimelineView().event(manager, pairing.caseId, entrySeq);
  if (event === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "event" });
  return entryOf(event.raw as Recorded<PairingEvent>);
}
