import { addDays, addMonths, type Day } from "@jiedui/domain";
import { workflowIdOf, type CaseInput } from "@jiedui/workflow-contracts";
import { defaultPayloadConverter } from "@temporalio/common";
import { expectBooksToBalance } from "../support/books";
import { closingOf, openPairing } from "../support/county";
import { TestWorld } from "../support/world";

describe("three years of monthly visits", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("are kept over a dozen runs, without one escalation, and an old key gives the old answer", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const cadre = await world.as("helper", null, helper.id);
    const signed = await world.today();
    const answers: Record<string, unknown> = {};
    for (let month = 1; month <= 36; month += 1) {
      await world.advanceTo(addMonths(signed, month));
      const answer = await cadre.post(
        `/api/pairings/${caseId}/record-visit`,
        visitOn(await world.today()),
        `month-${month}`,
      );
      expect(answer.status).toBe(200);
      answers[`month-${month}`] = { day: await world.today(), body: answer.body };
    }
    const types = await world.eventTypes(caseId);
    expect(types.filter((type) => type === "VisitRecorded")).toHaveLength(36);
    expect(types).not.toContain("ObligationEscalated");

    const thirtieth = answers["month-30"] as { day: Day; body: unknown };
    const again = await cadre.post(
      `/api/pairings/${caseId}/record-visit`,
      visitOn(thirtieth.day),
      "month-30",
    );
    expect(again).toMatchObject({ status: 200, body: thirtieth.body });
    const otherBody = await cadre.post(
      `/api/pairings/${caseId}/record-visit`,
      visitOn(addDays(thirtieth.day, -1)),
      "month-30",
    );
    expect(otherBody).toMatchObject({ status: 422, body: { code: "IDEMPOTENCY_KEY_REUSED" } });
    expect(await world.eventTypes(caseId)).toEqual(types);

    const inputs = await carriedInputs(caseId);
    expect(inputs.length).toBeGreaterThanOrEqual(10);
    for (const input of inputs) expect(JSON.stringify(input).length).toBeLessThan(32_768);
    await expectBooksToBalance(world, [caseId]);
    const { body } = await clerk.get<{ items: { type: string }[]; nextBeforeSeq: number }>(
      `/api/pairings/${caseId}/timeline?limit=10`,
    );
    expect(body.items).toHaveLength(10);
    expect(body.nextBeforeSeq).toBeGreaterThan(1);
  }, 180_000);

  it("an old key works for a closed case as well", async () => {
    const clerk = await world.clerk();
    const county = await world.as("administrator");
    const { caseId } = await openPairing(world, { key: "opening-of-a-closed-one" });
    const { body: first } = await clerk.post(
      `/api/pairings/${caseId}/record-visit`,
      visitOn(await world.today()),
      "visit-before-closing",
    );
    expect(
      (
        await clerk.post(
          `/api/pairings/${caseId}/request-closing`,
          closingOf("moved-away", await world.today()),
        )
      ).status,
    ).toBe(200);
    expect(await clerk.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 3 })).toMatchObject({
      status: 409,
      body: { code: "CLOSING_NEEDS_ANOTHER_PERSON" },
    });
    expect(
      (await county.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 3 }, "closing")).status,
    ).toBe(200);
    expect(
      await clerk.post(
        `/api/pairings/${caseId}/record-visit`,
        visitOn(await world.today()),
        "visit-before-closing",
      ),
    ).toMatchObject({ status: 200, body: first });
    expect(
      await clerk.post(`/api/pairings/${caseId}/record-visit`, visitOn(await world.today())),
    ).toMatchObject({ status: 409, body: { code: "CASE_CLOSED" } });
    expect(await county.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 3 })).toMatchObject({
      status: 409,
      body: { code: "CASE_CLOSED" },
    });
    expect(
      (await county.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 3 }, "closing")).status,
    ).toBe(200);
    const { body } = await clerk.get<{ stage: string; obligations: unknown[] }>(`/api/pairings/${caseId}`);
    expect(body).toMatchObject({ stage: "closed", obligations: [] });
    await expectBooksToBalance(world, [caseId]);
  });

  function visitOn(happenedOn: Day) {
    return { happenedOn, form: { situation: "家中一切正常" } };
  }

  /** What each run of the case was started with. */
  async function carriedInputs(caseId: string): Promise<CaseInput[]> {
    const inputs: CaseInput[] = [];
    for (let runId: string | undefined; ;) {
      const { events } = await world.client.workflow
        .getHandle(workflowIdOf("pairing", caseId), runId)
        .fetchHistory();
      const started = events?.[0]?.workflowExecutionStartedEventAttributes;
      const [payload] = started?.input?.payloads ?? [];
      if (payload !== undefined) inputs.push(defaultPayloadConverter.fromPayload<CaseInput>(payload));
      if (!started?.continuedExecutionRunId) return inputs;
      runId = started.continuedExecutionRunId;
    }
  }
});
