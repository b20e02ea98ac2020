import fc from "fast-check";
import { fold, type Recorded } from "../case/case-kind";
import { seatKindOf } from "../case/seat";
import { addMonths, dayAt, firstDayOf, monthOf, startOf, type Day } from "../time/day";
import { LIFT_OUT_STEPS, type LiftOutStep } from "./lift-out/lift-out.moves";
import { helperSlot, subjectSlot } from "./pairing.claims";
import type { PairingEvent } from "./pairing.events";
import { pairingKind } from "./pairing.kind";
import { anyLife } from "./pairing.happenings.spec-support";
import { ladderOf, topOf } from "./pairing.ladders.spec-support";
import { everyMoment, play } from "./pairing.random-life.spec-support";
import { CASE_ID, WHOLE_RULES, openedPairing, type PairingLife } from "./pairing.spec-support";
import { hasWayOut } from "./pairing.ways-out.spec-support";
import { monthOfVisitKey } from "./visit/visit-duty";

/** Then visits have had another rhythm for a while, or were not owed at all. */
function hasBeenInterrupted(life: PairingLife): boolean {
  return life.events("LiftedOut").length + life.events("PairingReopened").length > 0;
}

/** Visits that stand after these events. */
function standing(log: readonly Recorded<PairingEvent>[]): Map<string, Day> {
  const visits = new Map<string, Day>();
  for (const event of log) {
    if (event.type === "VisitRecorded") visits.set(event.visitId, event.happenedOn);
    if (event.type === "VisitVoided") visits.delete(event.visitId);
  }
  return visits;
}

/** What the log says of each escalated visit in the end. */
function endOfEscalations(log: readonly Recorded<PairingEvent>[]): Map<string, PairingEvent["type"]> {
  const ends = new Map<string, PairingEvent["type"]>();
  for (const event of log)
    if (
      event.type === "ObligationEscalated" ||
      event.type === "EscalationWithdrawn" ||
      event.type === "EscalationSettled"
    )
      if (event.obligationKey.startsWith("visit:")) ends.set(event.obligationKey, event.type);
  return ends;
}

describe("at every moment of a random life", () => {
  it("each open matter has exactly one owner and one next time, and there is always one while the pairing is open", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          const obligations = life.obligations();
          const kinds = obligations.map((each) => each.kind);
          const { stage, handover: proposed, liftOut: underWay } = life.state;
          if (stage === "closed") expect(kinds).toEqual([]);
          else expect(kinds.filter((kind) => kind === "visit")).toHaveLength(1);
          const asked = { "closing-decision": stage === "closing", "handover-answer": proposed !== null };
          if (stage !== "closed")
            for (const [kind, isOwed] of Object.entries(asked)) expect(kinds.includes(kind)).toBe(isOwed);
          const rests = underWay === null || (stage === "closing" && underWay.notice === null);
          expect(LIFT_OUT_STEPS.filter((step) => kinds.includes(step))).toEqual(rests ? [] : [underWay.step]);
          expect(new Set(obligations.map((each) => each.key)).size).toBe(obligations.length);
          for (const { seats, kind, rung, nextAtMs } of obligations) {
            const ladder = ladderOf(kind, life);
            expect(seatKindOf(seats[0])).toBe(ladder?.[rung]?.seat);
            expect(new Set(seats).size).toBe(seats.length);
            expect(Number.isSafeInteger(nextAtMs)).toBe(true);
          }
        }),
      ),
    );
  });

  it("whatever is owed has a way out: a move that would be accepted now, from somebody", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          const stuck = life.obligations().filter((owed) => !hasWayOut(life, owed));
          expect(stuck.map(({ key }) => [life.state.stage, key])).toEqual([]);
        }),
      ),
    );
  });

  it("each occasion told of is owed until a visit on or after its day stands, and again once that one is voided", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          if (life.state.stage === "closed" || life.state.lifted !== null) return;
          const newest = [...standing(life.log).values()].sort().at(-1) ?? "";
          const voided = life.events("EntryVoided").map(({ entry }) => entry.seq);
          const open = life
            .events("OccasionReported")
            .filter(({ happenedOn, seq }) => happenedOn > newest && !voided.includes(seq));
          const owed = life.obligations().filter(({ kind }) => kind === "occasion-visit");
          expect(owed.map(({ armedBySeq }) => armedBySeq)).toEqual(open.map(({ seq }) => seq));
        }),
      ),
    );
  });

  it("what was due has been done: every next time lies ahead, so that no wake-up comes twice", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          for (const { nextAtMs } of life.obligations()) expect(nextAtMs).toBeGreaterThan(life.nowMs);
        }),
      ),
    );
  });

  it("the log folds to the state, and its numbers have no gap", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          expect(fold(pairingKind, CASE_ID, life.log)).toEqual(life.state);
          expect(JSON.parse(JSON.stringify(life.state))).toEqual(life.state);
          expect(life.log.map((event) => event.seq)).toEqual(life.log.map((_, index) => index + 1));
        }),
      ),
    );
  });

  it("the owed visit is the month's after the newest one that stands", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          if (life.state.stage === "closed" || hasBeenInterrupted(life)) return;
          const newest = [...standing(life.log).values()].sort().at(-1);
          const owed = newest === undefined ? "2026-01" : monthOf(addMonths(firstDayOf(monthOf(newest)), 1));
          expect(life.obligation("visit").key).toBe(`visit:${owed}`);
        }),
      ),
    );
  });

  it("an escalation is withdrawn because of a standing visit within its month, settled because of a later one, and else open", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          if (life.state.stage === "closed" || hasBeenInterrupted(life)) return;
          const months = [...standing(life.log).values()].map(monthOf);
          for (const [key, end] of endOfEscalations(life.log)) {
            const month = monthOfVisitKey(key);
            if (end !== "EscalationWithdrawn") expect(months).not.toContain(month);
            if (end === "ObligationEscalated") expect(months.filter((each) => each >= month)).toEqual([]);
          }
        }),
      ),
    );
  });

  it("each withdrawal and settlement names a visit that was standing then and is what it says", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing({}, WHOLE_RULES);
        play(life, happenings);
        life.log.forEach((event, index) => {
          if (event.type !== "EscalationWithdrawn" && event.type !== "EscalationSettled") return;
          const before = life.log.slice(0, index);
          const on = standing(before).get(event.becauseOfVisitId);
          const month = monthOfVisitKey(event.obligationKey);
          if (on === undefined) throw new Error("names a visit that did not stand");
          if (event.type === "EscalationWithdrawn") expect(monthOf(on)).toBe(month);
          else expect(monthOf(on) > month).toBe(true);
          const was = endOfEscalations(before).get(event.obligationKey);
          expect(was).toBe(
            event.type === "EscalationSettled" || was === "ObligationEscalated"
              ? "ObligationEscalated"
              : "EscalationSettled",
          );
        });
      }),
    );
  });

  it("a ladder goes up by one rung, never twice on one day; its highest rung is told again", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing({}, WHOLE_RULES);
        play(life, happenings);
        const last = new Map<string, { rung: number; atMs: number }>();
        for (const event of life.log) {
          if (event.type === "EscalationWithdrawn" || event.type === "EscalationSettled")
            last.delete(event.obligationKey);
          if (event.type === "PairingReopened") last.clear();
          if (event.type !== "ObligationEscalated") continue;
          const { obligationKey, rung, repeated, recordedAtMs } = event;
          const top = topOf(obligationKey, life);
          const before = last.get(obligationKey) ?? { rung: 0, atMs: Number.NEGATIVE_INFINITY };
          expect(rung).toBe(repeated ? top : before.rung + 1);
          expect(repeated).toBe(before.rung === top);
          expect(startOf(dayAt(recordedAtMs))).toBeGreaterThan(before.atMs);
          last.set(obligationKey, { rung, atMs: recordedAtMs });
        }
      }),
    );
  });

  it("somebody answers on each day, and who did follows from the log: the lead of the opening until the first handover, then each successor in turn", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing({}, WHOLE_RULES);
        play(life, happenings);
        const handovers = life.events("HandoverAccepted");
        expect(handovers.map(({ fromHelperId }) => fromHelperId)).toEqual([
          ...(handovers.length > 0 ? ["helper-1"] : []),
          ...handovers.slice(0, -1).map(({ toHelperId }) => toHelperId),
        ]);
        expect(life.state.opened?.leadHelperId).toBe(handovers.at(-1)?.toHelperId ?? "helper-1");
        let isProposed = false;
        for (const { type } of life.log) {
          if (type === "HandoverProposed") isProposed = true;
          if (type === "HandoverAccepted" || type === "HandoverDeclined" || type === "PairingClosed")
            isProposed = false;
        }
        expect(life.state.handover !== null).toBe(isProposed);
      }),
    );
  });

  it("a place is held with each of its helpers and with the proposed one, once, and with nobody after the end", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing({}, WHOLE_RULES);
        play(life, happenings);
        let state = pairingKind.initial(CASE_ID);
        const held: string[] = [];
        for (const event of life.log) {
          const { take, release } = pairingKind.claims(event, state, WHOLE_RULES);
          held.push(...take.filter(({ kind }) => kind === "slot").map(({ resource }) => resource));
          for (const resource of release) {
            expect(held).toContain(resource);
            held.splice(held.indexOf(resource), 1);
          }
          state = pairingKind.evolve(state, event);
        }
        const { opened, handover, stage } = state;
        const helpers = new Set([
          opened?.leadHelperId ?? "",
          ...(opened?.coHelpers ?? []).map(({ id }) => id),
          ...(handover === null ? [] : [handover.successor.id]),
        ]);
        const places = state.lifted === null ? [...helpers].map(helperSlot) : [];
        const expected = [subjectSlot("made-up", "subject-1"), ...places];
        expect(held.sort()).toEqual(stage === "closed" ? [] : expected.sort());
      }),
    );
  });

  it("no reminder is given twice, nor after the visit's first escalation", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing({}, WHOLE_RULES);
        play(life, happenings);
        const given = new Map<string, number>();
        for (const event of life.log) {
          if (["VisitRecorded", "VisitVoided", "PairingReopened"].includes(event.type)) given.clear();
          if (event.type === "ObligationEscalated") given.set(event.obligationKey, Number.POSITIVE_INFINITY);
          if (event.type !== "VisitReminded") continue;
          expect(event.reminder).toBeGreaterThan(given.get(event.obligationKey) ?? 0);
          given.set(event.obligationKey, event.reminder);
        }
      }),
    );
  });

  it("nobody approves what they proposed, nor a relapse that they reported, and no lift-out skips a step", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          let proposedBy = "";
          let reportedBy = "";
          const seen = new Set<string>();
          for (const event of life.log) {
            seen.add(event.type);
            if (event.type === "LiftOutSetBack") forgetFrom(event.step, seen);
            if (event.type === "LiftOutProposed") {
              proposedBy = event.proposedBy;
              seen.clear();
            }
            if (event.type === "LiftOutApproved") expect(event.approvedBy).not.toBe(proposedBy);
            if (event.type === "RelapseReported") reportedBy = event.reportedBy;
            if (event.type === "RelapseConfirmed") expect(event.confirmedBy).not.toBe(reportedBy);
            if (event.type === "LiftedOut") for (const step of STEPS_PASSED) expect(seen).toContain(step);
          }
        }),
      ),
    );
  });

  it("a household that is not lifted out has a term that ends ahead", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, ({ state, nowMs }) => {
          if (state.stage === "closed" || state.lifted !== null) return;
          expect((state.opened?.termEndsOn ?? "") >= dayAt(nowMs - 3_600_000)).toBe(true);
        }),
      ),
    );
  });
});

const STEP_OF_EVENT = {
  AppraisalRecorded: "appraisal",
  OnSiteCheckRecorded: "on-site-check",
  HouseholdAcknowledged: "acknowledgement",
  NoticeConcluded: "village-notice",
  TownshipReviewRecorded: "township-review",
  CountyCheckDrawn: "county-check",
  LiftOutApproved: "approval",
} as const;
const STEPS_PASSED = Object.keys(STEP_OF_EVENT);

/** What a lift-out that was set back has to pass anew; a case that was drawn stays drawn. */
function forgetFrom(step: LiftOutStep, seen: Set<string>): void {
  for (const [type, of] of Object.entries(STEP_OF_EVENT))
    if (LIFT_OUT_STEPS.indexOf(of) > LIFT_OUT_STEPS.indexOf(step)) seen.delete(type);
    else if (of === step && type !== "CountyCheckDrawn") seen.delete(type);
}
