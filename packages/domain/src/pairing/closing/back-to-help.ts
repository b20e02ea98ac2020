import type { PairingState } from "../pairing.state";

/** Help goes on. A closing that was asked for meanwhile is still asked for; rejected, it leads back to help. */
export function backToHelp({
  stage,
  closing,
}: Pick<PairingState, "stage" | "closing">): Pick<PairingState, "stage" | "closing"> {
  return stage === "closing" && closing !== null
    ? { stage, closing: { ...closing, from: "helping" } }
    : { stage: "helping", closing };
}
