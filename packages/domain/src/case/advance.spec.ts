import { day } from "../time/day";
import {
  OPENING,
  PairingLife,
  noonOf,
  openedPairing,
  refusalOf,
  closingOf,
} from "../pairing/pairing.spec-support";
import { fold } from "./case-kind";
import { pairingKind } from "../pairing/pairing.kind";

const askedToClose = () => {
  const life = openedPairing();
  life.give("requestClosing", closingOf("died", day("2026-01-10")), { by: "clerk" });
  return life;
};

describe("a command based on an earlier state", () => {
  it("is refused when something that matters to it has happened since, and lists what", () => {
    const life = askedToClose();
    life.visit("2026-01-10");
    expect(refusalOf(life.ask("approveClosing", {}, { by: "office", basedOnSeq: 2 }))).toEqual({
      code: "CHANGED_SINCE",
      basedOnSeq: 2,
      presentSeq: 3,
      changes: [{ seq: 3, type: "VisitRecorded" }],
    });
  });

  it("is decided when only reminders and escalations have happened since", () => {
    const life = askedToClose().passTo(noonOf("2026-04-30"));
    expect(life.state.seq).toBeGreaterThan(4);
    expect(life.ask("approveClosing", {}, { by: "office", basedOnSeq: 2 }).accepted).toBe(true);
  });

  it("is decided whatever happened, when the move does not depend on what its sender saw", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "visit-1");
    expect(
      life.ask("voidVisit", { visitId: "visit-1", reason: "wrong-day" }, { basedOnSeq: 1 }).accepted,
    ).toBe(true);
  });
});

describe("events put at the end of a log", () => {
  it("are numbered without a gap, stamped with the case's clock, and tell who or what caused them", () => {
    const life = openedPairing().passTo(noonOf("2026-03-20"));
    expect(life.log.map((event) => event.seq)).toEqual(life.log.map((_, index) => index + 1));
    expect(life.log[0]).toMatchObject({
      recordedAtMs: noonOf("2026-01-10"),
      policyVersion: 3,
      cause: { kind: "command", accountId: "account-1", role: "county-office", key: "key-1" },
    });
    expect(life.events("VisitReminded")[0]?.cause).toEqual({ kind: "due", obligationKey: "visit:2026-01" });
    life.visit("2026-03-20");
    expect(life.events("EscalationSettled")[0]?.cause).toEqual({ kind: "follows", seq: life.state.seq - 1 });
  });

  it("fold to the very state that they were recorded on", () => {
    const life = openedPairing().passTo(noonOf("2026-03-20"));
    expect(fold(pairingKind, life.state.caseId, life.log)).toEqual(life.state);
  });
});

describe("what is due after an outage", () => {
  it("comes in the order in which it was due, each matter one step", () => {
    const life = openedPairing().passTo(noonOf("2026-01-30"));
    life.give("requestClosing", closingOf("died", day("2026-01-29")), { by: "clerk" });
    life.awayUntil(noonOf("2026-05-20"));
    const told = life.events("ObligationEscalated");
    expect(told.map(({ obligationKey, rung }) => [obligationKey, rung])).toEqual([
      ["visit:2026-01", 1],
      ["closing:4", 1],
    ]);
    const scheduled = told.map(({ because }) => because.scheduledAtMs);
    expect(scheduled).toEqual([...scheduled].sort((one, other) => one - other));
    expect(new Set(told.map(({ recordedAtMs }) => recordedAtMs))).toEqual(new Set([noonOf("2026-05-20")]));
  });

  it("comes in that order whatever the order in which it is listed", () => {
    const life = openedPairing().passTo(noonOf("2026-01-12"));
    life.give("requestClosing", closingOf("died", day("2026-01-11")), { by: "clerk" });
    life.awayUntil(noonOf("2026-05-20"));
    expect(life.events("ObligationEscalated").map(({ obligationKey }) => obligationKey)).toEqual([
      "closing:2",
      "visit:2026-01",
    ]);
  });
});

describe("a case that owes nothing", () => {
  it("asks for no wake-up before it is opened, and none after it is closed", () => {
    const unopened = new PairingLife(noonOf("2026-01-10"));
    expect(unopened.passTo(noonOf("2028-01-10")).log).toEqual([]);
    const closed = askedToClose();
    closed.give("approveClosing", {}, { by: "office", basedOnSeq: 2 });
    const recorded = closed.log.length;
    expect(closed.passTo(noonOf("2028-01-10")).log).toHaveLength(recorded);
    expect(unopened.ask("open", OPENING).accepted).toBe(true);
  });
});
