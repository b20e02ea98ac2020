import { randomUUID } from "node:crypto";
import { addDays } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { eventually } from "../support/eventually";
import { closingOf, newHelper, newHousehold, openPairing } from "../support/county";
import { refusal } from "../support/refused";
import { TestWorld } from "../support/world";

describe("several people at once", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(() => world.close());

  it("a helper with room for five gets five of ten households that are opened at once; the others are told", async () => {
    const clerk = await world.clerk();
    const helper = await newHelper(clerk);
    const households = await Promise.all(Array.from({ length: 10 }, () => newHousehold(clerk)));
    const signedOn = await world.today();
    const answers = await Promise.all(
      households.map((subjectId) =>
        clerk.post("/api/pairings", {
          programmeId: "visits-only",
          subjectId,
          leadHelperId: helper.id,
          signedOn,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(5);
    for (const { body } of refused)
      expect(body).toMatchObject({
        code: "HELPER_AT_CAPACITY",
        facts: { helperId: helper.id, held: 5, capacity: 5 },
      });
    await expectBooksToBalance(
      world,
      answers.flatMap(({ status, body }) => (status === 201 ? [String(body["caseId"])] : [])),
    );
  });

  it("ten commands on one case at once are all taken, in one order, each once", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const happenedOn = await world.today();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, index) =>
        clerk.post(`/api/pairings/${caseId}/record-visit`, {
          happenedOn,
          form: { situation: `第${index + 1}份` },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect((await world.eventTypes(caseId)).filter((type) => type === "VisitRecorded")).toHaveLength(10);
    await expectBooksToBalance(world, [caseId]);
  });

  it("the same key at once is done once and answered alike", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const key = randomUUID();
    const body = { happenedOn: await world.today(), form: { situation: "同一份" } };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clerk.post(`/api/pairings/${caseId}/record-visit`, body, key)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect((await world.eventTypes(caseId)).filter((type) => type === "VisitRecorded")).toHaveLength(1);
  });

  it("the same key at once with different bodies is done once, and the other body is told so", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const [key, happenedOn] = [randomUUID(), await world.today()];
    const answers = await Promise.all(
      ["一", "二", "一", "二", "一", "二"].map(async (situation) => {
        const body = { happenedOn, form: { situation } };
        const answer = await clerk.post(`/api/pairings/${caseId}/record-visit`, body, key);
        return { situation, status: answer.status, code: answer.body["code"] };
      }),
    );
    const taken = answers.find(({ status }) => status === 200)?.situation;
    for (const { situation, status, code } of answers)
      expect([situation, status, code]).toEqual(
        situation === taken ? [taken, 200, undefined] : [situation, 422, "IDEMPOTENCY_KEY_REUSED"],
      );
    const visits = (await world.eventTypes(caseId)).filter((type) => type === "VisitRecorded");
    expect(visits).toHaveLength(1);
    const { body } = await clerk.get(`/api/pairings/${caseId}/timeline`);
    expect(JSON.stringify(body)).toContain(`"situation":"${taken}"`);
  });

  it("a key whose first body was refused may come again mended, and what is recorded is the mended body", async () => {
    const [clerk, today] = [await world.clerk(), await world.today()];
    const { caseId } = await openPairing(world);
    const [key, path] = [randomUUID(), `/api/pairings/${caseId}/record-visit`];
    const tomorrow = addDays(today, 1);
    const wrong = { happenedOn: tomorrow, form: { situation: "写错的一份" } };
    const mended = { happenedOn: today, form: { situation: "改对的一份" } };
    expect(await clerk.post(path, wrong, key)).toMatchObject(
      refusal("VISIT_IN_FUTURE", { happenedOn: tomorrow, today }),
    );
    expect((await clerk.post(path, mended, key)).status).toBe(200);
    const { body } = await clerk.get(`/api/pairings/${caseId}/timeline`);
    expect(JSON.stringify(body)).toContain("改对的一份");
    expect(JSON.stringify(body)).not.toContain("写错的一份");
  });

  it("whoever decides on a page that is no longer true is shown what has changed", async () => {
    const clerk = await world.clerk();
    const other = await world.as("administrator");
    const { caseId } = await openPairing(world);
    expect(
      (await clerk.post(`/api/pairings/${caseId}/request-closing`, closingOf("died", await world.today())))
        .status,
    ).toBe(200);
    expect(
      (
        await clerk.post(`/api/pairings/${caseId}/record-visit`, {
          happenedOn: await world.today(),
          form: { situation: "人还在" },
        })
      ).status,
    ).toBe(200);
    const stale = await other.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 2 });
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: "CHANGED_SINCE",
        facts: { basedOnSeq: 2, presentSeq: 3, changes: [{ seq: 3, type: "VisitRecorded" }] },
      },
    });
    expect(
      (
        await other.post(`/api/pairings/${caseId}/reject-closing`, {
          basedOnSeq: 3,
          reason: "evidence-missing",
        })
      ).status,
    ).toBe(200);
    expect((await world.eventTypes(caseId)).at(-1)).toBe("ClosingRejected");
    await expectBooksToBalance(world, [caseId]);
  });

  it("whoever takes back a visit is shown that another has taken one back meanwhile", async () => {
    const clerk = await world.clerk();
    const other = await world.as("administrator");
    const { caseId } = await openPairing(world);
    const visit = async (situation: string) => {
      const body = { happenedOn: await world.today(), form: { situation } };
      return (await clerk.post(`/api/pairings/${caseId}/record-visit`, body)).status;
    };
    expect([await visit("第一次"), await visit("录重了")]).toEqual([200, 200]);
    const [first, second] = (await world.events(caseId))
      .filter(({ type }) => type === "VisitRecorded")
      .map(({ visitId }) => ({ visitId, reason: "entered-twice" }));
    const path = `/api/pairings/${caseId}/void-visit`;
    expect(await clerk.post(path, second)).toMatchObject({ status: 400, body: { code: "BAD_INPUT" } });
    expect((await other.post(path, { ...second, basedOnSeq: 3 })).status).toBe(200);
    expect(await clerk.post(path, { ...first, basedOnSeq: 3 })).toMatchObject({
      status: 409,
      body: {
        code: "CHANGED_SINCE",
        facts: { basedOnSeq: 3, presentSeq: 4, changes: [{ seq: 4, type: "VisitVoided" }] },
      },
    });
    expect((await world.eventTypes(caseId)).filter((type) => type === "VisitVoided")).toHaveLength(1);
    await expectBooksToBalance(world, [caseId]);
  });

  it("a second open pairing of the same household in the programme is refused and names the first", async () => {
    const clerk = await world.clerk();
    const { caseId, subjectId } = await openPairing(world);
    const helper = await newHelper(clerk);
    const second = await clerk.post("/api/pairings", {
      programmeId: "visits-only",
      subjectId,
      leadHelperId: helper.id,
      signedOn: await world.today(),
    });
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: "SUBJECT_ALREADY_PAIRED",
        facts: { subjectId, programmeId: "visits-only", byCaseId: caseId },
      },
    });
  });

  it("a refused opening leaves no case behind, neither in the records nor running in the engine", async () => {
    const queue = world.env["JIEDUI_TASK_QUEUE"] ?? "";
    const [row] = await world.owner.query<{ open: number }[]>(
      "select count(*)::int as open from case_file where finished_at is null",
    );
    const running = await eventually("the refused openings' runs to end", async () => {
      const { count } = await world.client.workflow.count(
        `ExecutionStatus = 'Running' AND TaskQueue = '${queue}'`,
      );
      return count === row?.open ? count : undefined;
    });
    expect(running).toBe(row?.open);
  });
});
