import { expectBooksToBalance } from "../support/books";
import { TASK_QUEUE } from "../support/process-world";
import { recordStory } from "../support/recorded-histories";
import { TroubledWorld } from "./database-away";

/** `npm run faults -- --away SECONDS` does the same for as long as one likes. */
const AWAY_MS = 60_000;
const CASES = 12;

describe("PostgreSQL in trouble, as the recorder sees it", () => {
  let troubled: TroubledWorld;
  beforeAll(async () => (troubled = await TroubledWorld.open(CASES)), 120_000);
  afterAll(async () => {
    await recordStory(troubled.world.client, TASK_QUEUE);
    await troubled.close();
  });

  it("away: commands are taken on or told 503, and recorded once when it is back", async () => {
    const report = await troubled.during({ cut: true }, AWAY_MS);
    for (const status of report.toldMeanwhile) expect([202, 503]).toContain(status);
    expect(report.recordedMeanwhile).toBe(0);
    expect(report.finalStatuses).toEqual(Array(CASES).fill(200));
    expect(report.visitsInLog).toBe(CASES);
    expect(report.answeredAfterMs).toBeLessThan(20_000);
    await expectBooksToBalance(troubled.world, troubled.caseIds);
  }, 180_000);

  it("slow: commands are answered, late, or taken on; nothing is lost and nothing done twice", async () => {
    const report = await troubled.during({ delayMs: 400 }, AWAY_MS);
    for (const status of report.toldMeanwhile) expect([200, 202, 503]).toContain(status);
    expect(report.finalStatuses).toEqual(Array(CASES).fill(200));
    expect(report.visitsInLog).toBe(CASES);
    await expectBooksToBalance(troubled.world, troubled.caseIds);
  }, 180_000);

  it("back to health: a visit is recorded inline again, without waiting", async () => {
    await troubled.oneVisit();
    const { status, tookMs } = await troubled.oneVisit();
    expect(status).toBe(200);
    expect(tookMs).toBeLessThan(1_500);
  });
});
