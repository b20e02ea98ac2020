import type { RefusalCode } from "../../case/refusal";
import type { HandoverKept } from "./handover.state";

const needsProposal = ({ handover }: HandoverKept): RefusalCode | null =>
  handover === null ? "NO_HANDOVER_PROPOSED" : null;

export const HANDOVER_BARS = {
  reportLeadGone: ({ leadToChange }: HandoverKept): RefusalCode | null =>
    leadToChange === null ? null : "SUCCESSOR_OWED_ALREADY",
  proposeHandover: ({ handover }: HandoverKept): RefusalCode | null =>
    handover === null ? null : "HANDOVER_ALREADY_PROPOSED",
  acceptHandover: needsProposal,
  declineHandover: needsProposal,
};
