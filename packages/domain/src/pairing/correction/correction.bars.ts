import type { Refusal, RefusalCode } from "../../case/refusal";
import type { PairingState } from "../pairing.state";

/** What must not be decided over an entry of which somebody says that it is wrong; null: nobody does. */
export function correctionOpen({ corrections }: Pick<PairingState, "corrections">): Refusal | null {
  return corrections.length === 0
    ? null
    : { code: "CORRECTION_OPEN", requestedSeqs: corrections.map(({ seq }) => seq) };
}

const needsRequest = ({ corrections }: PairingState): RefusalCode | null =>
  corrections.length === 0 ? "NO_VOID_REQUESTED" : null;

export const CORRECTION_BARS = { approveVoid: needsRequest, declineVoid: needsRequest };
