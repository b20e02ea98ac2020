import fc from "fast-check";
import { drawSample, sampleSize } from "./sample";
import type { SampleRule } from "./lift-out.rules";

/** All up to 20, at least 20 up to 100, at least 30 beyond. */
const TIERS: SampleRule = {
  kind: "tiers",
  tiers: [
    { upTo: 20, draw: null },
    { upTo: 100, draw: 20 },
    { upTo: null, draw: 30 },
  ],
};
const group = (size: number) => Array.from({ length: size }, (_, index) => `case-${index}`);

describe("the size of a sample", () => {
  it.each([
    [1, 1],
    [20, 20],
    [21, 20],
    [100, 20],
    [101, 30],
    [5_000, 30],
  ])("of %d is, by tiers, %d", (size, drawn) => {
    expect(sampleSize(size, TIERS)).toBe(drawn);
  });

  it("by share is rounded up", () => {
    expect(sampleSize(10, { kind: "share", percent: 30 })).toBe(3);
    expect(sampleSize(11, { kind: "share", percent: 30 })).toBe(4);
  });
});

describe("a draw", () => {
  it("takes as many as the rule says, each once, all of the group", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.string(), (size, seed) => {
        const drawn = drawSample(group(size), seed, TIERS);
        expect(drawn).toHaveLength(sampleSize(size, TIERS));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const id of drawn) expect(group(size)).toContain(id);
      }),
      { numRuns: 30 },
    );
  });

  it("is the same for the same seed, in whatever order the group is given, and another for another seed", () => {
    const cases = group(200);
    expect(drawSample([...cases].reverse(), "seed", TIERS)).toEqual(drawSample(cases, "seed", TIERS));
    expect(drawSample(cases, "another", TIERS)).not.toEqual(drawSample(cases, "seed", TIERS));
  });

  it("favours nobody: over many seeds each is drawn about equally often", () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed += 1)
      for (const id of drawSample(group(60), `seed-${seed}`, TIERS)) times.set(id, (times.get(id) ?? 0) + 1);
    const expected = (2_000 * 20) / 60;
    for (const count of times.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.15);
    expect(times.size).toBe(60);
  });
});
