import { day, dayAt } from "../../time/day";
import { pairingKind } from "../pairing.kind";
import {
  RULES,
  WHOLE_RULES,
  noonOf,
  openedPairing,
  refusalOf,
  type PairingLife,
} from "../pairing.spec-support";
import { revisitedPairing } from "../lift-out/lift-out.spec-support";
import { coHelperTimes } from "./co-helper-times";

const add = (life: PairingLife, id: string, happenedOn: string, rank: "none" | "general" = "none") =>
  life.give("addCoHelper", { helper: { id, rank }, happenedOn: day(happenedOn) });
const end = (life: PairingLife, helperId: string, happenedOn: string) =>
  life.give("endCoHelper", { helperId, reason: "transferred", happenedOn: day(happenedOn) });
const visitBy = (life: PairingLife, helperId: string, happenedOn: string) =>
  life.give("recordVisit", {
    visitId: `visit-${helperId}-${happenedOn}`,
    happenedOn: day(happenedOn),
    helperId,
    occasion: "regular",
    formVersion: 1,
  });
const lastClaims = (life: PairingLife, rules = RULES) => {
  const event = life.log.at(-1);
  if (event === undefined) throw new Error("something was recorded");
  return pairingKind.claims(event, life.state, rules);
};

describe("a co-helper", () => {
  it("of any kind joins on a day, takes a place by rank, and is told apart from the lead, who answers as before", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    const before = life.obligations();
    expect(add(life, "helper-7", "2026-01-18").accepted).toBe(true);
    expect(lastClaims(life).take).toEqual([
      { kind: "in-service", resource: "helper:helper-7", day: null },
      { kind: "slot", resource: "helper-households:helper-7", capacity: 1 },
    ]);
    expect(life.obligations()).toEqual(before);
    expect(coHelperTimes(life.state)).toEqual([
      { id: "helper-2", from: "2026-01-10", until: null },
      { id: "helper-7", from: "2026-01-18", until: null },
    ]);
  });

  it("visits only in the own time, which a late entry keeps to as well", () => {
    const life = openedPairing().passTo(noonOf("2026-02-20"));
    add(life, "helper-7", "2026-01-18");
    expect(refusalOf(visitBy(life, "helper-7", "2026-01-17")).code).toBe("VISITOR_NOT_OF_PAIRING");
    expect(visitBy(life, "helper-7", "2026-01-18").accepted).toBe(true);
    end(life, "helper-7", "2026-02-10");
    expect(visitBy(life, "helper-7", "2026-02-10").accepted).toBe(true);
    expect(refusalOf(visitBy(life, "helper-7", "2026-02-11")).code).toBe("VISITOR_NOT_OF_PAIRING");
  });

  it("gives the place back at the end, and may come again later", () => {
    const life = openedPairing().passTo(noonOf("2026-02-20"));
    expect(end(life, "helper-2", "2026-02-01").accepted).toBe(true);
    expect(lastClaims(life)).toEqual({ take: [], release: ["helper-households:helper-2"] });
    expect(refusalOf(add(life, "helper-2", "2026-01-31"))).toEqual({
      code: "CO_HELPER_DAY_TOO_EARLY",
      happenedOn: "2026-01-31",
      from: "2026-02-01",
    });
    add(life, "helper-2", "2026-02-15");
    expect(coHelperTimes(life.state)).toEqual([
      { id: "helper-2", from: "2026-01-10", until: "2026-02-01" },
      { id: "helper-2", from: "2026-02-15", until: null },
    ]);
  });

  it("who takes the pairing over helps along no longer, and both times stay on record", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    const successor = { id: "helper-2", rank: "section", unitId: "unit-2" } as const;
    life.give("proposeHandover", { successor, reason: "transferred", happenedOn: day("2026-01-20") });
    expect(refusalOf(end(life, "helper-2", "2026-01-20"))).toEqual({
      code: "CO_HELPER_IS_SUCCESSOR",
      helperId: "helper-2",
    });
    life.give("acceptHandover", { helperId: "helper-2" }, { by: "successor" });
    expect(coHelperTimes(life.state)).toEqual([{ id: "helper-2", from: "2026-01-10", until: "2026-01-20" }]);
    expect(visitBy(life, "helper-2", "2026-01-15").accepted).toBe(true);
  });

  it("takes no place with a household that is lifted out, and one when it relapses", () => {
    const life = revisitedPairing();
    add(life, "helper-7", dayAt(life.nowMs));
    expect(lastClaims(life, WHOLE_RULES).take).toEqual([
      { kind: "in-service", resource: "helper:helper-7", day: null },
    ]);
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    const before = life.state;
    life.give("confirmRelapse", {}, { by: "county" });
    const [confirmed] = life.events("RelapseConfirmed");
    if (confirmed === undefined) throw new Error("the relapse was confirmed");
    const { take } = pairingKind.claims(confirmed, before, WHOLE_RULES);
    expect(take.map(({ resource }) => resource)).toContain("helper-households:helper-7");
  });

  it.each([
    ["helper-1", "2026-01-10", { code: "LEAD_HELPER_IS_CO_HELPER", helperId: "helper-1" }],
    ["helper-2", "2026-01-10", { code: "CO_HELPER_ALREADY", helperId: "helper-2" }],
    [
      "helper-7",
      "2026-01-11",
      { code: "CO_HELPER_DAY_IN_FUTURE", happenedOn: "2026-01-11", today: "2026-01-10" },
    ],
    [
      "helper-7",
      "2026-01-09",
      { code: "CO_HELPER_DAY_TOO_EARLY", happenedOn: "2026-01-09", from: "2026-01-10" },
    ],
  ])("%s cannot join on %s", (helperId, on, refusal) => {
    expect(refusalOf(add(openedPairing(), helperId, on))).toEqual(refusal);
  });

  it("does not join beyond the policy's most, nor while proposed to lead", () => {
    const life = openedPairing();
    const successor = { id: "helper-9", rank: "general", unitId: "unit-9" } as const;
    life.give("proposeHandover", { successor, reason: "transferred", happenedOn: day("2026-01-10") });
    expect(refusalOf(add(life, "helper-9", "2026-01-10")).code).toBe("CO_HELPER_IS_SUCCESSOR");
    add(life, "helper-7", "2026-01-10");
    expect(refusalOf(add(life, "helper-8", "2026-01-10"))).toEqual({
      code: "TOO_MANY_CO_HELPERS",
      given: 3,
      allowed: 2,
    });
  });

  it.each([
    ["helper-1", "2026-01-10", "NOT_A_CO_HELPER"],
    ["helper-2", "2026-01-11", "CO_HELPER_DAY_IN_FUTURE"],
    ["helper-2", "2026-01-09", "CO_HELPER_DAY_TOO_EARLY"],
  ])("%s cannot end on %s", (helperId, on, code) => {
    expect(refusalOf(end(openedPairing(), helperId, on)).code).toBe(code);
  });
});
