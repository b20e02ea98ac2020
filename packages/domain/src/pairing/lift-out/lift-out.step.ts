import type { PairingState } from "../pairing.state";
import type { LiftOutStep } from "./lift-out.moves";
import type { LiftOutUnderWay } from "./lift-out.state";

/** The lift-out of a case in verification; rules that only such a case reaches read it. */
export function underWay({ caseId, liftOut }: Pick<PairingState, "caseId" | "liftOut">): LiftOutUnderWay {
  if (liftOut === null) throw new Error(`case ${caseId} has no lift-out under way`);
  return liftOut;
}

/** As what stands in the log names it: whom a draw has passed by stands where whom it took stands, for the draw is a secret. */
export function stepAsTold({ step, isDrawn }: Pick<LiftOutUnderWay, "step" | "isDrawn">): LiftOutStep {
  return step === "approval" && isDrawn === false ? "county-check" : step;
}

export function isNoticeStep(step: LiftOutStep): step is "village-notice" | "township-notice" {
  return step === "village-notice" || step === "township-notice";
}
