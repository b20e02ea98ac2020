import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { coHelperTimes, isCoHelper, type HelpedAlong } from "./co-helper-times";
import type { CoHelperAdded, CoHelperEvent } from "./co-helpers.events";
import type { CoHelperPayloads } from "./co-helpers.moves";

type Context = CommandContext<PairingRules>;
type Decided = Decision<CoHelperEvent>;

export const DECIDE_CO_HELPERS = { addCoHelper: decideAddCoHelper, endCoHelper: decideEndCoHelper };

/** What somebody's helping along is decided by; of a running case, or of one that is about to begin. */
export type Helped = HelpedAlong & Pick<PairingState, "caseId" | "handover">;

/** Neither the lead nor twice, and no more than the policy's most; in service and with a place (claims). */
export function decideAddCoHelper(
  state: Helped,
  { helper: { id: helperId, rank }, happenedOn }: CoHelperPayloads["addCoHelper"],
  { rules, contentIds, nowMs }: Pick<Context, "rules" | "contentIds" | "nowMs">,
): Decision<CoHelperAdded> {
  const { leadHelperId, coHelpers, signedOn } = openedOf(state);
  const today = dayAt(nowMs);
  if (helperId === leadHelperId) return refuse({ code: "LEAD_HELPER_IS_CO_HELPER", helperId });
  if (isCoHelper(state, helperId)) return refuse({ code: "CO_HELPER_ALREADY", helperId });
  if (helperId === state.handover?.successor.id) return refuse({ code: "CO_HELPER_IS_SUCCESSOR", helperId });
  if (coHelpers.length >= rules.mostCoHelpers)
    return refuse({
      code: "TOO_MANY_CO_HELPERS",
      given: coHelpers.length + 1,
      allowed: rules.mostCoHelpers,
    });
  if (happenedOn > today) return refuse({ code: "CO_HELPER_DAY_IN_FUTURE", happenedOn, today });
  const from = coHelperTimes(state).reduce(
    (earliest, { id, until }) => (id === helperId && until !== null && until > earliest ? until : earliest),
    signedOn,
  );
  if (happenedOn < from) return refuse({ code: "CO_HELPER_DAY_TOO_EARLY", happenedOn, from });
  return accept({ type: "CoHelperAdded", v: 1, happenedOn, helperId, rank, contentIds });
}

/** A co-helper who was proposed to take over answers that first: the place is the same one. */
function decideEndCoHelper(
  state: PairingState,
  { helperId, reason, happenedOn }: CoHelperPayloads["endCoHelper"],
  { contentIds, nowMs }: Context,
): Decided {
  const today = dayAt(nowMs);
  const time = coHelperTimes(state).find(({ id, until }) => id === helperId && until === null);
  if (time === undefined) return refuse({ code: "NOT_A_CO_HELPER", helperId });
  if (helperId === state.handover?.successor.id) return refuse({ code: "CO_HELPER_IS_SUCCESSOR", helperId });
  if (happenedOn > today) return refuse({ code: "CO_HELPER_DAY_IN_FUTURE", happenedOn, today });
  if (happenedOn < time.from) return refuse({ code: "CO_HELPER_DAY_TOO_EARLY", happenedOn, from: time.from });
  return accept({ type: "CoHelperEnded", v: 1, happenedOn, helperId, reason, contentIds });
}
