import { createHash } from "node:crypto";
import { SHAM_RULES, closingKindOf, countWorkingDays, day, isPublished, isWorkingDay } from "@jiedui/domain";
import {
  MADE_UP_POLICIES,
  POLICIES,
  pairingRulesOf,
  policyDocument,
  publishedCalendar,
  shamRulesOf,
} from "./index";

/** What each version said when it came into force; a change is a new version, never another hash here. */
const IN_FORCE: Readonly<Record<string, string>> = {
  "baokang 1": "0ef5337e2cf7956a4be843fcf818a54401245310cfb5d93ae1ec1f5969e4c6e3",
  "baokang 2": "653882569035c181d098e89389f8c8205d80d36134f7df32b9c3032ca21228a1",
  "liaoyang 1": "6bf1b935d2c35492d60809cc0c6671b7f1bd1850145c57d17d8e6a52beb97899",
  "wushan 1": "7c8f65f19345e73a142d7aa199d530819710b036b891338dc0a1581abee40f21",
  "visits-only 1": "3a53bdeadf10265bae3c6c635003e0fa68df932c0d9e03c90e758b41fbd3f289",
  "example 1": "57ea292bb4cfb5aafeb26f5bbf8feabb9e73d28b662d7cce65820d40bd749b0d",
};

/** Grows with what a policy can say; only tests open pairings under it. */
const NEVER_IN_FORCE = ["whole-life 1"];

describe("policies", () => {
  it.each(
    [...POLICIES, ...MADE_UP_POLICIES]
      .map((policy) => [`${policy.programmeId} ${policy.version}`, policy] as const)
      .filter(([name]) => !NEVER_IN_FORCE.includes(name)),
  )("%s says what it said when it came into force", (name, policy) => {
    expect(createHash("sha256").update(JSON.stringify(policy)).digest("hex")).toBe(IN_FORCE[name]);
  });

  it("what a closing asks for, and who corrects, reaches the rules of a case without its sources", () => {
    const wholeLife = MADE_UP_POLICIES.find(({ programmeId }) => programmeId === "whole-life");
    const { closing, correction } = pairingRulesOf(policyDocument.parse(wholeLife));
    expect(closing).toMatchObject({ reopenWithinDays: 20, kinds: { died: { evidenceAtLeast: 1 } } });
    expect(JSON.stringify([closing, correction])).not.toContain("source");
    expect(closingKindOf("died", { closing }).decidedBy).toBe("township-office");
    expect(closingKindOf("found-ineligible", { closing }).decidedBy).toBe("county-office");
    for (const policy of POLICIES)
      expect(closingKindOf("died", pairingRulesOf(policy)).proofs.length).toBeGreaterThan(0);
  });

  it("every ladder begins with the one who owes and ends with an office above", () => {
    for (const policy of [...POLICIES, ...MADE_UP_POLICIES]) {
      expect(policy.visit.ladder[0]?.seat).toBe("lead-helper");
      expect(policy.visit.ladder.at(-1)?.seat).toBe("county-office");
    }
  });

  it("a document with an unknown part, or without a part that pairings read, is refused", () => {
    const [baokang] = POLICIES;
    expect(policyDocument.safeParse({ ...baokang, surprise: true }).success).toBe(false);
    expect(policyDocument.safeParse({ ...baokang, visit: undefined }).success).toBe(false);
  });

  it("a measure that counts neither in a unit nor in money is no part of a policy", () => {
    const whole = MADE_UP_POLICIES.find(({ programmeId }) => programmeId === "whole-life");
    const kinds = [{ kind: "grain", unit: null, money: "none", mayProduce: false }];
    const document = { ...whole, measures: { kinds, source: "made up" } };
    expect(policyDocument.safeParse(document).success).toBe(false);
  });

  it("what a running pairing carries of it is small", () => {
    for (const policy of POLICIES) expect(JSON.stringify(pairingRulesOf(policy)).length).toBeLessThan(4_096);
  });

  it("a programme that says nothing of signs of sham goes by the rules' own numbers, and one that does by its own", () => {
    const part = (programmeId: string) =>
      MADE_UP_POLICIES.find((each) => each.programmeId === programmeId)?.sham;
    expect(shamRulesOf(part("example"))).toEqual(SHAM_RULES);
    expect(shamRulesOf(part("whole-life"))).toMatchObject({ lastDay: { visitsAtLeast: 5 } });
    expect(() => shamRulesOf({ lastDay: { visitsAtLeast: 0 } })).toThrow("visitsAtLeast");
  });

  it("reminds the furthest ahead first, whatever the order in the document", () => {
    const [baokang] = POLICIES;
    if (baokang === undefined) throw new Error("there is a policy");
    expect(
      pairingRulesOf({ ...baokang, visit: { ...baokang.visit, reminderDaysBefore: [1, 7, 3] } }).visit
        .reminderDaysBefore,
    ).toEqual([7, 3, 1]);
  });
});

describe("the published working calendar", () => {
  const calendar = publishedCalendar();

  it.each([
    ["2016-10-03", false, "National Day's Monday"],
    ["2016-10-08", true, "the Saturday made up for it"],
    ["2016-10-09", true, "and the Sunday"],
    ["2015-09-03", false, "the anniversary of 2015"],
    ["2020-01-31", false, "Spring Festival, prolonged in 2020"],
    ["2024-02-18", true, "a Sunday made up for Spring Festival"],
    ["2012-03-05", true, "an ordinary Monday"],
    ["2012-03-10", false, "an ordinary Saturday"],
  ])("%s is a working day: %s (%s)", (text, working) => {
    expect(isWorkingDay(calendar, day(text))).toBe(working);
  });

  it("counts over a golden week and its make-up days", () => {
    const count = countWorkingDays(calendar, day("2016-09-30"), 5);
    expect(count.lastDay).toBe("2016-10-12");
    expect(count.makeUpDays).toEqual(["2016-10-08", "2016-10-09"]);
    expect(count.provisional).toBe(false);
  });

  it("says that a year without a published notice is provisional, and guesses nothing", () => {
    expect(isPublished(calendar, day("2016-01-01"))).toBe(true);
    expect(isPublished(calendar, day("2099-01-01"))).toBe(false);
    expect(countWorkingDays(calendar, day("2098-12-29"), 5).provisional).toBe(true);
  });
});
