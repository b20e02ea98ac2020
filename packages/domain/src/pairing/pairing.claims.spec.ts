import { refusalOfPairingClaim } from "./pairing.claims";
import type { PairingEvent } from "./pairing.events";
import { pairingKind } from "./pairing.kind";
import { RULES, openedPairing, closingOf } from "./pairing.spec-support";
import { day } from "../time/day";

const FACTS = { used: 2, heldByCaseId: "case-9", retiredOn: day("2025-12-31") };
const claimsOf = (event: PairingEvent | undefined, state = openedPairing().state) => {
  if (event === undefined) throw new Error("there is such an event");
  return pairingKind.claims(event, state, RULES);
};

function closedPairing() {
  const life = openedPairing();
  life.visit("2026-01-10");
  life.give("requestClosing", closingOf("died", day("2026-01-10")), { by: "clerk" });
  const before = life.state;
  life.give("approveClosing", {}, { by: "office", basedOnSeq: life.state.seq });
  return { life, before };
}

describe("what a pairing takes from what is shared", () => {
  it("is one place with each helper by rank, the subject's only place in the programme, and facts of the register", () => {
    const [opened] = openedPairing().events("PairingOpened");
    expect(claimsOf(opened)).toEqual({
      take: [
        { kind: "registered", resource: "subject:subject-1" },
        { kind: "in-service", resource: "helper:helper-1", day: null },
        { kind: "in-service", resource: "helper:helper-2", day: null },
        { kind: "slot", resource: "subject-in-programme:made-up:subject-1", capacity: 1 },
        { kind: "slot", resource: "helper-households:helper-1", capacity: 2 },
        { kind: "slot", resource: "helper-households:helper-2", capacity: 3 },
      ],
      release: [],
    });
  });

  it("is given back at closing, each place that was taken and no other", () => {
    const { life, before } = closedPairing();
    const [opened] = life.events("PairingOpened");
    const [closed] = life.events("PairingClosed");
    const taken = claimsOf(opened).take.filter((claim) => claim.kind === "slot");
    const { take, release } = claimsOf(closed, before);
    expect(take).toEqual([]);
    expect([...release].sort()).toEqual(taken.map((claim) => claim.resource).sort());
  });

  it("is the same whether asked on the state before the closing or after it", () => {
    const { life, before } = closedPairing();
    const [closed] = life.events("PairingClosed");
    expect(claimsOf(closed, life.state)).toEqual(claimsOf(closed, before));
  });

  it("is, for a visit, that its visitor was in service on that day", () => {
    const life = openedPairing();
    life.visit("2026-01-10");
    const [visited] = life.events("VisitRecorded");
    expect(claimsOf(visited)).toEqual({
      take: [{ kind: "in-service", resource: "helper:helper-1", day: "2026-01-10" }],
      release: [],
    });
  });

  it("is nothing for any other event", () => {
    const { life } = closedPairing();
    const claiming = ["PairingOpened", "VisitRecorded", "PairingClosed"];
    for (const event of life.log)
      if (!claiming.includes(event.type)) expect(claimsOf(event)).toEqual({ take: [], release: [] });
  });
});

describe("a claim that is not granted", () => {
  it("says how many households the helper holds, and how many may be held", () => {
    expect(
      refusalOfPairingClaim({ kind: "slot", resource: "helper-households:helper-1", capacity: 2 }, FACTS),
    ).toEqual({ code: "HELPER_AT_CAPACITY", helperId: "helper-1", held: 2, capacity: 2 });
  });

  it("says which case holds the subject in the programme", () => {
    expect(
      refusalOfPairingClaim(
        { kind: "slot", resource: "subject-in-programme:made-up:subject-1", capacity: 1 },
        FACTS,
      ),
    ).toEqual({
      code: "SUBJECT_ALREADY_PAIRED",
      subjectId: "subject-1",
      programmeId: "made-up",
      byCaseId: "case-9",
    });
  });

  it("says since when the helper is out of service, and that the register lacks the subject", () => {
    expect(
      refusalOfPairingClaim({ kind: "in-service", resource: "helper:helper-1", day: null }, FACTS),
    ).toEqual({
      code: "HELPER_NOT_IN_SERVICE",
      helperId: "helper-1",
      retiredOn: "2025-12-31",
    });
    expect(refusalOfPairingClaim({ kind: "registered", resource: "subject:subject-1" }, FACTS)).toEqual({
      code: "SUBJECT_NOT_IN_REGISTER",
      subjectId: "subject-1",
    });
  });
});
