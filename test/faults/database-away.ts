import { randomUUID } from "node:crypto";
import { dayAt } from "@jiedui/domain";
import type { Answer, Visitor } from "../support/http";
import { newHelper, newHousehold } from "../support/county";
import { ProcessWorld, pause } from "../support/process-world";
import { SlowWire } from "./slow-wire";

export interface TroubleReport {
  /** Statuses of first attempts, made while the recorder's way to PostgreSQL was cut or slow. */
  readonly toldMeanwhile: readonly number[];
  readonly recordedMeanwhile: number;
  /** From the end of the trouble to the last answer. */
  readonly answeredAfterMs: number;
  readonly finalStatuses: readonly number[];
  readonly slowestMs: number;
  /** Times that each visit stands in the log. */
  readonly visitsInLog: number;
  readonly commands: number;
}

/** A world whose worker reaches PostgreSQL by way of a wire that can be cut or made slow. */
export class TroubledWorld {
  readonly caseIds: string[] = [];

  private constructor(
    readonly world: ProcessWorld,
    private readonly wire: SlowWire,
    private readonly clerk: Visitor,
  ) {}

  static async open(cases: number): Promise<TroubledWorld> {
    let wire: SlowWire | undefined;
    const world = await ProcessWorld.open({
      through: async (recorderUrl) => {
        const laid = await SlowWire.before(recorderUrl);
        wire = laid.wire;
        return laid.url;
      },
    });
    if (wire === undefined) throw new Error("the recorder was not given a wire");
    const troubled = new TroubledWorld(world, wire, await world.as("county-office"));
    for (let number = 0; number < cases; number += 1) troubled.caseIds.push(await troubled.openPairing());
    return troubled;
  }

  async close(): Promise<void> {
    this.wire.mend();
    await this.world.close();
    this.wire.close();
  }

  /** One visit to every case during the trouble, sent again with its key once the trouble is over. */
  async during(trouble: { cut: true } | { delayMs: number }, forMs: number): Promise<TroubleReport> {
    const before = await this.visits();
    if ("cut" in trouble) this.wire.cut();
    else this.wire.slowDown(trouble.delayMs);
    const over = pause(forMs);
    const keys = this.caseIds.map(() => randomUUID());
    const attempts = this.caseIds.map(async (caseId, index) => {
      const begunMs = Date.now();
      const { status } = await this.visit(caseId, keys[index] ?? "");
      return { status, tookMs: Date.now() - begunMs };
    });
    const first = await Promise.all(attempts);
    await over;
    const recordedMeanwhile = (await this.visits()) - before;
    this.wire.mend();
    const mendedMs = Date.now();
    const final = await Promise.all(
      this.caseIds.map((caseId, index) => this.insist(caseId, keys[index] ?? "")),
    );
    return {
      toldMeanwhile: first.map(({ status }) => status),
      slowestMs: Math.max(...first.map(({ tookMs }) => tookMs)),
      recordedMeanwhile,
      answeredAfterMs: Date.now() - mendedMs,
      finalStatuses: final.map(({ status }) => status),
      visitsInLog: (await this.visits()) - before,
      commands: keys.length,
    };
  }

  async oneVisit(): Promise<{ status: number; tookMs: number }> {
    const begunMs = Date.now();
    const { status } = await this.visit(this.caseIds[0] ?? "", randomUUID());
    return { status, tookMs: Date.now() - begunMs };
  }

  private async insist(caseId: string, key: string): Promise<Answer> {
    for (;;) {
      const answer = await this.visit(caseId, key);
      if (answer.status !== 202 && answer.status !== 503) return answer;
      await pause(100);
    }
  }

  private visit(caseId: string, key: string): Promise<Answer> {
    const body = { happenedOn: dayAt(Date.now()), form: { situation: "家中一切正常" } };
    return this.clerk.post(`/api/pairings/${caseId}/record-visit`, body, key);
  }

  private async visits(): Promise<number> {
    const [row] = await this.world.owner.query<{ count: number }[]>(
      "select count(*)::int as count from case_event where type = 'VisitRecorded'",
    );
    return row?.count ?? 0;
  }

  private async openPairing(): Promise<string> {
    const request = {
      programmeId: "visits-only",
      subjectId: await newHousehold(this.clerk),
      leadHelperId: (await newHelper(this.clerk)).id,
      signedOn: dayAt(Date.now()),
    };
    const { status, body } = await this.clerk.post("/api/pairings", request);
    if (status !== 201) throw new Error(`the pairing was not opened: ${JSON.stringify(body)}`);
    return String(body["caseId"]);
  }
}
