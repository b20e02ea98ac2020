import { liftedOutStory } from "./lifted-out-story";
import { revisitedPairing, verifyingAt, visitUntil } from "./lift-out.spec-support";

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
  });

  it("is nothing while it never was", () => {
    expect(liftedOutStory(verifyingAt("approval").log)).toEqual([]);
  });
});
