import { parseArgs } from "node:util";
import { runCampaign } from "./campaign";
import { runAway } from "./away";
import { runFuzz } from "./fuzz";

const USAGE = `npm run faults --
  --kills N       kill -9 of worker, api, Temporal and PostgreSQL in turn, during commands (the default, N = 40)
  --clients C     clients that send commands meanwhile (6)
  --fuzz MINUTES  the interface fuzzed for so long
  --away SECONDS  PostgreSQL away, then slow, each for so long
  --seed S        repeats what a seed has led to`;

/** One or several kinds of trouble, one after the other; each says what it found. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: "string" },
      clients: { type: "string", default: "6" },
      fuzz: { type: "string" },
      away: { type: "string" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return say(USAGE);
  const seed = numberOf("seed", values.seed);
  const violations: string[] = [];
  if (values.fuzz !== undefined) violations.push(...(await runFuzz(numberOf("fuzz", values.fuzz), seed)));
  if (values.away !== undefined) violations.push(...(await runAway(numberOf("away", values.away), say)));
  if (values.kills !== undefined || (values.fuzz === undefined && values.away === undefined)) {
    const kills = numberOf("kills", values.kills ?? "40");
    const report = await runCampaign({ kills, seed, clients: numberOf("clients", values.clients), say });
    say(JSON.stringify(report, null, 2));
    violations.push(...report.violations);
  }
  for (const violation of violations) say(`✗ ${violation}`);
  say(
    violations.length === 0 ? "nothing was lost, nothing was done twice" : `${violations.length} violations`,
  );
  if (violations.length > 0) process.exitCode = 1;
}

function numberOf(option: string, text: string): number {
  const number = Number(text);
  if (!(number >= 0)) throw new Error(`--${option} takes a number, and ${text} is none\n${USAGE}`);
  return number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((failure: unknown) => {
  process.stderr.write(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  process.exitCode = 1;
});
