import { day, startOf } from "../time/day";
import { digestDay } from "./digest";

describe("a day's digest", () => {
  const morning = startOf(day("2026-03-05")) + 8.5 * 3_600_000;

  it("is due from its time on, by the clock in China, and not before", () => {
    expect(digestDay(morning - 1, 510)).toBeUndefined();
    expect(digestDay(morning, 510)).toBe("2026-03-05");
    expect(digestDay(startOf(day("2026-03-06")) - 1, 510)).toBe("2026-03-05");
    expect(digestDay(startOf(day("2026-03-06")), 510)).toBeUndefined();
  });
});
