import { lies, levelOf } from "../area/division-code";
import type { CommandContext, Decide } from "../case/case-kind";
import { accept, refuse, type Decision } from "../case/decision";
import { isRankAtLeast } from "../people/rank";
import { addMonths, dayAt } from "../time/day";
import type { PairingEvent } from "./pairing.events";
import {
  decideAcceptHandover,
  decideDeclineHandover,
  decideProposeHandover,
  mayHaveVisited,
} from "./pairing.handover";
import { PAIRING_MOVES_BY_STAGE, type PairingMove, type PairingPayloads } from "./pairing.moves";
import type { PairingRules } from "./pairing.rules";
import type { PairingState } from "./pairing.state";
import { firstVisitMonth } from "./pairing.visit-duty";

type Context = CommandContext<PairingRules>;
type Payload<Move extends PairingMove> = PairingPayloads[Move];

/** Each move's rule; a move without one does not compile. */
export const DECIDE_PAIRING: {
  readonly [Move in PairingMove]: Decide<PairingState, Payload<Move>, PairingEvent, PairingRules>;
} = {
  open: inStage("open", decideOpen),
  recordVisit: inStage("recordVisit", decideRecordVisit),
  voidVisit: inStage("voidVisit", decideVoidVisit),
  proposeHandover: inStage("proposeHandover", decideProposeHandover),
  acceptHandover: inStage("acceptHandover", decideAcceptHandover),
  declineHandover: inStage("declineHandover", decideDeclineHandover),
  requestClosing: inStage("requestClosing", decideRequestClosing),
  approveClosing: inStage("approveClosing", decideApproveClosing),
  rejectClosing: inStage("rejectClosing", decideRejectClosing),
};

/** Refuses a move that the stage does not allow, in the words that fit best. */
function inStage<Move extends PairingMove>(
  move: Move,
  decide: (state: PairingState, payload: Payload<Move>, context: Context) => Decision<PairingEvent>,
) {
  return (state: PairingState, payload: Payload<Move>, context: Context): Decision<PairingEvent> => {
    const allowed: readonly PairingMove[] = PAIRING_MOVES_BY_STAGE[state.stage];
    if (allowed.includes(move)) return decide(state, payload, context);
    if (state.stage === "closed") return refuse({ code: "CASE_CLOSED", closedOn: state.closedOn });
    if (move === "open") return refuse({ code: "ALREADY_OPEN" });
    return refuse({ code: "MOVE_NOT_IN_STAGE", move, stage: state.stage, allowed });
  };
}

function decideOpen(
  _state: PairingState,
  payload: Payload<"open">,
  { rules, nowMs }: Context,
): Decision<PairingEvent> {
  const today = dayAt(nowMs);
  const { subject, leadHelper, coHelpers, signedOn } = payload;
  if (signedOn > today) return refuse({ code: "SIGNED_IN_FUTURE", signedOn, today });
  if (signedOn < rules.inForceFrom)
    return refuse({ code: "SIGNED_BEFORE_POLICY", signedOn, inForceFrom: rules.inForceFrom });
  if (rules.areaCode !== null && !lies(subject.areaCode, rules.areaCode))
    return refuse({
      code: "SUBJECT_OUTSIDE_PROGRAMME",
      areaCode: subject.areaCode,
      programmeAreaCode: rules.areaCode,
    });
  const level = levelOf(subject.areaCode);
  if (level !== "township" && level !== "village")
    return refuse({ code: "SUBJECT_AREA_TOO_WIDE", areaCode: subject.areaCode, level });
  const kindRule = rules.subjectKinds[subject.kind];
  if (kindRule === undefined)
    return refuse({
      code: "SUBJECT_KIND_NOT_IN_PROGRAMME",
      subjectKind: subject.kind,
      allowed: Object.keys(rules.subjectKinds),
    });
  if (!isRankAtLeast(leadHelper.rank, kindRule.leadRankAtLeast))
    return refuse({
      code: "RANK_TOO_LOW",
      rank: leadHelper.rank,
      needed: kindRule.leadRankAtLeast,
      subjectKind: subject.kind,
    });
  const others = new Map(coHelpers.map((each) => [each.id, each]));
  if (others.has(leadHelper.id)) return refuse({ code: "LEAD_HELPER_IS_CO_HELPER", helperId: leadHelper.id });
  if (others.size > rules.mostCoHelpers)
    return refuse({ code: "TOO_MANY_CO_HELPERS", given: others.size, allowed: rules.mostCoHelpers });
  const termMonths = payload.termMonths ?? rules.termMonths;
  if (termMonths !== rules.termMonths)
    return refuse({ code: "TERM_NOT_OF_POLICY", termMonths, policyTermMonths: rules.termMonths });
  return accept({
    type: "PairingOpened",
    v: 1,
    happenedOn: signedOn,
    programmeId: payload.programmeId,
    policyVersion: rules.version,
    subjectId: subject.id,
    subjectKind: subject.kind,
    areaCode: subject.areaCode,
    leadHelperId: leadHelper.id,
    leadHelperRank: leadHelper.rank,
    helperUnitId: leadHelper.unitId,
    coHelpers: [...others.values()],
    signedOn,
    termMonths,
    termEndsOn: addMonths(signedOn, termMonths),
    visitEveryMonths: rules.visit.everyMonths,
    firstVisitMonth: firstVisitMonth(signedOn, today, rules.visit.firstMonthIfSignedByDay),
  });
}

function decideRecordVisit(
  state: PairingState,
  payload: Payload<"recordVisit">,
  context: Context,
): Decision<PairingEvent> {
  const { rules, nowMs } = context;
  const { opened } = state;
  if (opened === null) throw new Error("a pairing in help has been opened");
  const today = dayAt(nowMs);
  const { happenedOn, visitId, helperId, deputyFor, formVersion } = payload;
  if (happenedOn > today) return refuse({ code: "VISIT_IN_FUTURE", happenedOn, today });
  if (happenedOn < opened.signedOn)
    return refuse({ code: "VISIT_BEFORE_SIGNING", happenedOn, signedOn: opened.signedOn });
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
  { visitId, reason }: Payload<"voidVisit">,
): Decision<PairingEvent> {
  const visit = state.visits.find((each) => each.id === visitId);
  if (visit === undefined) return refuse({ code: "VISIT_NOT_FOUND", visitId });
  if (visit.voided) return refuse({ code: "VISIT_ALREADY_VOIDED", visitId });
  return accept({ type: "VisitVoided", v: 1, happenedOn: visit.day, visitId, reason });
}

function decideRequestClosing(
  { opened }: PairingState,
  { reason, happenedOn }: Payload<"requestClosing">,
  { actor, contentIds, nowMs }: Context,
): Decision<PairingEvent> {
  const today = dayAt(nowMs);
  if (happenedOn > today) return refuse({ code: "CLOSING_IN_FUTURE", happenedOn, today });
  if (opened === null) throw new Error("a pairing in help has been opened");
  if (happenedOn < opened.signedOn)
    return refuse({ code: "CLOSING_BEFORE_SIGNING", happenedOn, signedOn: opened.signedOn });
  return accept({
    type: "ClosingRequested",
    v: 1,
    happenedOn,
    reason,
    requestedBy: actor.accountId,
    contentIds,
  });
}

function decideApproveClosing(
  state: PairingState,
  _payload: Payload<"approveClosing">,
  { actor, nowMs }: Context,
): Decision<PairingEvent> {
  const { closing } = state;
  if (closing === null) throw new Error("a pairing in closing has a request");
  if (closing.requestedBy === actor.accountId)
    return refuse({ code: "CLOSING_NEEDS_ANOTHER_PERSON", requestedSeq: closing.seq });
  return accept({
    type: "PairingClosed",
    v: 1,
    happenedOn: dayAt(nowMs),
    reason: closing.reason,
    approvedBy: actor.accountId,
  });
}

function decideRejectClosing(
  _state: PairingState,
  { reason }: Payload<"rejectClosing">,
  { contentIds, nowMs }: Context,
): Decision<PairingEvent> {
  return accept({ type: "ClosingRejected", v: 1, happenedOn: dayAt(nowMs), reason, contentIds });
}
