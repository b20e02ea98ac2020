import fc from "fast-check";
import type { Recorded } from "../../case/case-kind";
import type { PairingEvent } from "../pairing.events";
import { anyLife } from "../pairing.happenings.spec-support";
import { everyMoment, play } from "../pairing.random-life.spec-support";
import { WHOLE_RULES, openedPairing } from "../pairing.spec-support";

describe("at every moment of a random life", () => {
  it("a household that has left its helper's township has a successor proposed or asked for, and each that split off is somebody's to pair", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          if (life.state.stage === "closed") return;
          const { opened, moved, handover: proposed, splitOff } = life.state;
          const owed = life.obligations();
          const asked = owed.some(({ kind }) => kind === "successor-proposal");
          expect(moved !== null && !asked).toBe(moved !== null && (proposed?.seq ?? 0) > moved.seq);
          const needed = lastSuccessorNeed(life.log);
          expect(moved === null ? null : moved.seq).toBe(needed);
          expect(owed.filter(({ kind }) => kind === "new-household")).toHaveLength(splitOff.length);
          const places = life.events("HouseholdMoved").map(({ toAreaCode }) => toAreaCode);
          if (places.length > 0) expect(opened?.areaCode).toBe(places.at(-1));
          for (const { seats } of owed)
            for (const seat of seats)
              if (seat.startsWith("township-office"))
                expect(seat.slice(16)).toBe(opened?.areaCode.slice(0, 9));
        }),
      ),
    );
  });

  it("nobody visits but the lead, and co-helpers in the time that the log gives them; no more at once than the policy allows", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing({}, WHOLE_RULES);
        play(life, happenings);
        const helping = new Set(["helper-2"]);
        for (const event of life.log) {
          if (event.type === "CoHelperAdded") {
            expect(helping.has(event.helperId)).toBe(false);
            helping.add(event.helperId);
          }
          if (event.type === "CoHelperEnded") expect(helping.delete(event.helperId)).toBe(true);
          if (event.type === "HandoverAccepted") helping.delete(event.toHelperId);
          expect(helping.size).toBeLessThanOrEqual(WHOLE_RULES.mostCoHelpers);
        }
        expect(life.state.opened?.coHelpers.map(({ id }) => id).sort()).toEqual([...helping].sort());
      }),
    );
  });
});

/** The move since which a successor is needed, by the log alone; null: none is. */
function lastSuccessorNeed(log: readonly Recorded<PairingEvent>[]): number | null {
  let needed: number | null = null;
  let proposedSeq = 0;
  for (const event of log) {
    if (event.type === "HandoverProposed") proposedSeq = event.seq;
    if (event.type === "HandoverAccepted" && needed !== null && proposedSeq > needed) needed = null;
    if (event.type === "HouseholdMoved") needed = event.needsSuccessor ? (needed ?? event.seq) : null;
  }
  return needed;
}
