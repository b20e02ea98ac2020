import { expectBooksToBalance } from "../support/books";
import { TroubledWorld, type TroubleReport } from "./database-away";

const CASES = 12;
const ANSWERED_WITHIN_MS = 20_000;
const SLOW_BY_MS = 400;

/** PostgreSQL away and then slow, each for so long; what was wrong of what was promised. */
export async function runAway(seconds: number, say: (line: string) => void): Promise<string[]> {
  const troubled = await TroubledWorld.open(CASES);
  try {
    const away = await troubled.during({ cut: true }, seconds * 1_000);
    say(`away for ${seconds} s: ${JSON.stringify(away)}`);
    await expectBooksToBalance(troubled.world, troubled.caseIds);
    const slow = await troubled.during({ delayMs: SLOW_BY_MS }, seconds * 1_000);
    say(`slow for ${seconds} s: ${JSON.stringify(slow)}`);
    await expectBooksToBalance(troubled.world, troubled.caseIds);
    return [
      ...wrongIn("away", away, [202, 503]),
      ...(away.recordedMeanwhile > 0 ? ["away: something was recorded meanwhile"] : []),
      ...wrongIn("slow", slow, [200, 202, 503]),
    ];
  } finally {
    await troubled.close();
  }
}

function wrongIn(name: string, report: TroubleReport, mayTell: readonly number[]): string[] {
  const { toldMeanwhile, finalStatuses, visitsInLog, answeredAfterMs, commands } = report;
  return [
    ...toldMeanwhile
      .filter((status) => !mayTell.includes(status))
      .map((status) => `told ${status} meanwhile`),
    ...finalStatuses.filter((status) => status !== 200).map((status) => `told ${status} in the end`),
    ...(visitsInLog === commands ? [] : [`${commands} visits stand in the log ${visitsInLog} times`]),
    ...(answeredAfterMs < ANSWERED_WITHIN_MS ? [] : [`the last answer came after ${answeredAfterMs} ms`]),
  ].map((wrong) => `${name}: ${wrong}`);
}
