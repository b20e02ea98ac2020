import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import type { RefusalCode } from "../../case/refusal";
import { dayAt } from "../../time/day";
import { mayHaveVisited } from "../handover/former-leads";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import type { VisitEvent } from "./visit.events";
import type { VisitPayloads } from "./visit.moves";

type Context = CommandContext<PairingRules>;

export const DECIDE_VISIT = { recordVisit: decideRecordVisit, voidVisit: decideVoidVisit };
export const VISIT_BARS = {
  voidVisit: (_state: PairingState, { correction }: PairingRules): RefusalCode | null =>
    correction === undefined ? null : "VOID_NEEDS_FOUR_EYES",
};

function decideRecordVisit(
  state: PairingState,
  payload: VisitPayloads["recordVisit"],
  context: Context,
): Decision<VisitEvent> {
  const { rules, nowMs } = context;
  const { signedOn } = openedOf(state);
  const today = dayAt(nowMs);
  const { happenedOn, visitId, helperId, deputyFor, formVersion } = payload;
  if (happenedOn > today) return refuse({ code: "VISIT_IN_FUTURE", happenedOn, today });
  if (happenedOn < signedOn) return refuse({ code: "VISIT_BEFORE_SIGNING", happenedOn, signedOn });
  if (state.visits.some((visit) => visit.id === visitId))
    return refuse({ code: "VISIT_ALREADY_RECORDED", visitId });
  if (!mayHaveVisited(state, deputyFor ?? helperId, happenedOn))
    return refuse({ code: "VISITOR_NOT_OF_PAIRING", helperId });
  if (formVersion < 1 || formVersion > rules.visit.formVersion)
    return refuse({ code: "FORM_VERSION_UNKNOWN", given: formVersion, present: rules.visit.formVersion });
  return accept({
    type: "VisitRecorded",
    v: 1,
    happenedOn,
    visitId,
    helperId,
    ...(deputyFor === undefined ? {} : { deputyFor }),
    occasion: payload.occasion,
    formVersion,
    contentIds: context.contentIds,
  });
}

function decideVoidVisit(
  state: PairingState,
  { visitId, reason }: VisitPayloads["voidVisit"],
  { rules }: Context,
): Decision<VisitEvent> {
  if (rules.correction !== undefined) return refuse({ code: "VOID_NEEDS_FOUR_EYES" });
  const visit = state.visits.find((each) => each.id === visitId);
  if (visit === undefined) return refuse({ code: "VISIT_NOT_FOUND", visitId });
  if (visit.voided) return refuse({ code: "VISIT_ALREADY_VOIDED", visitId });
  return accept({ type: "VisitVoided", v: 1, happenedOn: visit.day, visitId, reason });
}
