import fc from "fast-check";
import { jitterMsOf } from "./jitter";

describe("a case's jitter", () => {
  it("is the same for ever, and under thirty minutes", () => {
    fc.assert(
      fc.property(fc.uuid(), (caseId) => {
        const jitterMs = jitterMsOf(caseId);
        expect(jitterMs).toBe(jitterMsOf(caseId));
        expect(jitterMs).toBeGreaterThanOrEqual(0);
        expect(jitterMs).toBeLessThan(30 * 60_000);
      }),
    );
  });

  it("spreads cases: no minute of the thirty gets twice its share", () => {
    const perMinute = new Array<number>(30).fill(0);
    for (let index = 0; index < 30_000; index += 1) {
      const minute = Math.floor(
        jitterMsOf(`3f1c2b9e-0000-4000-8000-${String(index).padStart(12, "0")}`) / 60_000,
      );
      perMinute[minute] = (perMinute[minute] ?? 0) + 1;
    }
    expect(Math.max(...perMinute)).toBeLessThan(2000);
    expect(Math.min(...perMinute)).toBeGreaterThan(500);
  });
});
