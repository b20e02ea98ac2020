import type { RefusalCode } from "../../case/refusal";
import type { PairingState } from "../pairing.state";
import { isGoingOn } from "./project-stage";

export const MEASURE_BARS = {
  correctMeasure: ({ measures }: PairingState): RefusalCode | null =>
    measures.length === 0 ? "MEASURE_NOT_FOUND" : null,
  advanceProject: ({ projects }: PairingState): RefusalCode | null =>
    projects.some(({ stage }) => isGoingOn(stage)) ? null : "PROJECT_NOT_FOUND",
};
