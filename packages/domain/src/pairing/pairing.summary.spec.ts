import { day, startOf } from "../time/day";
import { pairingKind } from "./pairing.kind";
import { CASE_ID, noonOf, openedPairing } from "./pairing.spec-support";
import { missedMonthsAt, summaryOfPairing } from "./pairing.summary";

describe("a pairing at a glance", () => {
  it("is nothing before the opening", () => {
    expect(summaryOfPairing(pairingKind.initial(CASE_ID))).toBeUndefined();
  });

  it("says who, since when, until when, and the newest visit that stands", () => {
    const life = openedPairing().passTo(noonOf("2026-02-20"));
    life.visit("2026-02-11", "february");
    life.visit("2026-01-20", "january");
    expect(summaryOfPairing(life.state)).toEqual({
      stage: "helping",
      programmeId: "made-up",
      policyVersion: 3,
      subjectId: "subject-1",
      areaCode: "420626100201",
      leadHelperId: "helper-1",
      helperUnitId: "unit-1",
      coHelperIds: ["helper-2"],
      successorId: null,
      successorUnitId: null,
      signedOn: "2026-01-10",
      termEndsOn: "2029-01-10",
      lastVisitOn: "2026-02-11",
      closedOn: null,
    });
    life.give("voidVisit", { visitId: "february", reason: "wrong-household" });
    expect(summaryOfPairing(life.state)?.lastVisitOn).toBe("2026-01-20");
  });

  it("counts a month as missed from the first instant of the next one", () => {
    const { state } = openedPairing();
    expect(missedMonthsAt(state, startOf(day("2026-02-01")) - 1)).toBe(0);
    expect(missedMonthsAt(state, startOf(day("2026-02-01")))).toBe(1);
    expect(missedMonthsAt(state, startOf(day("2026-05-01")))).toBe(4);
  });
});
