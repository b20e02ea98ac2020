import type { PairingEventType } from "../pairing.events";
import { noonOf, type PairingLife } from "../pairing.spec-support";
import { liftedOutStory } from "./lifted-out-story";
import {
  ALL_MET,
  accepted,
  passTo,
  recordIncomes,
  revisitedPairing,
  today,
  verifyingAt,
  visitUntil,
} from "./lift-out.spec-support";
import { plannedPairing } from "../plan/plan.spec-support";

const lastSeq = (life: PairingLife, type: PairingEventType) => life.events(type).at(-1)?.seq ?? 0;
const liftOut = (life: PairingLife) => {
  passTo(life, "announcement");
  accepted(life.give("announceLiftOut", { happenedOn: today(life) }, { by: "township" }));
  return liftedOutStory(life.log);
};

describe("why a household was lifted out", () => {
  it("is told from the income to the announcement, without what has nothing to do with it", () => {
    const life = revisitedPairing();
    visitUntil(life, "2026-12-31");
    const story = liftedOutStory(life.log);
    expect(story.map(({ type }) => type)).toEqual([
      "IncomeRecorded",
      "LiftOutProposed",
      "AppraisalRecorded",
      "OnSiteCheckRecorded",
      "HouseholdAcknowledged",
      "NoticeHung",
      "NoticeConcluded",
      "TownshipReviewRecorded",
      "NoticeHung",
      "NoticeConcluded",
      "CountyCheckDrawn",
      "CountyCheckRecorded",
      "LiftOutApproved",
      "LiftedOut",
    ]);
    expect(story.every(({ fellBySeq }) => fellBySeq === null)).toBe(true);
  });

  it("is nothing while it never was", () => {
    expect(liftedOutStory(verifyingAt("approval").log)).toEqual([]);
  });

  it("takes of each year the reckoning that counted at the proposal, not one that was void by then", () => {
    const life = plannedPairing().passTo(noonOf("2026-01-20"));
    recordIncomes(life, 2025, 1_400_000);
    const counting = lastSeq(life, "IncomeRecorded");
    recordIncomes(life, 2025, 9_000_000);
    life.correct(lastSeq(life, "IncomeRecorded"));
    accepted(life.give("proposeLiftOut", { criteria: ALL_MET }, { by: "proposer" }));
    const story = liftOut(life);
    const incomes = story.filter(({ type }) => type === "IncomeRecorded");
    expect(incomes).toMatchObject([{ seq: counting, perHeadFen: 425_000, fellBySeq: null }]);
    expect(story.map(({ type }) => type)).not.toContain("EntryVoided");
  });

  it("has what was reckoned anew on the way as well, struck out where it was void", () => {
    const life = verifyingAt("approval");
    recordIncomes(life, 2025, 1_000_000);
    life.correct(lastSeq(life, "IncomeRecorded"));
    recordIncomes(life, 2025, 1_200_000);
    const incomes = liftOut(life).filter(({ type }) => type === "IncomeRecorded");
    expect(incomes).toMatchObject([
      { perHeadFen: 425_000, fellBySeq: null },
      { perHeadFen: 325_000, fellBySeq: lastSeq(life, "EntryVoided") },
      { perHeadFen: 375_000, fellBySeq: null },
    ]);
  });

  it("names of a step that was wrong, and of those after it, what took it back; and tells that it went back", () => {
    const life = verifyingAt("village-notice");
    const [proposal, appraisal, check, word] = life.log.slice(-4);
    life.correct(check?.seq ?? 0);
    const voided = lastSeq(life, "EntryVoided");
    const back = lastSeq(life, "LiftOutSetBack");
    const story = liftOut(life);
    const fell = new Map(story.map(({ seq, fellBySeq }) => [seq, fellBySeq]));
    for (const event of [proposal, appraisal]) expect(fell.get(event?.seq ?? 0)).toBeNull();
    expect(fell.get(check?.seq ?? 0)).toBe(voided);
    expect(fell.get(word?.seq ?? 0)).toBe(back);
    expect(story.filter(({ seq }) => seq > back).every(({ fellBySeq }) => fellBySeq === null)).toBe(true);
    expect(story.filter(({ type }) => type === "LiftOutSetBack")).toMatchObject([
      { from: "village-notice", step: "on-site-check" },
    ]);
    expect(story.filter(({ type }) => type === "EntryVoided")).toMatchObject([{ seq: voided }]);
  });
});
