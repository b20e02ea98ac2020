import { levelOf, lies } from "../../area/division-code";
import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import type { Refusal, RefusalCode } from "../../case/refusal";
import type { HouseholdPerson } from "../../people/household";
import { isHousehold } from "../../subject/subject-kind";
import { dayAt, type Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { headOf, householdAfter, householdsAfterSplit } from "./household-after";
import type { HouseholdEvent } from "./household.events";
import type { HouseholdPayloads } from "./household.moves";
import { isBeyondTownship } from "./moved";

type Context = CommandContext<PairingRules>;
type Decided = Decision<HouseholdEvent>;

export const DECIDE_HOUSEHOLD = {
  recordHouseholdChange: decideRecordHouseholdChange,
  splitHousehold: decideSplitHousehold,
  moveHousehold: decideMoveHousehold,
  settleNewHousehold: decideSettleNewHousehold,
};

/** Cases of an older release do not know their subject's kind; the register does, and the api asks it. */
const needsHousehold = ({ opened }: PairingState): RefusalCode | null =>
  opened === null || opened.subjectKind === null || isHousehold(opened.subjectKind)
    ? null
    : "SUBJECT_IS_NO_HOUSEHOLD";

export const HOUSEHOLD_BARS = {
  recordHouseholdChange: needsHousehold,
  splitHousehold: needsHousehold,
  moveHousehold: needsHousehold,
  settleNewHousehold: ({ splitOff }: PairingState): RefusalCode | null =>
    splitOff.length === 0 ? "NO_NEW_HOUSEHOLD" : null,
};

function decideRecordHouseholdChange(
  state: PairingState,
  payload: HouseholdPayloads["recordHouseholdChange"],
  { contentIds, nowMs }: Context,
): Decided {
  const { change, memberId, happenedOn, household } = payload;
  const refusal = barredOn(state, happenedOn, nowMs);
  if (refusal !== undefined) return refuse(refusal);
  const after = householdAfter(payload);
  if ("refusal" in after) return refuse(after.refusal);
  const { members } = after;
  return accept({
    type: "HouseholdChanged",
    v: 1,
    happenedOn,
    change,
    memberId,
    newHeadId: newHeadOf(members, household),
    was: household,
    members,
    contentIds,
  });
}

function decideSplitHousehold(
  state: PairingState,
  payload: HouseholdPayloads["splitHousehold"],
  { contentIds, nowMs }: Context,
): Decided {
  const { newSubjectId, happenedOn, household } = payload;
  const refusal = barredOn(state, happenedOn, nowMs);
  if (refusal !== undefined) return refuse(refusal);
  const after = householdsAfterSplit(payload);
  if ("refusal" in after) return refuse(after.refusal);
  return accept({
    type: "HouseholdSplit",
    v: 1,
    happenedOn,
    newSubjectId,
    newHeadId: newHeadOf(after.members, household),
    was: household,
    ...after,
    contentIds,
  });
}

/** Null where the same one heads the household as before, or nobody does. */
function newHeadOf(after: readonly HouseholdPerson[], before: readonly HouseholdPerson[]): string | null {
  const head = headOf(after)?.id;
  return head === undefined || head === headOf(before)?.id ? null : head;
}

/** Within the programme's area only; a household that leaves it is closed, with that as the reason. */
function decideMoveHousehold(
  state: PairingState,
  { toAreaCode, happenedOn, alsoCaseIds }: HouseholdPayloads["moveHousehold"],
  { rules, contentIds, nowMs }: Context,
): Decided {
  const refusal = barredOn(state, happenedOn, nowMs);
  if (refusal !== undefined) return refuse(refusal);
  const { areaCode: fromAreaCode } = openedOf(state);
  if (toAreaCode === fromAreaCode) return refuse({ code: "HOUSEHOLD_LIVES_THERE", areaCode: toAreaCode });
  if (rules.areaCode !== null && !lies(toAreaCode, rules.areaCode))
    return refuse({
      code: "MOVED_OUT_OF_PROGRAMME",
      areaCode: toAreaCode,
      programmeAreaCode: rules.areaCode,
    });
  const level = levelOf(toAreaCode);
  if (level !== "township" && level !== "village")
    return refuse({ code: "SUBJECT_AREA_TOO_WIDE", areaCode: toAreaCode, level });
  return accept({
    type: "HouseholdMoved",
    v: 1,
    happenedOn,
    fromAreaCode,
    toAreaCode,
    needsSuccessor: isBeyondTownship(toAreaCode, state.moved?.fromAreaCode ?? fromAreaCode),
    alsoCaseIds,
    contentIds,
  });
}

function decideSettleNewHousehold(
  { splitOff }: PairingState,
  { subjectId, outcome }: HouseholdPayloads["settleNewHousehold"],
  { contentIds, nowMs }: Context,
): Decided {
  if (!splitOff.some((each) => each.subjectId === subjectId)) return refuse({ code: "NO_NEW_HOUSEHOLD" });
  return accept({
    type: "NewHouseholdSettled",
    v: 1,
    happenedOn: dayAt(nowMs),
    subjectId,
    outcome,
    contentIds,
  });
}

function barredOn(state: PairingState, happenedOn: Day, nowMs: number): Refusal | undefined {
  const { signedOn, subjectKind } = openedOf(state);
  const today = dayAt(nowMs);
  if (subjectKind !== null && !isHousehold(subjectKind))
    return { code: "SUBJECT_IS_NO_HOUSEHOLD", subjectKind };
  if (happenedOn > today) return { code: "HOUSEHOLD_CHANGE_IN_FUTURE", happenedOn, today };
  if (happenedOn < signedOn) return { code: "HOUSEHOLD_CHANGE_BEFORE_SIGNING", happenedOn, signedOn };
  return undefined;
}
