import { RANKS, isRankAtLeast } from "./rank";

describe("a cadre's rank", () => {
  it("suffices for its own level and every lower one, and for no higher one", () => {
    RANKS.forEach((rank, index) =>
      RANKS.forEach((needed, other) => expect(isRankAtLeast(rank, needed)).toBe(index >= other)),
    );
  });

  it("of an entrepreneur is below a general cadre's", () => {
    expect(isRankAtLeast("none", "general")).toBe(false);
    expect(isRankAtLeast("vice-city", "section")).toBe(true);
  });
});
