import { eachAtItsTime, Turns } from "./pace";

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

describe("work on one thing", () => {
  it("waits for the one before it, failed or not, and for no other thing's", async () => {
    const turns = new Turns();
    const told: string[] = [];
    const work = (name: string, ms: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      told.push(name);
      if (name === "b1") throw new Error("refused");
    };
    const all = [
      turns.take("a", work("a1", 60)),
      turns.take("a", work("a2", 1)),
      turns.take("b", work("b1", 10)),
      turns.take("b", work("b2", 1)),
    ];
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(told).toEqual(["b1", "b2", "a1", "a2"]);
  });
});
