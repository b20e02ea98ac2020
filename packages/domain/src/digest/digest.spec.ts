import { day, startOf } from "../time/day";
import { digestDay } from "./digest";

describe("a day's digest", () => {
  const morning = startOf(day("2026-03-05")) + 8 * 3_600_000;

  it("is due from its hour on, by the clock in China, and not before", () => {
    expect(digestDay(morning - 1, 8)).toBeUndefined();
    expect(digestDay(morning, 8)).toBe("2026-03-05");
    expect(digestDay(startOf(day("2026-03-06")) - 1, 8)).toBe("2026-03-05");
    expect(digestDay(startOf(day("2026-03-06")), 8)).toBeUndefined();
  });
});
