import { describe, expect, it } from "vitest";
import type { MonthEndFigure } from "../api/types";
import { trendOf } from "./figures";

const figure = (list: MonthEndFigure["list"], households: number, householdsBefore: number) =>
  ({ list, households, householdsBefore }) as MonthEndFigure;

describe("a figure beside last month's", () => {
  it("is worse when more was left undone, and better when more was done", () => {
    expect(trendOf(figure("visits-missed", 5, 3))).toBe("worse");
    expect(trendOf(figure("visits-missed", 3, 5))).toBe("better");
    expect(trendOf(figure("visits-done", 5, 3))).toBe("better");
    expect(trendOf(figure("lifted-out", 1, 3))).toBe("worse");
  });

  it("is neither where more means nothing of the kind, or nothing changed", () => {
    expect(trendOf(figure("opened", 5, 3))).toBe("even");
    expect(trendOf(figure("visits-missed", 3, 3))).toBe("even");
  });
});
