import { randomUUID } from "node:crypto";
import { CaseRecorder, LogWatch, RECORDED_KINDS, WATCH_LIMITS, type WatchLimits } from "@jiedui/worker";
import { CaseRepository, createDataSource } from "@jiedui/database";
import type { CaseCommand } from "@jiedui/domain";
import { pairingRulesOf, policyDocument, publishedCalendar } from "@jiedui/policies";
import { workflowIdOf } from "@jiedui/workflow-contracts";
import type { DataSource } from "typeorm";
import { expectBooksToBalance } from "../support/books";
import { releaseWith } from "../support/bundle";
import { closingOf, openPairing, recordVisit } from "../support/county";
import { eventually } from "../support/eventually";
import { TestWorld } from "../support/world";

describe("what survives", () => {
  let world: TestWorld;
  let recorder: DataSource | undefined;
  beforeAll(async () => (world = await TestWorld.open()), 60_000);
  afterAll(async () => {
    await recorder?.destroy();
    await world.close();
  });

  it("a worker that died between commit and answer: the next, different command finds the log further and goes on from there", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const lost = commandOf("recordVisit", {
      visitId: randomUUID(),
      happenedOn: await world.today(),
      helperId: helper.id,
      occasion: "regular",
      formVersion: 1,
    });
    await actBehindTheBackOf(caseId, lost);
    expect((await world.report(caseId)).seq).toBe(1);

    expect(await recordVisit(clerk, caseId, await world.today())).toBe(200);
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded", "VisitRecorded"]);
    expect((await world.report(caseId)).seq).toBe(3);
    await expectBooksToBalance(world, [caseId]);
  });

  it("such a case refuses nothing for want of what the log already holds", async () => {
    const clerk = await world.clerk();
    const { caseId, helper } = await openPairing(world);
    const visitId = randomUUID();
    const happenedOn = await world.today();
    const facts = { helperId: helper.id, occasion: "regular", formVersion: 1 };
    await actBehindTheBackOf(caseId, commandOf("recordVisit", { visitId, happenedOn, ...facts }));
    const answer = await clerk.post(`/api/pairings/${caseId}/void-visit`, {
      basedOnSeq: 2,
      visitId,
      reason: "entered-twice",
    });
    expect(answer.status).toBe(200);
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded", "VisitVoided"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("a case that nobody speaks to any more is found behind its log, woken, and catches up", async () => {
    const caseId = await openBehindItsLog();
    await expectWatchToWake(caseId, 2);
    await expectBooksToBalance(world, [caseId]);
  });

  it("so are more than one round compares: the next round goes on where the last one ended", async () => {
    const behind = [await openBehindItsLog(), await openBehindItsLog(), await openBehindItsLog()];
    const watch = await newWatch({ page: 2, mostCommands: 4 });
    const [written] = await world.owner.query<{ count: number }[]>(
      "select count(*)::int as count from case_command",
    );
    const rounds = Math.ceil((written?.count ?? 0) / 4);
    const woken: string[][] = [];
    for (let round = 0; round < rounds; round += 1) woken.push(await watch.lookOnce());
    expect(rounds).toBeGreaterThan(1);
    expect(woken.flat()).toEqual(behind);
    for (const caseId of behind) await expectCaughtUp(caseId, 2);
    expect(await watch.lookOnce()).toEqual([]);
    await expectBooksToBalance(world, behind);
  });

  it("so is one that did not answer when it was first asked", async () => {
    const watch = await newWatch();
    expect(await watch.lookOnce()).toEqual([]);
    const caseId = await openBehindItsLog();
    await world.stopWorker();
    expect(await watch.lookOnce()).toEqual([]);
    await world.startWorker();
    expect(await watch.lookOnce()).toEqual([caseId]);
    await expectCaughtUp(caseId, 2);
    expect(await watch.lookOnce()).toEqual([]);
  }, 60_000);

  it("so is one whose lost command closed it: its workflow comes to its end", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    const asked = closingOf("moved-away", await world.today());
    expect((await clerk.post(`/api/pairings/${caseId}/request-closing`, asked)).status).toBe(200);
    await actBehindTheBackOf(caseId, { ...commandOf("approveClosing", {}), basedOnSeq: 2 });
    expect((await world.report(caseId)).stage).toBe("closing");
    await expectWatchToWake(caseId, 3);
    await expectBooksToBalance(world, [caseId]);
    const { status } = await world.client.workflow.getHandle(workflowIdOf("pairing", caseId)).describe();
    expect(status.name).toBe("COMPLETED");
  });

  it("the same key, sent again soon, is answered alike and leaves nothing behind", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    expect(await recordVisit(clerk, caseId, await world.today(), "sent-twice")).toBe(200);
    expect(await recordVisit(clerk, caseId, await world.today(), "sent-twice")).toBe(200);
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("the lost command itself, sent again, gets the answer that was recorded", async () => {
    const { caseId, helper } = await openPairing(world);
    const lost = commandOf("recordVisit", {
      visitId: randomUUID(),
      happenedOn: await world.today(),
      helperId: helper.id,
      occasion: "regular",
      formVersion: 1,
    });
    const recorded = await actBehindTheBackOf(caseId, lost);
    const answer = await world.client.workflow
      .getHandle(workflowIdOf("pairing", caseId))
      .executeUpdate("recordVisit", { args: [lost], updateId: randomUUID() });
    expect(answer).toEqual(recorded);
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened", "VisitRecorded"]);
    await expectBooksToBalance(world, [caseId]);
  });

  it("a rule that changes under a running case: what was decided stands, what comes is decided anew", async () => {
    const clerk = await world.clerk();
    const { caseId } = await openPairing(world);
    expect(await recordVisit(clerk, caseId, await world.today())).toBe(200);
    await world.advanceDays(100);
    const before = await world.report(caseId);
    const log = await world.log(caseId);
    expect(log.map(({ type }) => type)).toContain("ObligationEscalated");

    const { workflowBundle, preloaded } = await releaseWith("visits-refused");
    await world.stopWorker();
    await world.startWorker({
      JIEDUI_WORKFLOW_BUNDLE: workflowBundle,
      NODE_OPTIONS: `--require ${preloaded}`,
      JIEDUI_RELEASE: "with-another-rule",
    });
    expect(await world.report(caseId)).toEqual(before);
    const visit = { happenedOn: await world.today(), form: { situation: "新规之下" } };
    expect(await clerk.post(`/api/pairings/${caseId}/record-visit`, visit)).toMatchObject({
      status: 409,
      body: { code: "MOVE_NOT_IN_STAGE" },
    });
    const asked = closingOf("moved-away", await world.today());
    expect((await clerk.post(`/api/pairings/${caseId}/request-closing`, asked)).status).toBe(200);
    expect((await world.log(caseId)).slice(0, log.length)).toEqual(log);
    await expectBooksToBalance(world, [caseId]);

    await world.stopWorker();
    await world.startWorker();
    expect(await recordVisit(clerk, caseId, await world.today())).toBe(200);
    await expectBooksToBalance(world, [caseId]);
  }, 120_000);

  /** Finds that case alone, and then none. */
  async function expectWatchToWake(caseId: string, seq: number): Promise<void> {
    expect(await (await newWatch()).lookOnce()).toEqual([caseId]);
    await expectCaughtUp(caseId, seq);
    expect(await (await newWatch()).lookOnce()).toEqual([]);
  }

  /** One that has not looked yet: it begins with whatever was written in this world. */
  async function newWatch(limits: Partial<WatchLimits> = {}): Promise<LogWatch> {
    recorder ??= await createDataSource(world.urls.recorder, {
      poolSize: 1,
      applicationName: "test",
    }).initialize();
    const ofATest = { ...WATCH_LIMITS, looksBackSeconds: 3_600, settledAfterSeconds: 0, ...limits };
    return new LogWatch(recorder, new CaseRepository(), world.client, ofATest);
  }

  async function expectCaughtUp(caseId: string, seq: number): Promise<void> {
    await eventually("the case to catch up", async () =>
      (await world.report(caseId)).seq === seq ? caseId : undefined,
    );
  }

  /** A pairing with a visit that stands in its log, and that its workflow has forgotten. */
  async function openBehindItsLog(): Promise<string> {
    const { caseId, helper } = await openPairing(world);
    const happenedOn = await world.today();
    const facts = { helperId: helper.id, occasion: "regular", formVersion: 1 };
    await actBehindTheBackOf(
      caseId,
      commandOf("recordVisit", { visitId: randomUUID(), happenedOn, ...facts }),
    );
    expect((await world.report(caseId)).seq).toBe(1);
    return caseId;
  }

  function commandOf(move: string, payload: unknown): CaseCommand {
    return {
      move,
      payload,
      key: randomUUID(),
      bodyHash: "of a test",
      actor: { accountId: randomUUID(), role: "county-office" },
      basedOnSeq: null,
      knownSeq: null,
      contentIds: [],
    };
  }

  /** Records as a worker does, without the engine ever hearing of it: that worker was killed after its commit. */
  async function actBehindTheBackOf(caseId: string, command: CaseCommand): Promise<unknown> {
    const { state, seq } = await world.report(caseId);
    const [policy] = await world.owner.query<{ document: unknown }[]>(
      "select document from policy where programme_id = 'visits-only' and version = 1",
    );
    const dataSource = await createDataSource(world.urls.recorder, {
      poolSize: 1,
      applicationName: "test",
    }).initialize();
    try {
      const carried = {
        seq,
        state,
        rules: pairingRulesOf(policyDocument.parse(policy?.document)),
        calendar: publishedCalendar(),
      };
      const { answers } = await new CaseRecorder(RECORDED_KINDS.pairing).act(dataSource, {
        kind: "pairing",
        caseId,
        expectedSeq: seq,
        carried,
        nowMs: await world.nowMs(),
        commands: [command],
      });
      return answers[0];
    } finally {
      await dataSource.destroy();
    }
  }
});
