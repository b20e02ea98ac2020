import {
  recordIncomes,
  revisitedPairing,
  today,
  verifyingAt,
  visitUntil,
} from "../lift-out/lift-out.spec-support";
import { helperSlot } from "../pairing.claims";
import { pairingKind } from "../pairing.kind";
import { noonOf, refusalOf, WHOLE_RULES } from "../pairing.spec-support";

describe("revisits after lift-out", () => {
  it("escalate when one is missed, as visits do", () => {
    const life = revisitedPairing().passTo(noonOf("2026-06-15"));
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-05", rung: 2 });
  });

  it("have no term that could be renewed", () => {
    const life = revisitedPairing();
    visitUntil(life, "2029-06-30");
    expect(life.events("TermRenewed")).toEqual([]);
  });
});

describe("an escalation that is open at the lift-out", () => {
  it("is not withdrawn by the new rhythm, and is settled by the first revisit", () => {
    const life = verifyingAt("announcement");
    life.visit("2026-01-20");
    life.passTo(noonOf("2026-03-10"));
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-02", rung: 1 });
    life.give("announceLiftOut", { happenedOn: today(life) }, { by: "township" });
    expect(life.events("EscalationWithdrawn")).toEqual([]);
    life.visit(today(life), "revisit-1");
    expect(life.events("EscalationSettled")).toMatchObject([{ obligationKey: "visit:2026-02" }]);
  });
});

describe("a helper whom a lift-out freed", () => {
  it("is offered another household, or it is said why not", () => {
    const life = revisitedPairing();
    expect(life.obligation("next-household").seats[0]).toBe("township-office:420626100");
    expect(life.give("offerHousehold", { reason: "none-left" }).accepted).toBe(true);
    expect(refusalOf(life.ask("offerHousehold", { subjectId: "subject-2" }))).toEqual({
      code: "HOUSEHOLD_OFFERED_ALREADY",
    });
  });

  it("has the place back from the day of lift-out, and gives it again when the household relapses, however full", () => {
    const life = revisitedPairing();
    const places = ["helper-1", "helper-2"].map(helperSlot);
    const before = { ...life.state, lifted: null };
    const [lifted] = life.events("LiftedOut");
    expect(lifted && pairingKind.claims(lifted, before, WHOLE_RULES)).toEqual({ take: [], release: places });
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    const revisited = life.state;
    life.give("confirmRelapse", {}, { by: "county" });
    const [relapsed] = life.events("RelapseConfirmed");
    const { take } = relapsed ? pairingKind.claims(relapsed, revisited, WHOLE_RULES) : { take: [] };
    expect(take.map(({ resource }) => resource)).toEqual(places);
  });
});

describe("a relapse", () => {
  it("by income lies below so many of a hundred of the year's line", () => {
    const life = revisitedPairing();
    const ask = () => life.ask("reportRelapse", { ground: "income-below-line", incomeYear: 2025 });
    expect(ask().accepted).toBe(true);
    recordIncomes(life, 2025, 1_500_000);
    expect(refusalOf(ask())).toEqual({
      code: "INCOME_NOT_BELOW_LINE",
      incomeYear: 2025,
      perHeadFen: 450_000,
      lineFen: 450_000,
    });
    expect(
      refusalOf(life.ask("reportRelapse", { ground: "income-below-line", incomeYear: 2024 })),
    ).toMatchObject({ code: "INCOME_NOT_RECORDED" });
  });

  it("is decided by somebody else than who reported it", () => {
    const life = revisitedPairing();
    life.give("reportRelapse", { ground: "cause-returned", cause: "disaster" }, { by: "helper" });
    for (const [move, payload] of [
      ["confirmRelapse", {}],
      ["dismissRelapse", { reason: "help-arrived" }],
    ] as const)
      expect(refusalOf(life.ask(move, payload, { by: "helper" }))).toMatchObject({
        code: "RELAPSE_NEEDS_ANOTHER_PERSON",
      });
  });

  it("reopens help in the same case for a new term, with monthly visits, and with all its history", () => {
    const life = revisitedPairing();
    visitUntil(life, "2026-09-10");
    const told = life.log.length;
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    life.give("confirmRelapse", {}, { by: "county" });
    expect(life.state).toMatchObject({ stage: "helping", lifted: null, relapse: null });
    expect(life.state.opened?.termEndsOn).toBe("2029-09-10");
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-09", rule: "regular-visit" });
    expect(life.log.length).toBe(told + 2);
  });

  it("that is dismissed leaves the household where it was", () => {
    const life = revisitedPairing();
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    life.give("dismissRelapse", { reason: "help-arrived" }, { by: "county" });
    expect(life.state).toMatchObject({ stage: "revisiting", relapse: null });
  });
});
