import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { dayAt, laterDay, type Day } from "../../time/day";
import { correctionOpen } from "../correction/correction.bars";
import { lineOfYear } from "../income/income-year";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { incomesOverLine, yearsRestedOn } from "./incomes-over-line";
import type { LiftOutEvent, LiftOutSentBack } from "./lift-out.events";
import type { LiftOutPayloads, LiftOutStep, SendBackGround } from "./lift-out.moves";
import { liftedOut } from "./lifted-out";
import { notByProposer } from "./four-eyes";
import { stepAsTold, underWay } from "./lift-out.step";
import type { LiftOutUnderWay } from "./lift-out.state";
import { DECIDE_NOTICE } from "./notice.decide";

type Context = CommandContext<PairingRules>;
type Decided = Decision<LiftOutEvent>;

export const DECIDE_LIFT_OUT = {
  ...DECIDE_NOTICE,
  proposeLiftOut: decideProposeLiftOut,
  recordAppraisal: atStep("appraisal", decideRecordAppraisal),
  recordOnSiteCheck: atStep("on-site-check", decideRecordOnSiteCheck),
  recordAcknowledgement: atStep("acknowledgement", decideRecordAcknowledgement),
  recordTownshipReview: atStep("township-review", decideRecordTownshipReview),
  drawForCheck: atStep("county-check", decideDrawForCheck),
  recordCountyCheck: atStep("county-check", decideRecordCountyCheck),
  approveLiftOut: atStep("approval", decideApproveLiftOut),
  announceLiftOut: atStep("announcement", decideAnnounceLiftOut),
  sendBackLiftOut: decideSendBackLiftOut,
};

/** Decides a step's move only while the case stands at that step. */
function atStep<Payload>(
  step: LiftOutStep,
  decide: (liftOut: LiftOutUnderWay, payload: Payload, context: Context, state: PairingState) => Decided,
) {
  return (state: PairingState, payload: Payload, context: Context): Decided => {
    const liftOut = underWay(state);
    return liftOut.step === step
      ? decide(liftOut, payload, context, state)
      : refuse({ code: "LIFT_OUT_AT_ANOTHER_STEP", step, present: liftOut.step });
  };
}

/** Every criterion of the policy has to be met, and the income to lie over the line, before anybody's time is asked. */
function decideProposeLiftOut(
  state: PairingState,
  { criteria }: LiftOutPayloads["proposeLiftOut"],
  { rules, actor, contentIds, nowMs }: Context,
): Decided {
  const { liftOut } = rules;
  if (liftOut === undefined)
    return refuse({ code: "LIFT_OUT_NOT_IN_PROGRAMME", programmeId: rules.programmeId });
  const today = dayAt(nowMs);
  const incomes = incomesOverLine(state, rules, today);
  if ("code" in incomes) return refuse(incomes);
  const unmet = liftOut.criteria.filter(
    (asked) => !criteria.some(({ criterion, met }) => criterion === asked && met),
  );
  if (unmet.length > 0) return refuse({ code: "LIFT_OUT_CRITERIA_NOT_MET", criteria: unmet });
  return accept({
    type: "LiftOutProposed",
    v: 1,
    happenedOn: today,
    proposedBy: actor.accountId,
    incomes: incomes.years,
    criteria: liftOut.criteria,
    steps: liftOut.steps.map(({ step }) => step),
    contentIds,
  });
}

function decideRecordAppraisal(
  liftOut: LiftOutUnderWay,
  { entitled, present, inFavour, against, happenedOn }: LiftOutPayloads["recordAppraisal"],
  { rules, actor, contentIds, nowMs }: Context,
): Decided {
  const barred = dayOutsideStep(liftOut, happenedOn, nowMs) ?? notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  if (present > entitled) return refuse({ code: "MORE_PRESENT_THAN_ENTITLED", present, entitled });
  if (inFavour + against > present)
    return refuse({ code: "MORE_VOTES_THAN_PRESENT", votes: inFavour + against, present });
  const quorum = Math.ceil((entitled * (rules.liftOut?.appraisalQuorumPercent ?? 0)) / 100);
  if (present < quorum || present === 0)
    return refuse({ code: "NO_QUORUM", present, needed: Math.max(quorum, 1) });
  const recorded = {
    type: "AppraisalRecorded" as const,
    v: 1 as const,
    happenedOn,
    entitled,
    present,
    inFavour,
    against,
    contentIds,
  };
  return inFavour * 2 > present
    ? accept<LiftOutEvent>(recorded)
    : accept<LiftOutEvent>(recorded, sentBack(liftOut, ["appraisal-against"], nowMs));
}

/** What was reckoned face to face has to lie over the line of the newest year that was proposed for as well, or nobody has confirmed anything. */
function decideRecordOnSiteCheck(
  liftOut: LiftOutUnderWay,
  { confirmed, perHeadFen, happenedOn }: LiftOutPayloads["recordOnSiteCheck"],
  { rules, actor, contentIds, nowMs }: Context,
  state: PairingState,
): Decided {
  const barred = dayOutsideStep(liftOut, happenedOn, nowMs) ?? notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  const incomeYear = yearsRestedOn(state, liftOut, rules).at(-1);
  const lineFen = incomeYear === undefined ? undefined : lineOfYear(rules, incomeYear);
  if (confirmed && incomeYear !== undefined && lineFen !== undefined && perHeadFen <= lineFen)
    return refuse({ code: "INCOME_NOT_OVER_LINE", incomeYear, perHeadFen, lineFen });
  const recorded = {
    type: "OnSiteCheckRecorded" as const,
    v: 1 as const,
    happenedOn,
    confirmed,
    perHeadFen,
    contentIds,
  };
  return confirmed
    ? accept<LiftOutEvent>(recorded)
    : accept<LiftOutEvent>(recorded, sentBack(liftOut, ["check-not-passed"], nowMs));
}

function decideRecordAcknowledgement(
  liftOut: LiftOutUnderWay,
  { form, happenedOn }: LiftOutPayloads["recordAcknowledgement"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  const barred = dayOutsideStep(liftOut, happenedOn, nowMs) ?? notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  const recorded = { type: "HouseholdAcknowledged" as const, v: 1 as const, happenedOn, form, contentIds };
  return form === "refused"
    ? accept<LiftOutEvent>(recorded, sentBack(liftOut, ["household-disagrees"], nowMs))
    : accept<LiftOutEvent>(recorded);
}

function decideRecordTownshipReview(
  liftOut: LiftOutUnderWay,
  { passed }: LiftOutPayloads["recordTownshipReview"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  const barred = notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  const recorded = {
    type: "TownshipReviewRecorded" as const,
    v: 1 as const,
    happenedOn: dayAt(nowMs),
    passed,
    reviewedBy: actor.accountId,
    contentIds,
  };
  return passed
    ? accept<LiftOutEvent>(recorded)
    : accept<LiftOutEvent>(recorded, sentBack(liftOut, ["review-not-passed"], nowMs));
}

function decideDrawForCheck(
  { isDrawn }: LiftOutUnderWay,
  { drawId, drawn }: LiftOutPayloads["drawForCheck"],
  { nowMs }: Context,
): Decided {
  if (isDrawn !== null) return refuse({ code: "CHECK_DRAWN_ALREADY" });
  return accept({ type: "CountyCheckDrawn", v: 1, happenedOn: dayAt(nowMs), drawId, drawn });
}

function decideRecordCountyCheck(
  liftOut: LiftOutUnderWay,
  { passed, happenedOn }: LiftOutPayloads["recordCountyCheck"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  if (liftOut.isDrawn !== true) return refuse({ code: "CHECK_NOT_DRAWN" });
  const from = laterDay(liftOut.stepSince, liftOut.drawnOn ?? liftOut.stepSince);
  const barred =
    dayOutsideStep({ ...liftOut, stepSince: from }, happenedOn, nowMs) ??
    notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  const recorded = { type: "CountyCheckRecorded" as const, v: 1 as const, happenedOn, passed, contentIds };
  return passed
    ? accept<LiftOutEvent>(recorded)
    : accept<LiftOutEvent>(recorded, sentBack(liftOut, ["check-not-passed"], nowMs));
}

/** By somebody who neither proposed nor reviewed it. */
function decideApproveLiftOut(
  liftOut: LiftOutUnderWay,
  _payload: LiftOutPayloads["approveLiftOut"],
  { actor, nowMs }: Context,
  state: PairingState,
): Decided {
  const open = correctionOpen(state);
  if (open !== null) return refuse(open);
  const barred = notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  if (liftOut.reviewedBy === actor.accountId)
    return refuse({ code: "LIFT_OUT_NEEDS_ANOTHER_PERSON", proposedSeq: liftOut.seq, hadPart: "review" });
  return accept({
    type: "LiftOutApproved",
    v: 1,
    happenedOn: dayAt(nowMs),
    approvedBy: actor.accountId,
  });
}

function decideAnnounceLiftOut(
  liftOut: LiftOutUnderWay,
  { happenedOn }: LiftOutPayloads["announceLiftOut"],
  { rules, nowMs }: Context,
  state: PairingState,
): Decided {
  const open = correctionOpen(state);
  if (open !== null) return refuse(open);
  return dayOutsideStep(liftOut, happenedOn, nowMs) ?? accept(liftedOut(happenedOn, rules));
}

function decideSendBackLiftOut(
  state: PairingState,
  { grounds }: LiftOutPayloads["sendBackLiftOut"],
  { contentIds, nowMs }: Context,
): Decided {
  return accept({ ...sentBack(underWay(state), grounds, nowMs), contentIds });
}

function sentBack(
  liftOut: LiftOutUnderWay,
  grounds: readonly SendBackGround[],
  nowMs: number,
): LiftOutSentBack {
  const [happenedOn, step] = [dayAt(nowMs), stepAsTold(liftOut)];
  return { type: "LiftOutSentBack", v: 1, happenedOn, step, grounds, contentIds: [] };
}

function dayOutsideStep(
  { step, stepSince }: LiftOutUnderWay,
  happenedOn: Day,
  nowMs: number,
): Decided | undefined {
  const today = dayAt(nowMs);
  return happenedOn < stepSince || happenedOn > today
    ? refuse({ code: "STEP_DAY_OUT_OF_RANGE", step, happenedOn, from: stepSince, today })
    : undefined;
}
