import { addDays, dayAt, startOf, type Day } from "../../time/day";
import { isVisitKey } from "../visit/visit-duty";
import { noonOf, WHOLE_RULES, type PairingLife } from "../pairing.spec-support";
import type { PairingRules } from "../pairing.rules";
import { plannedPairing } from "../plan/plan.spec-support";
import { LIFT_OUT_CRITERIA, type LiftOutStep } from "./lift-out.moves";

export const ALL_MET = LIFT_OUT_CRITERIA.map((criterion) => ({ criterion, met: true }));
export const NOTICE = "notice-1";

/** A year's income that lies over the line, unless another amount is given. */
export function recordIncomes(life: PairingLife, incomeYear = 2025, amountFen = 1_400_000): void {
  life.give("recordIncome", {
    incomeYear,
    members: 4,
    lines: [
      { source: "livestock", amountFen },
      { source: "wages", amountFen: 600_000 },
    ],
    costsFen: 300_000,
  });
}

/** What takes a case over the step at which it stands, on the day after it came there, by people who may. */
const PASS: Record<LiftOutStep, (life: PairingLife) => void> = {
  appraisal: (life) =>
    accepted(
      life.give(
        "recordAppraisal",
        { entitled: 30, present: 24, inFavour: 20, against: 3, happenedOn: today(life) },
        { by: "township" },
      ),
    ),
  "on-site-check": (life) =>
    accepted(
      life.give(
        "recordOnSiteCheck",
        { confirmed: true, perHeadFen: 400_000, happenedOn: today(life) },
        { by: "township" },
      ),
    ),
  acknowledgement: (life) =>
    accepted(
      life.give(
        "recordAcknowledgement",
        { form: "thumb-print", happenedOn: today(life) },
        { by: "township" },
      ),
    ),
  "village-notice": passNotice,
  "township-review": (life) =>
    accepted(life.give("recordTownshipReview", { passed: true }, { by: "township" })),
  "township-notice": passNotice,
  "county-check": (life) => {
    accepted(life.give("drawForCheck", { drawId: "draw-1", drawn: true }, { by: "county" }));
    accepted(life.give("recordCountyCheck", { passed: true, happenedOn: today(life) }, { by: "county" }));
  },
  approval: (life) => accepted(life.give("approveLiftOut", {}, { by: "county" })),
  announcement: (life) =>
    accepted(life.give("announceLiftOut", { happenedOn: today(life) }, { by: "township" })),
};

function passNotice(life: PairingLife): void {
  hang(life);
  const until = life.state.liftOut?.notice?.until ?? today(life);
  life.passTo(startOf(addDays(until, 1)) + 12 * 3_600_000);
  accepted(life.give("concludeNotice", { noticeId: NOTICE }, { by: "township" }));
}

export function hang(life: PairingLife, from: Day = today(life)): void {
  accepted(life.give("hangNotice", { noticeId: NOTICE, from, until: null }, { by: "township" }));
}

/** A pairing whose lift-out was proposed on 20 January 2026 and has come to that step. */
export function verifyingAt(step: LiftOutStep, rules: PairingRules = WHOLE_RULES): PairingLife {
  const life = plannedPairing(rules).passTo(noonOf("2026-01-20"));
  const years = rules.liftOut?.incomeYearsOverLine ?? 1;
  for (let before = years; before > 0; before -= 1) recordIncomes(life, 2026 - before);
  accepted(life.give("proposeLiftOut", { criteria: ALL_MET }, { by: "proposer" }));
  passTo(life, step);
  return life;
}

export function passTo(life: PairingLife, step: LiftOutStep): void {
  while (life.state.liftOut !== null && life.state.liftOut.step !== step) passStep(life);
}

function passStep(life: PairingLife): void {
  const { liftOut } = life.state;
  if (liftOut === null) throw new Error("no lift-out is under way");
  PASS[liftOut.step](life);
}

/** A household that was lifted out in 2026 and is revisited. */
export function revisitedPairing(rules: PairingRules = WHOLE_RULES): PairingLife {
  const life = verifyingAt("announcement", rules);
  passStep(life);
  return life;
}

/** Makes every visit that is owed, on the first of its month, until that day. */
export function visitUntil(life: PairingLife, until: string): void {
  for (;;) {
    const visit = life.obligations().find(({ key }) => isVisitKey(key));
    if (visit === undefined || visit.dueOn > until) break;
    const on = `${visit.dueOn.slice(0, 7)}-01` as Day;
    if (on > dayAt(life.nowMs)) life.passTo(noonOf(on));
    accepted(life.visit(today(life), `visit-${life.state.seq}`));
  }
  life.passTo(noonOf(until));
}

export function today(life: PairingLife): Day {
  return dayAt(life.nowMs);
}

export function accepted(decision: { accepted: boolean; refusal?: unknown }): void {
  if (!decision.accepted) throw new Error(`was refused: ${JSON.stringify(decision.refusal)}`);
}
