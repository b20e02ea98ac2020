import type { RefusalCode } from "../../case/refusal";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";

export const OCCASION_BARS = {
  reportOccasion: (_state: PairingState, { occasions }: PairingRules): RefusalCode | null =>
    occasions === undefined ? "OCCASIONS_NOT_IN_PROGRAMME" : null,
};
