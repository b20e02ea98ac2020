import { condition, continueAsNew, defineQuery, setHandler, sleep } from "@temporalio/workflow";

export const firedQuery = defineQuery<{ fired: number; run: number }>("fired");

export interface RepeatingVisit {
  everyMs: number;
  perRun: number;
  fired: number;
  run: number;
}

/** The smallest case there is: a timer a month, a new run after so many, for ever. */
export async function repeatingVisitWorkflow(state: RepeatingVisit): Promise<void> {
  let { fired } = state;
  setHandler(firedQuery, () => ({ fired, run: state.run }));
  for (let inThisRun = 0; inThisRun < state.perRun; inThisRun++) {
    await sleep(state.everyMs);
    fired += 1;
  }
  await continueAsNew<typeof repeatingVisitWorkflow>({ ...state, fired, run: state.run + 1 });
}

/** Waits for nothing that ever comes. */
export async function waitingWorkflow(): Promise<void> {
  await condition(() => false);
}
