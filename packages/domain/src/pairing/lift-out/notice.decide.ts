import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { addDays, dayAt, type Day } from "../../time/day";
import { countWorkingDays, type WorkCalendar } from "../../time/work-calendar";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { LiftOutEvent } from "./lift-out.events";
import type { LiftOutPayloads } from "./lift-out.moves";
import type { LiftOutRules, NoticeRules } from "./lift-out.rules";
import type { HangingNotice, LiftOutUnderWay } from "./lift-out.state";
import { notByProposer } from "./four-eyes";
import { isNoticeStep, stepAsTold, underWay } from "./lift-out.step";

type Context = CommandContext<PairingRules>;
type Decided = Decision<LiftOutEvent>;

/** The case owns the wait; the notice itself is a sheet that may list many cases. */
export const DECIDE_NOTICE = {
  hangNotice: decideHangNotice,
  takeDownNotice: decideTakeDownNotice,
  raiseObjection: decideRaiseObjection,
  answerObjection: decideAnswerObjection,
  concludeNotice: decideConcludeNotice,
};

/** The last day of a notice that begins to hang on a day, that day counted. */
export function lastDayOfNotice(from: Day, { days, counting }: NoticeRules, calendar: WorkCalendar): Day {
  return counting === "calendar-days"
    ? addDays(from, days - 1)
    : countWorkingDays(calendar, addDays(from, -1), days).lastDay;
}

function decideHangNotice(
  state: PairingState,
  { noticeId, from, until }: LiftOutPayloads["hangNotice"],
  { rules, calendar, nowMs }: Context,
): Decided {
  const { step, stepSince, notice } = underWay(state);
  if (!isNoticeStep(step) || rules.liftOut === undefined)
    return refuse({ code: "LIFT_OUT_AT_ANOTHER_STEP", step: "village-notice", present: step });
  if (notice !== null) return refuse({ code: "NOTICE_HANGS_ALREADY", noticeId: notice.id });
  const today = dayAt(nowMs);
  if (from < stepSince || from > today)
    return refuse({ code: "STEP_DAY_OUT_OF_RANGE", step, happenedOn: from, from: stepSince, today });
  const needed = lastDayOfNotice(from, noticeRulesOf(step, rules.liftOut), calendar);
  if (until !== null && until < needed)
    return refuse({ code: "NOTICE_TOO_SHORT", from, until, neededUntil: needed });
  return accept({ type: "NoticeHung", v: 1, happenedOn: from, noticeId, from, until: until ?? needed });
}

function decideTakeDownNotice(
  state: PairingState,
  { noticeId, reason }: LiftOutPayloads["takeDownNotice"],
  { nowMs }: Context,
): Decided {
  const notice = hangingNotice(state.liftOut, noticeId);
  return "code" in notice
    ? refuse(notice)
    : accept({ type: "NoticeTakenDown", v: 1, happenedOn: dayAt(nowMs), noticeId, reason });
}

function decideRaiseObjection(
  state: PairingState,
  { objectionId, happenedOn }: LiftOutPayloads["raiseObjection"],
  { contentIds, nowMs }: Context,
): Decided {
  const { liftOut } = state;
  if (liftOut?.notice == null) return refuse({ code: "NO_NOTICE_HANGS" });
  const { notice } = liftOut;
  if (liftOut.objections.some(({ id }) => id === objectionId))
    return refuse({ code: "OBJECTION_RAISED_ALREADY", objectionId });
  const today = dayAt(nowMs);
  if (happenedOn < notice.from || happenedOn > today || happenedOn > notice.until)
    return refuse({ code: "OBJECTION_OUTSIDE_NOTICE", happenedOn, from: notice.from, until: notice.until });
  return accept({ type: "ObjectionRaised", v: 1, happenedOn, objectionId, contentIds });
}

function decideAnswerObjection(
  state: PairingState,
  { objectionId, upheld }: LiftOutPayloads["answerObjection"],
  { actor, contentIds, nowMs }: Context,
): Decided {
  const { liftOut } = state;
  const objection = liftOut?.objections.find(({ id }) => id === objectionId);
  if (liftOut === null || objection === undefined)
    return refuse({ code: "OBJECTION_NOT_FOUND", objectionId });
  if (objection.isAnswered) return refuse({ code: "OBJECTION_ANSWERED_ALREADY", objectionId });
  const barred = notByProposer(liftOut, actor.accountId);
  if (barred !== undefined) return barred;
  const happenedOn = dayAt(nowMs);
  const answered = {
    type: "ObjectionAnswered" as const,
    v: 1 as const,
    happenedOn,
    objectionId,
    upheld,
    contentIds,
  };
  if (!upheld) return accept<LiftOutEvent>(answered);
  return accept<LiftOutEvent>(answered, {
    type: "LiftOutSentBack",
    v: 1,
    happenedOn,
    step: stepAsTold(liftOut),
    grounds: ["objection-upheld"],
    contentIds: [],
  });
}

/** Not before the last day is over, nor while an objection waits for its answer. */
function decideConcludeNotice(
  state: PairingState,
  { noticeId }: LiftOutPayloads["concludeNotice"],
  { contentIds, nowMs }: Context,
): Decided {
  const notice = hangingNotice(state.liftOut, noticeId);
  if ("code" in notice) return refuse(notice);
  const today = dayAt(nowMs);
  if (today <= notice.until) return refuse({ code: "NOTICE_STILL_HANGS", until: notice.until, today });
  const open = (state.liftOut?.objections ?? []).filter(({ isAnswered }) => !isAnswered);
  if (open.length > 0) return refuse({ code: "OBJECTION_OPEN", objectionIds: open.map(({ id }) => id) });
  return accept({ type: "NoticeConcluded", v: 1, happenedOn: today, noticeId, contentIds });
}

/** A closing that is asked for meanwhile may have found no lift-out under way. */
function hangingNotice(
  liftOut: LiftOutUnderWay | null,
  noticeId: string,
): HangingNotice | { code: "NO_NOTICE_HANGS" } | { code: "ANOTHER_NOTICE_HANGS"; noticeId: string } {
  const notice = liftOut?.notice ?? null;
  if (notice === null) return { code: "NO_NOTICE_HANGS" };
  return notice.id === noticeId ? notice : { code: "ANOTHER_NOTICE_HANGS", noticeId: notice.id };
}

function noticeRulesOf(step: "village-notice" | "township-notice", rules: LiftOutRules): NoticeRules {
  return step === "village-notice" ? rules.villageNotice : rules.townshipNotice;
}
