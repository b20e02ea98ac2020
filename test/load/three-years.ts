import { addMonths } from "@jiedui/domain";
import { openPairing, recordVisit } from "../support/county";
import { TestWorld } from "../support/world";

const MONTHS = 36;

/** Thirty-six visits by HTTP, a month of virtual time before each, on one case. @returns seconds */
export async function threeYearsOfOneCase(): Promise<number> {
  const world = await TestWorld.open();
  try {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const signed = await world.today();
    const begunMs = Date.now();
    for (let month = 1; month <= MONTHS; month += 1) {
      const day = addMonths(signed, month);
      await world.advanceTo(day);
      const status = await recordVisit(clerk, caseId, day);
      if (status !== 200) throw new Error(`the visit of month ${month} was answered ${status}`);
    }
    return (Date.now() - begunMs) / 1_000;
  } finally {
    await world.close();
  }
}
