import { WHOLE_RULES, noonOf, openedPairing, refusalOf } from "../pairing.spec-support";

describe("a term that ends without lift-out", () => {
  it("is renewed by itself on the day after, with the reason, and is somebody's to review", () => {
    const life = openedPairing().passTo(noonOf("2029-01-10"));
    expect(life.events("TermRenewed")).toEqual([]);
    life.passTo(noonOf("2029-01-11"));
    expect(life.events("TermRenewed")).toMatchObject([
      {
        reason: "not-lifted-out",
        terms: 1,
        termEndsOn: "2032-01-10",
        because: { rule: "term-renewed-until-lifted-out", dueOn: "2029-01-10", lateMs: 0 },
        cause: { kind: "due", obligationKey: "term:2029-01-10" },
      },
    ]);
    expect(life.obligation("term-review").seats[0]).toBe("township-office:420626100");
    expect(life.give("reviewTerm", { outcome: "goes-on" }).accepted).toBe(true);
    expect(life.obligations().map(({ kind }) => kind)).toEqual(["visit"]);
    expect(refusalOf(life.ask("reviewTerm", { outcome: "goes-on" }))).toEqual({ code: "NO_TERM_TO_REVIEW" });
  });

  it("whose review finds that the helper has to change has the offices owe a successor, until the review is taken back", () => {
    const life = openedPairing({}, WHOLE_RULES).passTo(noonOf("2029-01-11"));
    life.give("reviewTerm", { outcome: "helper-to-change" });
    const review = life.events("TermReviewed")[0]?.seq ?? 0;
    expect(life.obligation("successor-proposal")).toMatchObject({
      key: `successor:${review}`,
      armedBySeq: review,
    });
    life.correct(review);
    expect(life.obligations().map(({ kind }) => kind)).not.toContain("successor-proposal");
    expect(life.obligation("term-review").armedBySeq).toBeGreaterThan(review);
  });

  it("goes on in whole terms until it ends ahead, however long nobody was there", () => {
    const life = openedPairing().awayUntil(noonOf("2036-05-01"));
    expect(life.events("TermRenewed")).toMatchObject([{ terms: 3, termEndsOn: "2038-01-10" }]);
    expect(life.events("TermRenewed")[0]?.because.lateMs).toBeGreaterThan(0);
  });
});
