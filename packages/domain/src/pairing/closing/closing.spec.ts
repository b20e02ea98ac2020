import type { DivisionCode } from "../../area/division-code";
import { addDays, dayAt } from "../../time/day";
import { hang, verifyingAt } from "../lift-out/lift-out.spec-support";
import {
  RULES,
  WHOLE_RULES,
  closingOf,
  noonOf,
  openedPairing,
  refusalOf,
  type PairingLife,
} from "../pairing.spec-support";
import { CLOSING_REASONS } from "./closing.moves";
import { ladderOfClosing } from "./closing-kinds";
import { reopenableUntil } from "./reopening";

const today = (life: PairingLife) => dayAt(life.nowMs);
const close = (life: PairingLife) => {
  life.give("requestClosing", closingOf("moved-away", today(life)), { by: "clerk" });
  life.give("approveClosing", {}, { by: "office" });
  expect(life.state.stage).toBe("closed");
  return life;
};
const reopen = (life: PairingLife, by = "another") =>
  life.give("reopen", { reason: "closed-by-mistake", successor: null }, { by });

describe("a closing of each kind", () => {
  it.each(CLOSING_REASONS)("because %s is asked for with its proof", (reason) => {
    const life = openedPairing();
    expect(life.ask("requestClosing", closingOf(reason, today(life))).accepted).toBe(true);
    const bare = life.ask("requestClosing", { reason, happenedOn: today(life) });
    expect(bare.accepted).toBe(reason === "opened-by-mistake");
  });

  it("because of a death is none while others of the household live on; of a person it is", () => {
    const asked = { ...closingOf("died", dayAt(noonOf("2026-01-10"))), membersLeft: 2 };
    expect(refusalOf(openedPairing().ask("requestClosing", asked))).toEqual({
      code: "HOUSEHOLD_HAS_FURTHER_MEMBERS",
      left: 2,
    });
    const petitioner = {
      id: "subject-1",
      kind: "petitioner",
      areaCode: "420626100201" as DivisionCode,
    } as const;
    const leadHelper = { id: "helper-1", rank: "section", unitId: "unit-1" } as const;
    expect(openedPairing({ subject: petitioner, leadHelper }).ask("requestClosing", asked).accepted).toBe(
      true,
    );
  });

  it("because of a move is none while the new home lies within the programme's area", () => {
    const life = openedPairing();
    const movedTo = "420626200000" as DivisionCode;
    const asked = { ...closingOf("moved-away", today(life)), movedTo };
    expect(refusalOf(life.ask("requestClosing", asked))).toEqual({
      code: "MOVED_WITHIN_PROGRAMME",
      movedTo,
      programmeAreaCode: "420626000000",
    });
  });

  it("asks for as many photographs or scans as the policy says", () => {
    const closing = {
      ...RULES.closing,
      kinds: { "opened-by-mistake": { proofs: [], evidenceAtLeast: 2, asksDestination: false } },
    };
    const life = openedPairing({}, { ...RULES, closing });
    const asked = { ...closingOf("opened-by-mistake", today(life)), evidence: 1 };
    expect(refusalOf(life.ask("requestClosing", asked))).toMatchObject({ given: 1, needed: 2 });
    expect(life.ask("requestClosing", { ...asked, evidence: 2 }).accepted).toBe(true);
  });

  it("is decided by an office that may, and its ladder begins there", () => {
    const life = openedPairing();
    life.give("requestClosing", closingOf("found-ineligible", today(life)), { by: "clerk" });
    const needed = {
      code: "CLOSING_NEEDS_HIGHER_OFFICE",
      reason: "found-ineligible",
      needed: "county-office",
    };
    const township = { by: "office", role: "township-office" };
    expect(refusalOf(life.give("approveClosing", {}, township))).toEqual(needed);
    expect(refusalOf(life.give("rejectClosing", { reason: "reason-not-met" }, township))).toEqual(needed);
    expect(life.obligation("closing-decision").seats[0]).toBe("county-office:420626");
    expect(ladderOfClosing("moved-away", RULES)).toEqual(RULES.closing.ladder);
    expect(life.give("approveClosing", {}, { by: "office" }).accepted).toBe(true);
  });
});

describe("a closing that was wrong", () => {
  it("is taken back within the policy's days, by somebody who did not approve it", () => {
    const life = close(openedPairing());
    expect(reopenableUntil(life.state, RULES)).toBe("2026-02-09");
    expect(refusalOf(reopen(life, "office"))).toEqual({
      code: "REOPENING_NEEDS_ANOTHER_PERSON",
      closedSeq: life.state.seq,
    });
    life.passTo(noonOf("2026-02-09"));
    expect(
      life.ask("reopen", { reason: "closed-by-mistake", successor: null }, { by: "another" }).accepted,
    ).toBe(true);
    life.passTo(noonOf("2026-02-10"));
    expect(refusalOf(reopen(life))).toEqual({
      code: "REOPENING_TOO_LATE",
      closedOn: "2026-01-10",
      lastDay: "2026-02-09",
      today: "2026-02-10",
    });
  });

  it("is no matter of an office below the one that decides on it", () => {
    const life = openedPairing();
    life.give("requestClosing", closingOf("found-ineligible", today(life)), { by: "clerk" });
    life.give("approveClosing", {}, { by: "office" });
    const refused = life.ask(
      "reopen",
      { reason: "proof-was-wrong", successor: null },
      { by: "another", role: "township-office" },
    );
    expect(refusalOf(refused)).toMatchObject({ code: "CLOSING_NEEDS_HIGHER_OFFICE" });
  });

  it("leaves nothing late in the first second: what passed meanwhile counts from today, on the foot of its ladder", () => {
    const life = openedPairing({}, WHOLE_RULES);
    life.give("reportOccasion", { occasion: "illness", happenedOn: today(life) });
    life.passTo(noonOf("2026-03-20"));
    expect(life.obligations().every(({ rung }) => rung > 0)).toBe(true);
    close(life).passTo(noonOf("2026-04-15"));
    const before = life.log.length;
    expect(reopen(life).accepted).toBe(true);
    expect(life.log.slice(before).map(({ type }) => type)).toEqual(["PairingReopened"]);
    for (const { rung, dueOn, nextAtMs } of life.obligations()) {
      expect(rung).toBe(0);
      expect(dueOn >= "2026-04-15").toBe(true);
      expect(nextAtMs).toBeGreaterThan(life.nowMs);
    }
    expect(life.obligation("visit").key).toBe("visit:2026-04");
    life.passTo(noonOf("2026-05-20"));
    expect(
      life.log.slice(before).filter(({ type }) => type === "ObligationEscalated").length,
    ).toBeGreaterThan(1);
  });

  it("goes on at the step of the lift-out where it stood; a notice hangs anew", () => {
    const life = verifyingAt("village-notice");
    hang(life);
    close(life).passTo(noonOf("2026-02-01"));
    reopen(life);
    expect(life.state).toMatchObject({
      stage: "verifying",
      closedOn: null,
      closed: null,
      liftOut: { step: "village-notice", notice: null, stepSince: "2026-02-01" },
    });
    expect(life.obligation("village-notice")).toMatchObject({ armedBySeq: life.state.seq, rung: 0 });
  });

  it("brings a successor along where the helper of before cannot go on", () => {
    const life = close(openedPairing());
    const successor = { id: "helper-9", rank: "section", unitId: "unit-9" } as const;
    life.give("reopen", { reason: "household-returned", successor }, { by: "another" });
    expect(life.events("PairingReopened")).toMatchObject([{ leadGoesOn: false }]);
    expect(life.state.handover).toMatchObject({ successor });
    const proposed = openedPairing();
    proposed.give("proposeHandover", { successor, reason: "unable", happenedOn: today(proposed) });
    reopen(close(proposed));
    expect(proposed.state.handover).toBeNull();
  });

  it("can be closed again, and its days begin anew", () => {
    const life = close(openedPairing());
    life.passTo(noonOf("2026-01-20"));
    reopen(life);
    close(life);
    expect(reopenableUntil(life.state, RULES)).toBe(addDays(today(life), 30));
  });
});
