import { describe, expect, it } from "vitest";
import { sizeWithin } from "./photograph";

describe("a photograph made smaller", () => {
  it("keeps its shape, and its longest side is what is allowed", () => {
    expect(sizeWithin({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 });
    expect(sizeWithin({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 });
  });

  it("is never made larger, nor so thin that nothing is left", () => {
    expect(sizeWithin({ width: 800, height: 600 }, 1600)).toEqual({ width: 800, height: 600 });
    expect(sizeWithin({ width: 9000, height: 2 }, 120)).toEqual({ width: 120, height: 1 });
  });
});
