import { createDataSource } from "@jiedui/database";
import { isDay, startOf } from "@jiedui/domain";
import { TimeSkipping, connectTemporal } from "@jiedui/platform";
import { RehearsalDriver } from "./rehearsal/rehearsal.driver";
import { workerConfig } from "./worker.config";

const NOON_MS = 12 * 3_600_000;

/** `npm run advance-rehearsal -- 2027-03-01`. */
async function main([day]: readonly string[]): Promise<void> {
  const { DATABASE_URL_OWNER: ownerUrl } = process.env;
  if (day === undefined || !isDay(day))
    throw new Error("say the day that the clock is to be moved to, such as 2027-03-01");
  if (ownerUrl === undefined) throw new Error("DATABASE_URL_OWNER is not set: use npm run advance-rehearsal");
  const { temporal } = workerConfig(process.env);
  const owner = await createDataSource(ownerUrl, { poolSize: 2, applicationName: "rehearsal" }).initialize();
  const client = connectTemporal(temporal);
  try {
    const driver = new RehearsalDriver(owner, new TimeSkipping(client, temporal.namespace));
    const nowMs = await driver.nowMs();
    const toMs = startOf(day) + NOON_MS;
    if (toMs <= nowMs)
      throw new Error(`the rehearsal's clock stands at ${new Date(nowMs).toISOString()} and never goes back`);
    await driver.advanceTo(toMs);
    console.log(`the rehearsal's clock stands at noon of ${day}`);
  } finally {
    await owner.destroy();
    await client.connection.close();
  }
}

main(process.argv.slice(2)).catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
