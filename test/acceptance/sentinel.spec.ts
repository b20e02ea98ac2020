import { workflowIdOf } from "@jiedui/workflow-contracts";
import { historyToJSON } from "@temporalio/common/lib/proto-utils";
import { newHelper, newHousehold, newUnit, openPairing } from "../support/county";
import { findFreePorts } from "@jiedui/infra";
import { Morning } from "../support/digests";
import { Visitor } from "../support/http";
import { ProductProcess } from "../support/processes";
import { PASSWORD, TestWorld, VILLAGE } from "../support/world";

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

    const morning = await Morning.of(world);
    await morning.tell();
    await morning.close();
    const handle = world.client.workflow.getHandle(workflowIdOf("pairing", caseId));
    const described = await handle.describe();
    const seen = [
      historyToJSON(await handle.fetchHistory()),
      JSON.stringify(described.raw),
      JSON.stringify(described.typedSearchAttributes.getAll()),
      world.workerLog,
      world.chat.heard.join(),
      JSON.stringify(world.bridge.delivered),
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

  it("nor a case's id is in figures for monitoring: they count by route, code and way", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    expect((await clerk.get(`/api/pairings/${caseId}`)).status).toBe(200);
    const [ofApi, ofWorker] = await Promise.all(
      [world.baseUrl, world.workerUrl].map(async (url) => (await fetch(`${url}/metrics`)).text()),
    );
    expect(ofApi).toMatch(
      /jiedui_http_request_seconds_count\{method="GET",route="\/api\/pairings\/:id",status="200"\} \d/,
    );
    expect(ofWorker).toMatch(/jiedui_act_seconds_count\{.*way="inline".*\} \d/);
    expect(`${ofApi}${ofWorker}`).not.toContain(caseId);
  });

  it("is in the api's own log, also when PostgreSQL refuses a statement that carries it", async () => {
    const port = await findFreePorts(1);
    const api = await ProductProcess.start(
      "api",
      { ...world.env, PORT: String(port) },
      `http://127.0.0.1:${port}/api/health/ready`,
    );
    try {
      await world.clerk();
      const visitor = new Visitor(`http://127.0.0.1:${port}`);
      expect((await visitor.signIn("county-office.420626000000.nobody", PASSWORD)).status).toBeLessThan(300);
      await world.owner.query("alter table household_member rename to household_member_away");
      const members = [{ name: "哨兵甲", relation: "head", residentId: null }];
      const household = { name: "哨兵乙", kind: "poor-household", areaCode: VILLAGE, members };
      const failed = await fetch(`http://127.0.0.1:${port}/api/subjects`, {
        method: "POST",
        headers: { ...visitor.credentials, "content-type": "application/json", "idempotency-key": "lost" },
        body: JSON.stringify(household),
      });
      expect([failed.status, await failed.json()]).toMatchObject([500, { code: "INTERNAL_FAULT" }]);
      await world.owner.query("alter table household_member_away rename to household_member");
      await visitor.get("/api/subjects?search=%E5%93%A8%E5%85%B5%E4%B9%99");
      expect(api.log).toContain("INTERNAL_FAULT");
      expect(api.log).toContain("42P01");
      const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      expect(figures).toContain('jiedui_http_problems_total{code="INTERNAL_FAULT"} 1');
      expect(figures).toMatch(
        /jiedui_http_request_seconds_count\{method="POST",route="\/api\/subjects",status="500"\} 1/,
      );
      for (const sentinel of SENTINELS)
        for (const text of [api.log, figures]) expect(text).not.toContain(sentinel);
    } finally {
      await api.stop();
    }
  }, 60_000);
});
