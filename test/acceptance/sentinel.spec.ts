import { workflowIdOf } from "@jiedui/workflow-contracts";
import { historyToJSON } from "@temporalio/common/lib/proto-utils";
import { newHelper, newHousehold, newUnit, openPairing } from "../support/county";
import { TestWorld } from "../support/world";

/** Names and words that must stay in PostgreSQL. */
const SENTINELS = ["哨兵甲", "哨兵乙", "哨兵丙", "哨兵丁", "shaobing"];

describe("nothing that names or describes a person", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("is in any raw history, memo, search attribute, log line or chat message", async () => {
    const clerk = await world.clerk();
    const helper = await newHelper(clerk, { name: "哨兵甲", unitId: await newUnit(clerk) });
    const subjectId = await newHousehold(clerk, { name: "哨兵乙" });
    const { caseId } = await openPairing(world, { helper, subjectId });
    const form = { situation: "哨兵丙病了", problems: "shaobing 13800000000", opinions: "哨兵丁说好" };
    expect(
      (await clerk.post(`/api/pairings/${caseId}/record-visit`, { happenedOn: await world.today(), form }))
        .status,
    ).toBe(200);
    await clerk.get("/api/pairings?search=%E5%93%A8%E5%85%B5%E4%B9%99");
    await world.advanceDays(90);
    expect(await world.eventTypes(caseId)).toContain("ObligationEscalated");

    const handle = world.client.workflow.getHandle(workflowIdOf("pairing", caseId));
    const described = await handle.describe();
    const seen = [
      historyToJSON(await handle.fetchHistory()),
      JSON.stringify(described.raw),
      JSON.stringify(described.typedSearchAttributes.getAll()),
      world.workerLog,
      world.chat.heard.join(),
    ];
    expect(world.chat.heard.length).toBeGreaterThan(0);
    for (const sentinel of SENTINELS)
      for (const text of seen) {
        expect(text).not.toContain(sentinel);
        expect(text).not.toContain(Buffer.from(sentinel).toString("base64").replace(/=+$/, ""));
      }
    const timeline = await clerk.get(`/api/pairings/${caseId}/timeline`);
    expect(JSON.stringify(timeline.body)).toContain("哨兵丙病了");
  });
});
