import fc from "fast-check";
import { addDays, dayAt } from "../time/day";
import { incomeYearOf } from "./income/income-year";
import { ALL_MET, recordIncomes, verifyingAt } from "./lift-out/lift-out.spec-support";
import { LIFT_OUT_STEPS } from "./lift-out/lift-out.moves";
import { MUST_OCCASIONS, type MustOccasion } from "./occasions/occasions.moves";
import { WHOLE_RULES, openedPairing, type PairingLife } from "./pairing.spec-support";

const DAY_MS = 86_400_000;

type Happening =
  | { readonly what: "visit"; readonly daysAgo: number }
  | { readonly what: "void"; readonly which: number }
  | { readonly what: "report"; readonly occasion: MustOccasion; readonly daysAgo: number }
  | { readonly what: "ask-to-close" }
  | { readonly what: "reject" }
  | { readonly what: "approve"; readonly behind: number }
  | { readonly what: "hand-over"; readonly to: number }
  | { readonly what: "accept" | "decline" }
  | { readonly what: "income"; readonly amountFen: number }
  | { readonly what: "propose-lift-out"; readonly by: string }
  | { readonly what: "step"; readonly by: string; readonly isGood: boolean }
  | { readonly what: "object" | "hang" | "take-down" | "relapse" | "offer" | "complete" }
  | { readonly what: "decide-relapse"; readonly by: string; readonly isConfirmed: boolean }
  | { readonly what: "review-term" | "send-back" }
  | { readonly what: "pass" | "away"; readonly ms: number };

const anyone = fc.constantFrom("proposer", "township", "county");
const aWhile = (mostDays: number) => fc.integer({ min: 0, max: mostDays * DAY_MS });
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(150) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("void" as const), which: fc.nat(80) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("report" as const),
      occasion: fc.constantFrom(...MUST_OCCASIONS),
      daysAgo: fc.nat(40),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ what: "ask-to-close" } as const) },
  { weight: 2, arbitrary: fc.constant({ what: "reject" } as const) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("approve" as const), behind: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("hand-over" as const), to: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("accept" as const, "decline" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("income" as const), amountFen: fc.nat(3_000_000) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("propose-lift-out" as const), by: anyone }) },
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constant("step" as const),
      by: anyone,
      isGood: fc.nat(9).map((lot) => lot > 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(...(["object", "hang", "take-down", "relapse", "offer", "complete"] as const)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("decide-relapse" as const),
      by: anyone,
      isConfirmed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom("review-term" as const, "send-back" as const) }),
  },
  { weight: 7, arbitrary: fc.record({ what: fc.constant("pass" as const), ms: aWhile(70) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("away" as const), ms: aWhile(200) }) },
);
/** Visits and voids that reach the case at once. */
const anyHurry = fc.array(
  anyHappening.filter(({ what }) => what === "visit" || what === "void"),
  { minLength: 2, maxLength: 4 },
);
const anyStep: fc.Arbitrary<readonly Happening[]> = fc.oneof(
  { weight: 6, arbitrary: anyHappening.map((each) => [each]) },
  { weight: 1, arbitrary: anyHurry },
);
/** What may happen to a pairing in a random life. */
export const anyLife = fc.array(anyStep, { minLength: 1, maxLength: 40 });

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
      if (visit !== undefined) life.give("voidVisit", { visitId: visit.id, reason: "did-not-happen" });
      return;
    }
    case "report": {
      const happenedOn = addDays(dayAt(life.nowMs), -happening.daysAgo);
      life.give("reportOccasion", { occasion: happening.occasion, happenedOn });
      return;
    }
    case "ask-to-close":
      life.give("requestClosing", { reason: "moved-away", happenedOn: dayAt(life.nowMs) }, { by: "clerk" });
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
      const successor = {
        id: `helper-${happening.to}`,
        rank: "section",
        unitId: `unit-${happening.to}`,
      } as const;
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
      life.give("completeRevisits", {});
      return;
    case "review-term":
      life.give("reviewTerm", { outcome: "goes-on" });
      return;
    case "send-back":
      life.give("sendBackLiftOut", { grounds: ["proof-missing"] });
      return;
    case "pass":
      life.passTo(life.nowMs + happening.ms);
      return;
    case "away":
      life.awayUntil(life.nowMs + happening.ms);
      return;
  }
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
      life.give("recordOnSiteCheck", { confirmed: isGood, perHeadFen: isGood ? 600_000 : 1, happenedOn }, { by });
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
