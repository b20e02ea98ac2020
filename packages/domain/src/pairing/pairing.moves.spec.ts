import { day } from "../time/day";
import { barOfMove } from "./pairing.bars";
import { pairingKind } from "./pairing.kind";
import { PAIRING_MOVES, PAIRING_MOVES_BY_STAGE, type PairingMove, type PairingStage } from "./pairing.moves";
import { OPENING, PairingLife, noonOf, openedPairing } from "./pairing.spec-support";

const STAGES = Object.keys(PAIRING_MOVES_BY_STAGE) as PairingStage[];
const VISIT = {
  visitId: "visit-1",
  happenedOn: day("2026-01-10"),
  helperId: "helper-1",
  occasion: "regular",
  formVersion: 1,
} as const;
const DIED = { reason: "died", happenedOn: day("2026-01-10") } as const;
/** What each move carries when nothing but the stage could stand in its way. */
const PAYLOADS: Record<PairingMove, unknown> = {
  open: OPENING,
  recordVisit: { ...VISIT, visitId: "visit-2" },
  voidVisit: { visitId: "visit-1", reason: "wrong-day" },
  proposeHandover: {
    successor: { id: "helper-9", rank: "section", unitId: "unit-9" },
    reason: "died",
    happenedOn: day("2026-01-10"),
  },
  acceptHandover: { helperId: "helper-9" },
  declineHandover: { helperId: "helper-9", reason: "withdrawn" },
  requestClosing: DIED,
  approveClosing: {},
  rejectClosing: { reason: "evidence-missing" },
};

/** A pairing in each stage, brought there by moves alone. */
const IN_STAGE: Record<PairingStage, () => PairingLife> = {
  unopened: () => new PairingLife(noonOf("2026-01-10")),
  helping: () => {
    const life = openedPairing();
    life.give("recordVisit", VISIT);
    return life;
  },
  closing: () => {
    const life = IN_STAGE.helping();
    life.give("requestClosing", DIED, { by: "account-2" });
    return life;
  },
  closed: () => {
    const life = IN_STAGE.closing();
    life.give("approveClosing", {}, { basedOnSeq: life.state.seq });
    return life;
  },
};

/** In that stage, and with a handover proposed where the stage allows that. */
function withHandover(stage: PairingStage): PairingLife {
  const life = IN_STAGE[stage]();
  life.give("proposeHandover", PAYLOADS.proposeHandover as never, { by: "office" });
  return life;
}
const ANSWERS: readonly PairingMove[] = ["acceptHandover", "declineHandover"];
const readyFor = (stage: PairingStage, move: PairingMove) =>
  ANSWERS.includes(move) ? withHandover(stage) : IN_STAGE[stage]();

function isOffered(move: PairingMove, { state, inHand }: PairingLife): boolean {
  return state.stage === "unopened" ? move === "open" : barOfMove(move, state, inHand.rules) === null;
}

describe("the table of a pairing's moves", () => {
  it.each(STAGES)("reaches the stage %s", (stage) => {
    expect(pairingKind.stageOf(IN_STAGE[stage]().state)).toBe(stage);
  });

  it("names every move at least once, and decides each of them", () => {
    const named = new Set<string>(STAGES.flatMap((stage) => [...PAIRING_MOVES_BY_STAGE[stage]]));
    expect([...named].sort()).toEqual([...PAIRING_MOVES].sort());
    expect(Object.keys(pairingKind.decide).sort()).toEqual([...PAIRING_MOVES].sort());
    expect(pairingKind.moves).toContain(pairingKind.opening);
  });

  it.each(STAGES.flatMap((stage) => PAIRING_MOVES.map((move) => [stage, move] as const)))(
    "in the stage %s decides %s as it says",
    (stage, move) => {
      const life = readyFor(stage, move);
      const decision = life.ask(move, PAYLOADS[move], { basedOnSeq: life.state.seq });
      const allowed = (PAIRING_MOVES_BY_STAGE[stage] as readonly PairingMove[]).includes(move);
      expect(decision.accepted).toBe(allowed);
      if (!decision.accepted)
        expect(["MOVE_NOT_IN_STAGE", "ALREADY_OPEN", "CASE_CLOSED"]).toContain(decision.refusal.code);
    },
  );

  it.each(pairingKind.movesNeedingBasis)(
    "has %s refused by the rules when nobody says what was seen",
    (move) => {
      const stage = STAGES.find((each) => PAIRING_MOVES_BY_STAGE[each].some((allowed) => allowed === move));
      const life = readyFor(stage ?? "unopened", move);
      expect(life.ask(move, PAYLOADS[move], { basedOnSeq: null })).toMatchObject({
        accepted: false,
        refusal: { code: "CHANGED_SINCE", basedOnSeq: 0, presentSeq: life.state.seq },
      });
      expect(life.ask(move, PAYLOADS[move], { basedOnSeq: life.state.seq }).accepted).toBe(true);
    },
  );

  it("allows nothing once the pairing is closed, and says since when", () => {
    const life = IN_STAGE.closed();
    for (const move of PAIRING_MOVES)
      expect(life.ask(move, PAYLOADS[move])).toEqual({
        accepted: false,
        refusal: { code: "CASE_CLOSED", closedOn: "2026-01-10" },
      });
    expect(pairingKind.isFinished(life.state)).toBe(true);
  });

  it("refuses a second opening, and any other move before the first", () => {
    expect(IN_STAGE.helping().ask("open", OPENING)).toMatchObject({ refusal: { code: "ALREADY_OPEN" } });
    expect(IN_STAGE.unopened().ask("recordVisit", VISIT)).toMatchObject({
      refusal: { code: "MOVE_NOT_IN_STAGE", stage: "unopened", allowed: ["open"] },
    });
  });

  it("leaves the state untouched by whatever is refused or only asked", () => {
    const life = IN_STAGE.closing();
    const before = JSON.stringify(life.state);
    for (const move of PAIRING_MOVES) life.ask(move, PAYLOADS[move], { basedOnSeq: life.state.seq });
    expect(JSON.stringify(life.state)).toBe(before);
  });

  it.each(STAGES)(
    "offers in the stage %s exactly what the rules accept, with a handover proposed and without",
    (stage) => {
      for (const life of [IN_STAGE[stage](), withHandover(stage)]) {
        const basedOnSeq = life.state.seq;
        const accepted = PAIRING_MOVES.filter(
          (move) => life.ask(move, PAYLOADS[move], { basedOnSeq }).accepted,
        );
        const offered = PAIRING_MOVES.filter((move) => isOffered(move, life));
        expect(offered).toEqual(accepted);
      }
    },
  );
});
