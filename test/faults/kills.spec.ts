import { runCampaign } from "./campaign";

describe("parts killed with kill -9 during commands", () => {
  it("every answered command is there once, none is half there, and the books balance", async () => {
    const report = await runCampaign({ kills: 8, seed: 20160305, clients: 4 });
    expect(report.violations).toEqual([]);
    expect(report.kills).toEqual({ worker: 2, api: 2, temporal: 2, postgres: 2 });
    expect(report.commands).toBeGreaterThan(30);
  }, 240_000);
});
