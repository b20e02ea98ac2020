import { eachAtItsTime } from "./pace";

describe("work at a pace", () => {
  it("does each item once, no faster than asked, also where each takes long", async () => {
    const done: number[] = [];
    let [atOnce, most] = [0, 0];
    const beganMs = Date.now();
    await eachAtItsTime([0, 1, 2, 3, 4, 5, 6, 7], { perSecond: 20, atOnce: 4 }, async (item) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 120));
      done.push(item);
      atOnce -= 1;
    });
    expect(done.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(Date.now() - beganMs).toBeGreaterThanOrEqual(390);
    expect(most).toBeLessThanOrEqual(4);
    expect(most).toBeGreaterThan(1);
  });

  it("ends with the first failure, when what is under way has ended", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = eachAtItsTime([0, 1, 2, 3, 4, 5], { perSecond: 1_000, atOnce: 2 }, async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 1) throw new Error("the engine is away");
      ended.push(item);
    });
    await expect(work).rejects.toThrow("the engine is away");
    expect(begun.length).toBeLessThan(6);
    expect(ended.length).toBe(begun.length - 1);
  });
});
