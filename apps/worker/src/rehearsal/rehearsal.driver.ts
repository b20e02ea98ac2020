import type { TimeSkipping } from "@jiedui/platform";
import { workflowIdOf, type CaseKindName } from "@jiedui/workflow-contracts";
import type { DataSource } from "typeorm";

const PROBE_EVERY_MS = 5;
const RECORDED_WITHIN_MS = 20_000;

interface DueCase {
  readonly caseId: string;
  readonly kind: CaseKindName;
  readonly nextAt: Date;
  readonly seq: number;
}

/**
 * The rehearsal's one clock. It goes from one due time to the next, over all cases in order, and waits each time until
 * what the moment brought stands in PostgreSQL, so that years pass as they would have, only faster.
 */
export class RehearsalDriver {
  constructor(
    private readonly owner: DataSource,
    private readonly time: TimeSkipping,
  ) {}

  async nowMs(): Promise<number> {
    const [row] = await this.owner.query<{ now: Date }[]>("select now_at as now from rehearsal_clock");
    return row === undefined ? Date.now() : row.now.getTime();
  }

  /** @throws Error when a case that was due has not recorded anything for 20 seconds */
  async advanceTo(toMs: number): Promise<void> {
    for (let due = await this.earliestUntil(toMs); due !== undefined; due = await this.earliestUntil(toMs)) {
      await this.setClock(due.nextAt.getTime());
      await this.time.fastForwardTo(workflowIdOf(due.kind, due.caseId), due.nextAt.getTime());
      await this.recorded(due);
    }
    await this.outboxEmpty();
    await this.setClock(toMs);
  }

  private async earliestUntil(toMs: number): Promise<DueCase | undefined> {
    const [due] = await this.owner.query<DueCase[]>(
      `select case_id as "caseId", kind, next_at as "nextAt", seq from case_file
       where finished_at is null and next_at <= to_timestamp($1 / 1000.0) order by next_at, case_id limit 1`,
      [toMs],
    );
    return due;
  }

  private async recorded(due: DueCase): Promise<void> {
    await probe(`case ${due.caseId} to record what was due`, async () => {
      const [row] = await this.owner.query<{ seq: number }[]>(
        "select seq from case_file where case_id = $1",
        [due.caseId],
      );
      return row !== undefined && row.seq > due.seq;
    });
  }

  private async outboxEmpty(): Promise<void> {
    await probe("the outbox to be sent", async () => {
      const [row] = await this.owner.query<{ waiting: number }[]>(
        "select count(*)::int as waiting from outbox where sent_at is null and attempts = 0 and target not in ('digest', 'chat')",
      );
      return row?.waiting === 0;
    });
  }

  /** The clock never goes back. */
  private async setClock(toMs: number): Promise<void> {
    await this.owner.query(
      `insert into rehearsal_clock (now_at) values (to_timestamp($1 / 1000.0))
       on conflict (one) do update set now_at = greatest(rehearsal_clock.now_at, excluded.now_at)`,
      [toMs],
    );
  }
}

async function probe(what: string, holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + RECORDED_WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`waited ${RECORDED_WITHIN_MS / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
  }
}
