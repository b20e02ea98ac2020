import { OTHER_TOWNSHIP, changeOf, splitOf } from "./household/household.spec-support";
import { day } from "../time/day";
import { entryOf } from "./correction/voiding";
import {
  ALL_MET,
  NOTICE,
  hang,
  recordIncomes,
  revisitedPairing,
  today,
  verifyingAt,
  visitUntil,
} from "./lift-out/lift-out.spec-support";
import { barOfMove } from "./pairing.bars";
import { pairingKind } from "./pairing.kind";
import {
  PAIRING_MOVES,
  PAIRING_MOVES_BY_STAGE,
  type PairingMove,
  type PairingPayloads,
  type PairingStage,
} from "./pairing.moves";
import { MEASURE } from "./measures/measures.spec-support";
import { PLAN, plannedPairing, submittedPlan } from "./plan/plan.spec-support";
import { OPENING, PairingLife, WHOLE_RULES, noonOf, openedPairing, closingOf } from "./pairing.spec-support";

const STAGES = Object.keys(PAIRING_MOVES_BY_STAGE) as PairingStage[];

/** A life in which the move is accepted, and what it carries then. */
interface Ready<Move extends PairingMove> {
  readonly life: () => PairingLife;
  readonly payload: (life: PairingLife) => PairingPayloads[Move];
}
const ready = <Move extends PairingMove>(
  life: () => PairingLife,
  payload: (life: PairingLife) => PairingPayloads[Move],
): Ready<Move> => ({ life, payload });

const helping = () => {
  const life = plannedPairing();
  life.visit("2026-01-10", "visit-1");
  return life;
};
/** Under a policy that says nothing of corrections. */
const helpingAsBefore = () => {
  const life = openedPairing();
  life.visit("2026-01-10", "visit-1");
  return life;
};
const proposed = () => {
  const life = helping();
  life.give("proposeHandover", proposal(life), { by: "office" });
  return life;
};
const proposal = (life: PairingLife) => ({
  successor: { id: "helper-9", rank: "section", unitId: "unit-9" } as const,
  reason: "died" as const,
  happenedOn: today(life),
});
const asked = () => {
  const life = helping();
  life.give("requestClosing", closingOf("died", today(life)), { by: "account-2" });
  return life;
};
const closed = () => {
  const life = asked();
  life.give("approveClosing", {}, { by: "office" });
  return life;
};
const split = () => {
  const life = helping();
  life.give("splitHousehold", splitOf());
  return life;
};
const corrected = () => {
  const life = helping();
  life.give("requestVoid", visitToCorrect(life), { by: "clerk" });
  return life;
};
const visitToCorrect = (life: PairingLife) => {
  const visit = life.events("VisitRecorded").at(-1);
  const none = { seq: 1, type: "PairingOpened", recordedBy: null, recordedOn: today(life), id: null };
  return { entry: visit === undefined ? none : entryOf(visit), reason: "wrong-content" as const };
};
const hanging = () => {
  const life = verifyingAt("village-notice");
  hang(life);
  return life;
};
const objected = () => {
  const life = hanging();
  life.give("raiseObjection", { objectionId: "objection-1", happenedOn: today(life) });
  return life;
};
const hungOut = () => hanging().passTo(noonOf("2026-02-20"));
const drawn = () => {
  const life = verifyingAt("county-check");
  life.give("drawForCheck", { drawId: "draw-1", drawn: true }, { by: "county" });
  return life;
};
const relapsed = () => {
  const life = revisitedPairing();
  life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
  return life;
};
const revisitsOver = () => {
  const life = revisitedPairing();
  visitUntil(life, "2028-06-30");
  return life;
};
const termOver = () => helping().passTo(noonOf("2029-01-20"));
const atStep = (step: Parameters<typeof verifyingAt>[0]) => () => verifyingAt(step);

const project = () => {
  const life = plannedPairing();
  life.give("recordMeasure", { ...MEASURE, kind: "project", amount: 1, projectStage: "prepared" });
  return life;
};

const READY: { readonly [Move in PairingMove]: Ready<Move> } = {
  open: ready(
    () => new PairingLife(noonOf("2026-01-10"), WHOLE_RULES),
    () => OPENING,
  ),
  recordVisit: ready(helping, () => ({
    visitId: "visit-2",
    happenedOn: day("2026-01-10"),
    helperId: "helper-1",
    occasion: "regular",
    formVersion: 1,
  })),
  voidVisit: ready(helpingAsBefore, () => ({ visitId: "visit-1", reason: "wrong-day" })),
  submitPlan: ready(
    () => openedPairing({}, WHOLE_RULES),
    () => PLAN,
  ),
  approvePlan: ready(submittedPlan, () => ({})),
  sendBackPlan: ready(submittedPlan, () => ({ grounds: ["detached"] })),
  recordMeasure: ready(helping, () => MEASURE),
  correctMeasure: ready(project, (life) => ({
    measureSeq: life.state.seq,
    amount: 2,
    amountFen: 0,
    reason: "wrong-number",
  })),
  advanceProject: ready(project, (life) => ({
    projectSeq: life.state.projects[0]?.seq ?? 0,
    projectStage: "earning",
    happenedOn: today(life),
  })),
  reportOccasion: ready(helping, () => ({ occasion: "illness", happenedOn: day("2026-01-10") })),
  recordIncome: ready(helping, () => ({ incomeYear: 2025, members: 3, lines: [], costsFen: 0 })),
  proposeLiftOut: ready(
    () => {
      const life = helping();
      recordIncomes(life);
      return life;
    },
    () => ({ criteria: ALL_MET }),
  ),
  recordAppraisal: ready(atStep("appraisal"), (life) => ({
    entitled: 30,
    present: 20,
    inFavour: 12,
    against: 8,
    happenedOn: today(life),
  })),
  recordOnSiteCheck: ready(atStep("on-site-check"), (life) => ({
    confirmed: true,
    perHeadFen: 600_000,
    happenedOn: today(life),
  })),
  recordAcknowledgement: ready(atStep("acknowledgement"), (life) => ({
    form: "signed",
    happenedOn: today(life),
  })),
  hangNotice: ready(atStep("village-notice"), (life) => ({
    noticeId: NOTICE,
    from: today(life),
    until: null,
  })),
  takeDownNotice: ready(hanging, () => ({ noticeId: NOTICE, reason: "damaged" })),
  raiseObjection: ready(hanging, (life) => ({ objectionId: "objection-1", happenedOn: today(life) })),
  answerObjection: ready(objected, () => ({ objectionId: "objection-1", upheld: false })),
  concludeNotice: ready(hungOut, () => ({ noticeId: NOTICE })),
  recordTownshipReview: ready(atStep("township-review"), () => ({ passed: true })),
  drawForCheck: ready(atStep("county-check"), () => ({ drawId: "draw-1", drawn: false })),
  recordCountyCheck: ready(drawn, (life) => ({ passed: true, happenedOn: today(life) })),
  approveLiftOut: ready(atStep("approval"), () => ({})),
  announceLiftOut: ready(atStep("announcement"), (life) => ({ happenedOn: today(life) })),
  sendBackLiftOut: ready(atStep("approval"), () => ({ grounds: ["proof-missing"] })),
  reportRelapse: ready(revisitedPairing, () => ({ ground: "cause-returned", cause: "disaster" })),
  confirmRelapse: ready(relapsed, () => ({})),
  dismissRelapse: ready(relapsed, () => ({ reason: "help-arrived" })),
  offerHousehold: ready(revisitedPairing, () => ({ subjectId: "subject-2" })),
  completeRevisits: ready(revisitsOver, () => ({})),
  reviewTerm: ready(termOver, () => ({ outcome: "goes-on" })),
  reportLeadGone: ready(helping, (life) => ({
    helperId: "helper-1",
    reason: "retired",
    goneOn: today(life),
  })),
  proposeHandover: ready(helping, proposal),
  acceptHandover: ready(proposed, () => ({ helperId: "helper-9" })),
  declineHandover: ready(proposed, () => ({ helperId: "helper-9", reason: "withdrawn" })),
  addCoHelper: ready(helping, (life) => ({
    helper: { id: "helper-7", rank: "none" },
    happenedOn: today(life),
  })),
  endCoHelper: ready(helping, (life) => ({
    helperId: "helper-2",
    reason: "no-longer-needed",
    happenedOn: today(life),
  })),
  recordHouseholdChange: ready(helping, (life) => changeOf({ happenedOn: today(life) })),
  splitHousehold: ready(helping, (life) => splitOf({ happenedOn: today(life) })),
  moveHousehold: ready(helping, (life) => ({
    toAreaCode: OTHER_TOWNSHIP,
    happenedOn: today(life),
    alsoCaseIds: [],
  })),
  settleNewHousehold: ready(split, () => ({ subjectId: "subject-2", outcome: "not-in-need" })),
  requestVoid: ready(helping, visitToCorrect),
  approveVoid: ready(corrected, ({ state }) => ({ requestedSeq: state.corrections[0]?.seq ?? 0 })),
  declineVoid: ready(corrected, ({ state }) => ({
    requestedSeq: state.corrections[0]?.seq ?? 0,
    reason: "entry-is-right",
  })),
  requestClosing: ready(helping, (life) => closingOf("died", today(life))),
  approveClosing: ready(asked, () => ({})),
  rejectClosing: ready(asked, () => ({ reason: "evidence-missing" })),
  reopen: ready(closed, () => ({ reason: "closed-by-mistake", successor: null })),
};

/** A pairing in each stage, brought there by moves alone. */
const IN_STAGE: Record<PairingStage, () => PairingLife> = {
  unopened: READY.open.life,
  planning: () => openedPairing({}, WHOLE_RULES),
  helping,
  verifying: atStep("appraisal"),
  revisiting: revisitedPairing,
  closing: asked,
  closed,
};
const ask = (move: PairingMove, life: PairingLife, basedOnSeq: number | null = life.state.seq) =>
  life.ask(move, READY[move].payload(life), { basedOnSeq, by: "another" });
const EVERY_MOVE = PAIRING_MOVES.map((move) => [move] as const);

describe("the table of a pairing's moves", () => {
  it.each(STAGES)("reaches the stage %s", (stage) => {
    expect(pairingKind.stageOf(IN_STAGE[stage]().state)).toBe(stage);
  });

  it("leaves every stage by a move, the last one only by reopening it", () => {
    const left = new Set<string>();
    for (const move of PAIRING_MOVES) {
      const life = READY[move].life();
      const before = life.state.stage;
      life.give(move, READY[move].payload(life), { by: "another" });
      if (life.state.stage !== before) left.add(before);
    }
    expect([...left].sort()).toEqual([...STAGES].sort());
  });

  it("names every move at least once, and decides each of them", () => {
    const named = new Set<string>(STAGES.flatMap((stage) => [...PAIRING_MOVES_BY_STAGE[stage]]));
    expect([...named].sort()).toEqual([...PAIRING_MOVES].sort());
    expect(Object.keys(pairingKind.decide).sort()).toEqual([...PAIRING_MOVES].sort());
    expect(pairingKind.moves).toContain(pairingKind.opening);
  });

  it.each(EVERY_MOVE)("accepts %s where all that it needs is there, in a stage that it names", (move) => {
    const life = READY[move].life();
    expect(ask(move, life)).toMatchObject({ accepted: true });
    expect(PAIRING_MOVES_BY_STAGE[life.state.stage]).toContain(move);
  });

  it.each(EVERY_MOVE)("refuses %s in every stage that does not name it", (move) => {
    for (const stage of STAGES.filter((each) => !isNamed(move, each))) {
      const decision = ask(move, IN_STAGE[stage]());
      if (decision.accepted) throw new Error(`${move} was accepted in ${stage}`);
      expect(["MOVE_NOT_IN_STAGE", "ALREADY_OPEN", "CASE_CLOSED"]).toContain(decision.refusal.code);
    }
  });

  it.each(EVERY_MOVE.filter(([move]) => pairingKind.movesNeedingBasis.includes(move)))(
    "has %s refused by the rules when nobody says what was seen",
    (move) => {
      const life = READY[move].life();
      expect(ask(move, life, null)).toMatchObject({
        accepted: false,
        refusal: { code: "CHANGED_SINCE", basedOnSeq: 0, presentSeq: life.state.seq },
      });
    },
  );

  it("allows nothing but to reopen it once the pairing is closed, and says since when", () => {
    const life = closed();
    for (const move of PAIRING_MOVES.filter((each) => each !== "reopen"))
      expect(ask(move, life)).toEqual({
        accepted: false,
        refusal: { code: "CASE_CLOSED", closedOn: "2026-01-10" },
      });
    expect(pairingKind.isFinished(life.state)).toBe(true);
  });

  it("refuses a second opening, and any other move before the first", () => {
    expect(ask("open", helping())).toMatchObject({ refusal: { code: "ALREADY_OPEN" } });
    expect(ask("recordVisit", READY.open.life())).toMatchObject({
      refusal: { code: "MOVE_NOT_IN_STAGE", stage: "unopened", allowed: ["open"] },
    });
  });

  it("leaves the state untouched by whatever is refused or only asked", () => {
    const life = asked();
    const before = JSON.stringify(life.state);
    for (const move of PAIRING_MOVES) ask(move, life);
    expect(JSON.stringify(life.state)).toBe(before);
  });

  it.each(EVERY_MOVE.filter(([move]) => move !== "open"))(
    "where %s is ready, bars what the rules refuse for the case's own sake, with the same code, and nothing else",
    (ready) => {
      const life = READY[ready].life();
      for (const move of PAIRING_MOVES) {
        const decision = ask(move, life);
        const bar = barOfMove(move, life.state, life.inHand.rules);
        if (decision.accepted || move === ready) expect(bar).toBeNull();
        else if (bar !== null && move !== "open") expect(decision.refusal.code).toBe(bar);
      }
    },
  );
});

function isNamed(move: PairingMove, stage: PairingStage): boolean {
  const named: readonly PairingMove[] = PAIRING_MOVES_BY_STAGE[stage];
  return named.includes(move);
}
