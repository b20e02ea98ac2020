import { parseArgs } from "node:util";
import { runCampaign } from "./campaign";

/** `npm run faults -- --kills N --seed S --clients C`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: "string", default: "40" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      clients: { type: "string", default: "6" },
    },
  });
  const report = await runCampaign({
    kills: Number(values.kills),
    seed: Number(values.seed),
    clients: Number(values.clients),
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.violations.length > 0) process.exitCode = 1;
}

main().catch((failure: unknown) => {
  process.stderr.write(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  process.exitCode = 1;
});
