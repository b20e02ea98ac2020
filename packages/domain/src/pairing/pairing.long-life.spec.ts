import fc from "fast-check";
import { fold } from "../case/case-kind";
import { dayAt } from "../time/day";
import type { PairingEvent } from "./pairing.events";
import { pairingKind } from "./pairing.kind";
import { anyLongLife } from "./pairing.happenings.spec-support";
import { play } from "./pairing.random-life.spec-support";
import { CASE_ID, WHOLE_RULES, openedPairing, type PairingLife } from "./pairing.spec-support";
import type { PairingStage } from "./pairing.moves";

const LIVES = 3;
/** Longer than a life usually takes to be closed for good. */
const STEPS_OF_A_CASE = 250;

describe("thousands of commands through the decider", () => {
  it("leave one owner and one time to everything, four eyes over every approval, no gap of responsibility, and the table of stages", () => {
    let commands = 0;
    fc.assert(
      fc.property(anyLongLife, (steps) => {
        for (let first = 0; first < steps.length; first += STEPS_OF_A_CASE) {
          const life = openedPairing({}, WHOLE_RULES);
          const seen = new FourEyes(life);
          play(life, steps.slice(first, first + STEPS_OF_A_CASE), () => {
            expectOneOwnerAndTime(life);
            seen.goOn(life);
          });
          expect(fold(pairingKind, CASE_ID, life.log)).toEqual(life.state);
          commands += life.log.filter(({ cause }) => cause.kind === "command").length;
        }
      }),
      { numRuns: LIVES, endOnFailure: true },
    );
    expect(commands).toBeGreaterThan(1_000);
  }, 60_000);
});

/** No gap: while the case is open somebody is named to answer for the household, and a visit is owed. */
function expectOneOwnerAndTime(life: PairingLife): void {
  const { state, nowMs } = life;
  const obligations = life.obligations();
  if (state.stage === "closed") {
    expect(obligations).toEqual([]);
    return;
  }
  expect(state.opened?.leadHelperId).toMatch(/^helper-/);
  expect(obligations.filter(({ kind }) => kind === "visit")).toHaveLength(1);
  expect(new Set(obligations.map(({ key }) => key)).size).toBe(obligations.length);
  for (const { seats, nextAtMs } of obligations) {
    expect(seats.length).toBeGreaterThan(0);
    expect(nextAtMs).toBeGreaterThan(nowMs);
  }
}

/** Whoever asked for something, by what was asked for; looked at once, event by event. */
class FourEyes {
  private at = 0;
  private readonly askedBy = new Map<string, string>();
  private stage: PairingStage;

  constructor(life: PairingLife) {
    this.stage = life.state.stage;
  }

  goOn(life: PairingLife): void {
    for (const event of life.log.slice(this.at)) {
      this.look(event);
      if (event.type === "EntryVoided" && event.approvedBy === null)
        expect(event.entry).toMatchObject({
          recordedBy: event.requestedBy,
          recordedOn: dayAt(event.recordedAtMs),
        });
    }
    this.at = life.log.length;
    if (this.stage !== life.state.stage) expect(REACHED_FROM[life.state.stage]).toContain(this.stage);
    this.stage = life.state.stage;
  }

  private look(event: PairingEvent): void {
    switch (event.type) {
      case "LiftOutProposed":
        this.askedBy.set("lift-out", event.proposedBy);
        return;
      case "LiftOutApproved":
        expect(event.approvedBy).not.toBe(this.askedBy.get("lift-out"));
        return;
      case "RelapseReported":
        this.askedBy.set("relapse", event.reportedBy);
        return;
      case "RelapseConfirmed":
        expect(event.confirmedBy).not.toBe(this.askedBy.get("relapse"));
        return;
      case "ClosingRequested":
        this.askedBy.set("closing", event.requestedBy);
        return;
      case "PairingClosed":
        expect(event.approvedBy).not.toBe(this.askedBy.get("closing"));
        this.askedBy.set("reopening", event.approvedBy);
        return;
      case "PairingReopened":
        expect(event.reopenedBy).not.toBe(this.askedBy.get("reopening"));
        return;
      case "EntryVoided":
        expect(event.approvedBy).not.toBe(event.requestedBy);
        return;
      default:
        return;
    }
  }
}

/** From which stages each is reached within one step; several commands may reach a case at once. */
const REACHED_FROM: Readonly<Record<PairingStage, readonly string[]>> = {
  unopened: [],
  planning: ["closing", "closed"],
  helping: ["planning", "verifying", "revisiting", "closing", "closed"],
  verifying: ["helping", "closing", "closed"],
  revisiting: ["verifying", "closing", "closed"],
  closing: ["planning", "helping", "verifying", "revisiting"],
  closed: ["closing"],
};
