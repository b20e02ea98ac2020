import { FESTIVALS } from "../../time/festivals";
import { day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { OPENING, PairingLife, RULES, noonOf, openedPairing, refusalOf } from "../pairing.spec-support";
import type { ReportedOccasion } from "./occasions.moves";
import type { OccasionRules } from "./occasions.rules";

const OCCASIONS: OccasionRules = { ...(RULES.occasions as OccasionRules), festivals: FESTIVALS };

/** Signed and recorded on 10 January 2026; Spring Festival was on 17 February, Lantern on 3 March, Qingming on 5 April. */
function openedWith(occasions: OccasionRules): PairingLife {
  const rules: PairingRules = { ...RULES, occasions };
  const life = new PairingLife(noonOf("2026-01-10"), rules);
  expect(life.give("open", OPENING).accepted).toBe(true);
  return life;
}

const report = (life: PairingLife, occasion: ReportedOccasion, happenedOn: string) =>
  life.give("reportOccasion", { occasion, happenedOn: day(happenedOn) });
const owed = (life: PairingLife, kind: string) => life.obligations().filter((each) => each.kind === kind);
const festivalOf = (life: PairingLife) => owed(life, "festival-visit").map(({ key, dueOn }) => [key, dueOn]);

describe("an occasion that was reported", () => {
  it("is owed a visit within the policy's days after the report, by the helper first", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    report(life, "illness", "2026-01-16");
    expect(owed(life, "occasion-visit")).toMatchObject([
      { key: "occasion:illness:2", dueOn: "2026-01-25", rung: 0, armedBySeq: 2 },
    ]);
    expect(owed(life, "occasion-visit")[0]?.seats[0]).toBe("lead-helper:helper-1");
  });

  it("is answered by a visit on or after its day, not by one before", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    report(life, "quarrel", "2026-01-16");
    life.visit("2026-01-15");
    expect(owed(life, "occasion-visit")).toHaveLength(1);
    life.visit("2026-01-16");
    expect(owed(life, "occasion-visit")).toEqual([]);
  });

  it("shares a visit with others and with the month, and is owed again when that visit is voided", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    report(life, "illness", "2026-01-16");
    report(life, "hardship", "2026-01-18");
    life.visit("2026-01-19", "one-for-all");
    expect(life.obligations().map(({ kind, key }) => [kind, key])).toEqual([["visit", "visit:2026-02"]]);
    life.give("voidVisit", { visitId: "one-for-all", reason: "did-not-happen" });
    expect(life.obligations().map(({ key }) => key)).toEqual([
      "visit:2026-01",
      "occasion:illness:2",
      "occasion:hardship:3",
    ]);
  });

  it("climbs its own ladder while nobody comes, from two working days after the day it was due", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    report(life, "wedding-or-funeral", "2026-01-19");
    life.passTo(noonOf("2026-01-28"));
    expect(life.events("ObligationEscalated")).toMatchObject([
      {
        obligationKey: "occasion:wedding-or-funeral:2",
        rung: 1,
        seat: "unit-head:unit-1",
        because: { rule: "visited-on-occasions", dueOn: "2026-01-25", lateMs: 0 },
      },
    ]);
  });

  it("is refused in the future, before the signing, twice, or where the policy does not ask for it", () => {
    const life = openedPairing();
    expect(refusalOf(report(life, "illness", "2026-01-11"))).toMatchObject({ code: "OCCASION_IN_FUTURE" });
    expect(refusalOf(report(life, "illness", "2026-01-09"))).toMatchObject({
      code: "OCCASION_BEFORE_SIGNING",
    });
    report(life, "illness", "2026-01-10");
    expect(refusalOf(report(life, "illness", "2026-01-10"))).toEqual({
      code: "OCCASION_ALREADY_REPORTED",
      reportedSeq: 2,
    });
    expect(refusalOf(report(openedWith({ ...OCCASIONS, musts: [] }), "illness", "2026-01-10"))).toMatchObject(
      {
        code: "OCCASION_NOT_IN_POLICY",
        allowed: ["birthday", "joining-day"],
      },
    );
    const { occasions: _occasions, ...without } = RULES;
    const other = new PairingLife(noonOf("2026-01-10"), without);
    other.give("open", OPENING);
    expect(refusalOf(report(other, "illness", "2026-01-10"))).toEqual({ code: "OCCASIONS_NOT_IN_PROGRAMME" });
  });

  it("is refused when a dozen wait already: one visit will answer them all", () => {
    const life = openedPairing().passTo(noonOf("2026-01-28"));
    for (let each = 11; each < 23; each += 1)
      expect(report(life, "hardship", `2026-01-${each}`).accepted).toBe(true);
    expect(refusalOf(report(life, "hardship", "2026-01-23"))).toEqual({
      code: "TOO_MANY_OCCASIONS_OPEN",
      open: 12,
      allowed: 12,
    });
  });
});

describe("a birthday or the day of joining the party", () => {
  it("is told ahead, due on its day, and a visit in the days before counts", () => {
    const life = openedPairing().passTo(noonOf("2026-01-20"));
    report(life, "birthday", "2026-01-30");
    expect(owed(life, "occasion-visit")).toMatchObject([{ dueOn: "2026-01-30" }]);
    life.passTo(noonOf("2026-01-28")).visit("2026-01-26");
    expect(owed(life, "occasion-visit")).toHaveLength(1);
    life.visit("2026-01-27");
    expect(owed(life, "occasion-visit")).toEqual([]);
  });

  it("is not told more than a month ahead", () => {
    expect(refusalOf(report(openedPairing(), "joining-day", "2026-02-11"))).toMatchObject({
      code: "OCCASION_IN_FUTURE",
    });
  });
});

describe("a programme that keeps days of some kinds of subject only", () => {
  const ofMembers: OccasionRules = { ...OCCASIONS, daysOfKinds: ["rural-party-member"] };

  it("asks for no visit on festivals or personal days of another kind, but on occasions as ever", () => {
    const life = openedWith(ofMembers);
    expect(festivalOf(life)).toEqual([]);
    expect(refusalOf(report(life, "birthday", "2026-01-12"))).toEqual({
      code: "OCCASION_NOT_IN_POLICY",
      occasion: "birthday",
      allowed: OCCASIONS.musts,
    });
    expect(report(life, "illness", "2026-01-10").accepted).toBe(true);
  });

  it("asks for them of a kind that it names", () => {
    const life = openedWith({ ...OCCASIONS, daysOfKinds: [OPENING.subject.kind] });
    expect(festivalOf(life)).toHaveLength(1);
    expect(report(life, "birthday", "2026-01-12").accepted).toBe(true);
  });
});

describe("a festival", () => {
  it("is owed from the opening on: the first one whose days begin after it", () => {
    expect(festivalOf(openedWith(OCCASIONS))).toEqual([["festival:spring-festival:2026", "2026-02-17"]]);
    expect(festivalOf(openedWith({ ...OCCASIONS, daysBefore: 40 }))).toEqual([
      ["festival:lantern:2026", "2026-03-03"],
    ]);
    expect(festivalOf(openedWith({ ...OCCASIONS, festivals: [] }))).toEqual([]);
  });

  it("is kept by a visit in the days before it, which may be the month's as well", () => {
    const life = openedWith(OCCASIONS).passTo(noonOf("2026-02-14"));
    life.visit("2026-02-13");
    expect(festivalOf(life)[0]?.[0]).toBe("festival:spring-festival:2026");
    life.visit("2026-02-14", "both");
    expect(festivalOf(life)[0]?.[0]).toBe("festival:lantern:2026");
    expect(life.obligation("visit").key).toBe("visit:2026-03");
    life.give("voidVisit", { visitId: "both", reason: "did-not-happen" });
    expect(festivalOf(life)[0]?.[0]).toBe("festival:spring-festival:2026");
  });

  it("that nobody kept climbs its ladder; the next visit makes it good and the next festival ahead is owed", () => {
    const life = openedWith(OCCASIONS).passTo(noonOf("2026-02-20"));
    expect(
      life.events("ObligationEscalated").filter(({ obligationKey }) => obligationKey.startsWith("festival")),
    ).toMatchObject([
      { obligationKey: "festival:spring-festival:2026", rung: 1, because: { rule: "visited-on-festivals" } },
    ]);
    life.passTo(noonOf("2026-03-10")).visit("2026-03-10");
    expect(festivalOf(life)).toEqual([["festival:qingming:2026", "2026-04-05"]]);
  });

  it("uncovered by a voided visit long after is climbed from then on, and is not said to be late", () => {
    const life = openedWith(OCCASIONS).passTo(noonOf("2026-02-16"));
    life.visit("2026-02-16", "feast");
    life.passTo(noonOf("2026-03-01"));
    life.give("voidVisit", { visitId: "feast", reason: "wrong-household" });
    expect(
      life.events("ObligationEscalated").filter(({ obligationKey }) => obligationKey.startsWith("festival")),
    ).toMatchObject([{ obligationKey: "festival:spring-festival:2026", rung: 1, because: { lateMs: 0 } }]);
  });
});
