import type { PairingEventType, VoidReason } from "@jiedui/domain";
import { lifeOf, moved } from "./lift-out";
import { TOWN, type TestWorld } from "./world";

/** The number of the newest event of that type. */
export async function seqOf(world: TestWorld, caseId: string, type: PairingEventType): Promise<number> {
  const seq = (await world.log(caseId)).filter((event) => event.type === type).at(-1)?.seq;
  if (seq === undefined) throw new Error(`the log has no ${type}`);
  return seq;
}

/** The township asks for the newest entry of that type to be taken out. */
export async function askToVoid(
  world: TestWorld,
  caseId: string,
  type: PairingEventType,
  reason: VoidReason,
): Promise<number> {
  const township = await world.as("township-office", TOWN);
  const { seq } = await lifeOf(township, caseId);
  const entrySeq = await seqOf(world, caseId, type);
  await moved(township, caseId, "request-void", { basedOnSeq: seq, entrySeq, reason, note: "核对后发现" });
  return seqOf(world, caseId, "VoidRequested");
}

/** The same, and the county takes it out. */
export async function correct(
  world: TestWorld,
  caseId: string,
  type: PairingEventType,
  reason: VoidReason,
): Promise<void> {
  const requestedSeq = await askToVoid(world, caseId, type, reason);
  const county = await world.clerk();
  const { seq } = await lifeOf(county, caseId);
  await moved(county, caseId, "approve-void", { basedOnSeq: seq, requestedSeq });
}
