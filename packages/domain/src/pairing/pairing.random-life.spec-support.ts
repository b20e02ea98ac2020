import { addDays, dayAt } from "../time/day";
import { changeOf, splitOf } from "./household/household.spec-support";
import { entryOf } from "./correction/voiding";
import { voidableOf } from "./correction/voidable";
import type { Successor } from "./handover/handover.moves";
import { incomeYearOf } from "./income/income-year";
import { ALL_MET, recordIncomes, verifyingAt } from "./lift-out/lift-out.spec-support";
import { LIFT_OUT_STEPS } from "./lift-out/lift-out.moves";
import { MEASURE } from "./measures/measures.spec-support";
import { PLAN } from "./plan/plan.spec-support";
import { missedRevisits } from "./revisit/completion";
import { WHOLE_RULES, openedPairing, type PairingLife, closingOf } from "./pairing.spec-support";
import type { Happening } from "./pairing.happenings.spec-support";

function successorOf(ordinal: number): Successor {
  return { id: `helper-${ordinal}`, rank: "section", unitId: `unit-${ordinal}` };
}

function happen(life: PairingLife, happening: Happening, ordinal: number): void {
  switch (happening.what) {
    case "visit": {
      const on = addDays(dayAt(life.nowMs), -happening.daysAgo);
      life.visit(on, `visit-${ordinal}`);
      return;
    }
    case "void": {
      const { visits } = life.state;
      const visit = visits[happening.which % Math.max(visits.length, 1)];
      const entered = life.events("VisitRecorded").find(({ visitId }) => visitId === visit?.id);
      if (entered !== undefined) life.correct(entered.seq, "did-not-happen");
      return;
    }
    case "ask-to-void": {
      const entries = life.log.filter(({ type }) => voidableOf(type) !== undefined);
      const event = entries[entries.length - 1 - (happening.which % Math.max(entries.length, 1))];
      if (event !== undefined)
        life.give("requestVoid", { entry: entryOf(event), reason: "wrong-content" }, { by: happening.by });
      return;
    }
    case "decide-void": {
      const requestedSeq = life.state.corrections[0]?.seq ?? 0;
      if (happening.isApproved) life.give("approveVoid", { requestedSeq }, { by: happening.by });
      else life.give("declineVoid", { requestedSeq, reason: "entry-is-right" }, { by: happening.by });
      return;
    }
    case "reopen": {
      const { to, by } = happening;
      const successor = to === 0 ? null : successorOf(to);
      if (life.state.stage === "closed")
        life.give("reopen", { reason: "closed-by-mistake", successor }, { by });
      return;
    }
    case "report": {
      const happenedOn = addDays(dayAt(life.nowMs), -happening.daysAgo);
      life.give("reportOccasion", { occasion: happening.occasion, happenedOn });
      return;
    }
    case "ask-to-close":
      life.give("requestClosing", closingOf("moved-away", dayAt(life.nowMs)), { by: "clerk" });
      return;
    case "reject":
      life.give(
        "rejectClosing",
        { reason: "evidence-missing" },
        { by: "office", basedOnSeq: life.state.seq },
      );
      return;
    case "approve":
      life.give("approveClosing", {}, { by: "office", basedOnSeq: life.state.seq - happening.behind });
      return;
    case "hand-over": {
      const successor = successorOf(happening.to);
      life.give("proposeHandover", { successor, reason: "transferred", happenedOn: dayAt(life.nowMs) });
      return;
    }
    case "accept":
      life.give("acceptHandover", { helperId: life.state.handover?.successor.id ?? null });
      return;
    case "decline":
      life.give("declineHandover", { helperId: null, reason: "withdrawn" });
      return;
    case "income":
      recordIncomes(life, incomeYearOf(dayAt(life.nowMs), "10-01") - 1, happening.amountFen);
      return;
    case "propose-lift-out":
      life.give("proposeLiftOut", { criteria: ALL_MET }, { by: happening.by });
      return;
    case "step":
      tryStep(life, happening);
      return;
    case "object":
      life.give("raiseObjection", { objectionId: `objection-${ordinal}`, happenedOn: dayAt(life.nowMs) });
      return;
    case "hang":
      life.give("hangNotice", { noticeId: `notice-${ordinal}`, from: dayAt(life.nowMs), until: null });
      return;
    case "take-down":
      life.give("takeDownNotice", { noticeId: life.state.liftOut?.notice?.id ?? "", reason: "ordered" });
      return;
    case "relapse":
      life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
      return;
    case "decide-relapse":
      if (happening.isConfirmed) life.give("confirmRelapse", {}, { by: happening.by });
      else life.give("dismissRelapse", { reason: "help-arrived" }, { by: happening.by });
      return;
    case "offer":
      life.give("offerHousehold", { reason: "none-left" });
      return;
    case "complete":
      life.give("completeRevisits", {
        gaps: missedRevisits(life.state).map((month) => ({ month, reason: "household-away" })),
      });
      return;
    case "review-term":
      life.give("reviewTerm", { outcome: "goes-on" });
      return;
    case "send-back":
      life.give("sendBackLiftOut", { grounds: ["proof-missing"] });
      return;
    case "submit-plan":
      life.give("submitPlan", PLAN, { by: happening.by });
      return;
    case "approve-plan":
      life.give("approvePlan", {}, { by: happening.by });
      return;
    case "return-plan":
      life.give("sendBackPlan", { grounds: ["box-ticking"] }, { by: happening.by });
      return;
    case "measure": {
      const { amount, isPlanned } = happening;
      const given = { ...MEASURE, amount, happenedOn: dayAt(life.nowMs), line: isPlanned ? 1 : null };
      life.give("recordMeasure", given);
      return;
    }
    case "correct": {
      const { measures } = life.state;
      const measureSeq = measures[happening.which % Math.max(measures.length, 1)]?.seq ?? 0;
      life.give("correctMeasure", {
        measureSeq,
        amount: happening.amount,
        amountFen: 0,
        reason: "wrong-number",
      });
      return;
    }
    case "join":
    case "leave":
      joinOrLeave(life, happening);
      return;
    case "move":
      life.give("moveHousehold", {
        toAreaCode: happening.to,
        happenedOn: dayAt(life.nowMs),
        alsoCaseIds: [],
      });
      return;
    case "split":
      life.give(
        "splitHousehold",
        splitOf({ newSubjectId: `split-${ordinal}`, happenedOn: dayAt(life.nowMs) }),
      );
      return;
    case "settle":
      life.give("settleNewHousehold", {
        subjectId: life.state.splitOff[0]?.subjectId ?? "nobody",
        outcome: "paired",
      });
      return;
    case "birth":
      life.give("recordHouseholdChange", changeOf({ happenedOn: dayAt(life.nowMs) }));
      return;
    case "pass":
      life.passTo(life.nowMs + happening.ms);
      return;
    case "away":
      life.awayUntil(life.nowMs + happening.ms);
      return;
  }
}

/** Most of it is refused: one helps along already, leads, or was proposed to. */
function joinOrLeave(life: PairingLife, { what, helper }: { what: "join" | "leave"; helper: number }): void {
  const happenedOn = dayAt(life.nowMs);
  const id = `helper-${helper}`;
  if (what === "join") life.give("addCoHelper", { helper: { id, rank: "section" }, happenedOn });
  else life.give("endCoHelper", { helperId: id, reason: "unable", happenedOn });
}

/** What the step at which a lift-out stands asks for, by whomever, well or badly; most of it is refused to somebody. */
function tryStep(life: PairingLife, { by, isGood }: { by: string; isGood: boolean }): void {
  const happenedOn = dayAt(life.nowMs);
  const { liftOut } = life.state;
  switch (liftOut?.step) {
    case undefined:
      return;
    case "appraisal": {
      const votes = { entitled: 30, present: 20, inFavour: isGood ? 15 : 5, against: 5, happenedOn };
      life.give("recordAppraisal", votes, { by });
      return;
    }
    case "on-site-check":
      life.give(
        "recordOnSiteCheck",
        { confirmed: isGood, perHeadFen: isGood ? 600_000 : 1, happenedOn },
        { by },
      );
      return;
    case "acknowledgement":
      life.give("recordAcknowledgement", { form: isGood ? "signed" : "refused", happenedOn }, { by });
      return;
    case "village-notice":
    case "township-notice": {
      const open = liftOut.objections.find(({ isAnswered }) => !isAnswered);
      if (open !== undefined) life.give("answerObjection", { objectionId: open.id, upheld: !isGood }, { by });
      else life.give("concludeNotice", { noticeId: liftOut.notice?.id ?? "" }, { by });
      return;
    }
    case "township-review":
      life.give("recordTownshipReview", { passed: isGood }, { by });
      return;
    case "county-check":
      if (liftOut.isDrawn === null) life.give("drawForCheck", { drawId: "draw", drawn: isGood }, { by });
      else life.give("recordCountyCheck", { passed: isGood, happenedOn }, { by });
      return;
    case "approval":
      life.give("approveLiftOut", {}, { by });
      return;
    case "announcement":
      life.give("announceLiftOut", { happenedOn }, { by });
      return;
  }
}

/** Plays a life step by step. */
export function play(
  life: PairingLife,
  steps: readonly (readonly Happening[])[],
  look?: (life: PairingLife) => void,
): void {
  steps.forEach((step, stepOrdinal) => {
    const happenAll = () => step.forEach((each, ordinal) => happen(life, each, stepOrdinal * 10 + ordinal));
    if (step.length === 1) happenAll();
    else life.together(happenAll);
    look?.(life);
  });
}

/** Plays a life and looks at it after everything that happens. */
export function everyMoment(
  steps: readonly (readonly Happening[])[],
  look: (life: PairingLife) => void,
): void {
  for (const life of [
    openedPairing({}, WHOLE_RULES),
    verifyingAt(LIFT_OUT_STEPS[steps.length % LIFT_OUT_STEPS.length] ?? "approval"),
  ]) {
    look(life);
    play(life, steps, look);
  }
}
