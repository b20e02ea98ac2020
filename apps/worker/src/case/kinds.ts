import type { CaseKindName } from "@jiedui/workflow-contracts";
import { pairingRecording } from "../pairing/pairing.recording";

/** Every kind of case that this release records; a kind that the contracts name and this misses does not compile. */
export const RECORDED_KINDS = { pairing: pairingRecording } satisfies Record<CaseKindName, unknown>;

export function isRecordedKind(kind: string): kind is CaseKindName {
  return kind in RECORDED_KINDS;
}
