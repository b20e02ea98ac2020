import type { Obligation } from "../case/obligation";
import { dayAt } from "../time/day";
import type { ObligationKind } from "./pairing.matters";
import type { PairingMove, PairingPayloads } from "./pairing.moves";
import type { PairingLife } from "./pairing.spec-support";
import { PLAN } from "./plan/plan.spec-support";

type Ask = <Move extends PairingMove>(move: Move, payload: PairingPayloads[Move]) => boolean;

/** Any two of them are other people than a third, who may have had a part in it. */
const SOMEBODY = ["proposer", "township", "county"];

/** Whether somebody could do what is owed, or something that it waits for, right now. */
export function hasWayOut(life: PairingLife, owed: Obligation): boolean {
  const wayOut = new Map(Object.entries(WAYS_OUT)).get(owed.kind);
  if (wayOut === undefined) throw new Error(`nobody knows how ${owed.kind} ends`);
  return SOMEBODY.some((by) => {
    const ask: Ask = (move, payload) => life.ask(move, payload, { by }).accepted;
    return wayOut(ask, life, owed);
  });
}

type WayOut = (ask: Ask, life: PairingLife, owed: Obligation) => boolean;

const visited: WayOut = (ask, { nowMs, state }) =>
  ask("recordVisit", {
    visitId: "a-visit",
    happenedOn: dayAt(nowMs),
    helperId: state.opened?.leadHelperId ?? "",
    occasion: "regular",
    formVersion: 2,
  });
const corrected: WayOut = (ask, { state }) =>
  ask("declineVoid", { requestedSeq: state.corrections[0]?.seq ?? 0, reason: "entry-is-right" });
const handoverAnswered: WayOut = (ask) => ask("declineHandover", { helperId: null, reason: "withdrawn" });
const objectionAnswered: WayOut = (ask, { state }) =>
  ask("answerObjection", {
    objectionId: state.liftOut?.objections.find(({ isAnswered }) => !isAnswered)?.id ?? "",
    upheld: false,
  });
/** Once it hangs, its end waits for its last day and for whoever objects. */
const noticed: WayOut = (ask, life, owed) => {
  const notice = life.state.liftOut?.notice ?? null;
  const today = dayAt(life.nowMs);
  if (notice === null) return ask("hangNotice", { noticeId: "a-notice", from: today, until: null });
  if (today <= notice.until) return ask("takeDownNotice", { noticeId: notice.id, reason: "ordered" });
  return ask("concludeNotice", { noticeId: notice.id }) || objectionAnswered(ask, life, owed);
};

const WAYS_OUT: Readonly<Record<ObligationKind, WayOut>> = {
  visit: visited,
  "occasion-visit": visited,
  "festival-visit": visited,
  plan: (ask) => ask("submitPlan", PLAN),
  "plan-review": (ask) => ask("sendBackPlan", { grounds: ["box-ticking"] }),
  appraisal: (ask, { nowMs }) =>
    ask("recordAppraisal", { entitled: 30, present: 20, inFavour: 15, against: 5, happenedOn: dayAt(nowMs) }),
  "on-site-check": (ask, { nowMs }) =>
    ask("recordOnSiteCheck", { confirmed: true, perHeadFen: 600_000, happenedOn: dayAt(nowMs) }),
  acknowledgement: (ask, { nowMs }) =>
    ask("recordAcknowledgement", { form: "signed", happenedOn: dayAt(nowMs) }),
  "village-notice": noticed,
  "township-notice": noticed,
  "township-review": (ask) => ask("recordTownshipReview", { passed: true }),
  "county-check": (ask, { nowMs }) =>
    ask("drawForCheck", { drawId: "a-draw", drawn: true }) ||
    ask("recordCountyCheck", { passed: true, happenedOn: dayAt(nowMs) }),
  approval: (ask, life, owed) => ask("approveLiftOut", {}) || corrected(ask, life, owed),
  announcement: (ask, life, owed) =>
    ask("announceLiftOut", { happenedOn: dayAt(life.nowMs) }) || corrected(ask, life, owed),
  objection: objectionAnswered,
  "relapse-report": (ask, { state }) =>
    state.incomes.some(({ incomeYear }) => ask("reportRelapse", { ground: "income-below-line", incomeYear })),
  "relapse-decision": (ask) => ask("dismissRelapse", { reason: "help-arrived" }),
  "next-household": (ask) => ask("offerHousehold", { reason: "none-left" }),
  "revisits-completed": (ask, life, owed) =>
    ask("completeRevisits", {}) ||
    ask("dismissRelapse", { reason: "help-arrived" }) ||
    corrected(ask, life, owed) ||
    visited(ask, life, owed),
  "term-review": (ask) => ask("reviewTerm", { outcome: "goes-on" }),
  "handover-answer": handoverAnswered,
  "successor-proposal": (ask, life, owed) =>
    ask("proposeHandover", {
      successor: { id: "a-successor", rank: "section", unitId: "a-unit" },
      reason: "transferred",
      happenedOn: dayAt(life.nowMs),
    }) || handoverAnswered(ask, life, owed),
  "new-household": (ask, { state }) =>
    ask("settleNewHousehold", { subjectId: state.splitOff[0]?.subjectId ?? "", outcome: "paired" }),
  "correction-decision": corrected,
  "closing-decision": (ask) => ask("rejectClosing", { reason: "evidence-missing" }),
};
