import { defineUpdate, setHandler, sleep } from "@temporalio/workflow";

const YEAR_MS = 365 * 86_400_000;

export const countUpdate = defineUpdate<number>("count");

/** The least that a case could be: it starts, arms a timer, and takes an update that only counts. */
export async function bareWorkflow(): Promise<void> {
  let counted = 0;
  setHandler(countUpdate, () => (counted += 1));
  await sleep(YEAR_MS);
}
