import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision, type Refused } from "../../case/decision";
import { dayAt, type Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { measureRulesOf, refusalOfAmount } from "./measure-rules";
import type { MeasureEvent } from "./measures.events";
import type { MeasureKind, MeasurePayloads, ProjectStage } from "./measures.moves";
import { stagesAhead } from "./project-stage";

type Context = CommandContext<PairingRules>;
type Decided = Decision<MeasureEvent>;

export const DECIDE_MEASURES = {
  recordMeasure: decideRecordMeasure,
  correctMeasure: decideCorrectMeasure,
  advanceProject: decideAdvanceProject,
};

function decideRecordMeasure(
  state: PairingState,
  payload: MeasurePayloads["recordMeasure"],
  { rules, actor, contentIds, nowMs }: Context,
): Decided {
  const { kind, amount, amountFen, happenedOn, line } = payload;
  const wrong =
    refusalOfDay(state, happenedOn, nowMs) ??
    refusalOfAmount(payload, rules) ??
    refusalOfLine(state, kind, line);
  if (wrong !== undefined) return wrong;
  return accept({
    type: "MeasureRecorded",
    v: 1,
    happenedOn,
    kind,
    unit: unitOf(kind, rules),
    amount,
    amountFen,
    planSeq: line === null ? null : (state.plan?.seq ?? null),
    line,
    projectStage: kind === "project" ? (payload.projectStage ?? "prepared") : null,
    recordedBy: actor.accountId,
    contentIds,
  });
}

function refusalOfDay(state: PairingState, happenedOn: Day, nowMs: number): Refused | undefined {
  const today = dayAt(nowMs);
  const { signedOn } = openedOf(state);
  if (happenedOn > today) return refuse({ code: "MEASURE_IN_FUTURE", happenedOn, today });
  return happenedOn < signedOn ? refuse({ code: "MEASURE_BEFORE_SIGNING", happenedOn, signedOn }) : undefined;
}

/** What was planned in pigs is not fulfilled in grain. */
function refusalOfLine({ plan }: PairingState, kind: MeasureKind, line: number | null): Refused | undefined {
  if (line === null) return undefined;
  const planned = plan?.kinds[line - 1];
  if (planned === undefined)
    return refuse({ code: "PLAN_LINE_NOT_FOUND", line, lines: plan?.kinds.length ?? 0 });
  return planned === kind
    ? undefined
    : refuse({ code: "PLAN_LINE_OF_ANOTHER_KIND", line, planned, measureKind: kind });
}

/** Never overwritten: what has to be added to the entry, so that the sum is right, is an entry of its own. */
function decideCorrectMeasure(
  { measures }: PairingState,
  { measureSeq, amount, amountFen, reason }: MeasurePayloads["correctMeasure"],
  { rules, actor, contentIds, nowMs }: Context,
): Decided {
  const wrong = measures.find(({ seq }) => seq === measureSeq);
  if (wrong === undefined)
    return refuse({ code: "MEASURE_NOT_FOUND", measureSeq, oldestSeq: measures[0]?.seq ?? null });
  const byAmount = amount - wrong.amount;
  const byFen = amountFen - wrong.amountFen;
  if (byAmount === 0 && byFen === 0) return refuse({ code: "MEASURE_UNCHANGED", measureSeq });
  const { kind } = wrong;
  const isTakenBack = amount === 0 && amountFen === 0;
  const misfit = isTakenBack ? undefined : refusalOfAmount({ kind, amount, amountFen }, rules);
  if (misfit !== undefined) return misfit;
  return accept({
    type: "MeasureCorrected",
    v: 1,
    happenedOn: dayAt(nowMs),
    measureSeq,
    kind,
    unit: unitOf(kind, rules),
    byAmount,
    byFen,
    amount,
    amountFen,
    reason,
    correctedBy: actor.accountId,
    contentIds,
  });
}

function decideAdvanceProject(
  { projects }: PairingState,
  { projectSeq, projectStage, happenedOn }: MeasurePayloads["advanceProject"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  const project = projects.find(({ seq }) => seq === projectSeq);
  if (project === undefined) return refuse({ code: "PROJECT_NOT_FOUND", projectSeq });
  const ahead: readonly ProjectStage[] = stagesAhead(project.stage);
  if (!ahead.includes(projectStage))
    return refuse({ code: "PROJECT_STAGE_NOT_AHEAD", present: project.stage, projectStage });
  const today = dayAt(nowMs);
  if (happenedOn < project.since || happenedOn > today)
    return refuse({ code: "PROJECT_DAY_OUT_OF_RANGE", happenedOn, from: project.since, today });
  return accept({
    type: "ProjectAdvanced",
    v: 1,
    happenedOn,
    projectSeq,
    from: project.stage,
    projectStage,
    recordedBy: actor.accountId,
    contentIds,
  });
}

function unitOf(kind: MeasureKind, rules: PairingRules) {
  return measureRulesOf(rules).kinds.find((each) => each.kind === kind)?.unit ?? null;
}
