import type { Day, Recorded } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions } from "../paging";

export interface TimelineContent {
  readonly id: string;
  readonly purpose: string;
  readonly body: Record<string, unknown> | null;
  readonly erased: boolean;
}
export interface TimelineRow {
  readonly seq: number;
  readonly type: string;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly automatic: boolean;
  readonly actorName: string | null;
  readonly names: Record<string, string>;
  readonly data: Record<string, unknown>;
  readonly contents: readonly TimelineContent[];
}
export interface TimelineEvent extends TimelineRow {
  readonly raw: Recorded;
}

/** A case's log as people read it: with names, and with the free text that came along. */
export class TimelineView {
  /** Newest first. */
  async find(
    manager: EntityManager,
    caseId: string,
    query: { asOf: Date | null; beforeSeq?: number | undefined; limit: number },
  ): Promise<{ items: TimelineEvent[]; nextBeforeSeq: number | null }> {
    const conditions = new Conditions();
    conditions.add("e.case_id = ?", caseId);
    if (query.asOf !== null) conditions.add("e.recorded_at <= ?", query.asOf);
    if (query.beforeSeq !== undefined) conditions.add("e.seq < ?", query.beforeSeq);
    const rows = await manager.query<{ raw: Recorded }[]>(
      `select case_event_json(e) as raw from case_event e where ${conditions.where} order by e.seq desc limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    const items = await this.readable(
      manager,
      rows.slice(0, query.limit).map(({ raw }) => raw),
    );
    return {
      items,
      nextBeforeSeq: rows.length > query.limit ? (items[items.length - 1]?.seq ?? null) : null,
    };
  }

  /** The whole log as it was known to the reader, oldest first, to be folded: one case at a day. */
  async log(manager: EntityManager, caseId: string, asOf: Date | null): Promise<readonly Recorded[]> {
    const rows = await manager.query<{ raw: Recorded }[]>(
      `select case_event_json(e) as raw from case_event e
       where e.case_id = $1 and ($2::timestamptz is null or e.recorded_at <= $2) order by e.seq`,
      [caseId, asOf],
    );
    return rows.map(({ raw }) => raw);
  }

  /** Who led the pairing on a day, and for which unit; on the day of a handover, who took over. */
  async leadOn(
    manager: EntityManager,
    caseId: string,
    day: Day,
  ): Promise<{ helperId: string; unitId: string } | undefined> {
    const [lead] = await manager.query<{ helperId: string; unitId: string }[]>(
      `select coalesce(data ->> 'toHelperId', data ->> 'leadHelperId') as "helperId", coalesce(data ->> 'toUnitId', data ->> 'helperUnitId') as "unitId"
       from case_event where case_id = $1 and type in ('PairingOpened', 'HandoverAccepted') and happened_on <= $2::date order by seq desc limit 1`,
      [caseId, day],
    );
    return lead;
  }

  async event(manager: EntityManager, caseId: string, seq: number): Promise<TimelineEvent | undefined> {
    const rows = await manager.query<{ raw: Recorded }[]>(
      `select case_event_json(e) as raw from case_event e where e.case_id = $1 and e.seq = $2`,
      [caseId, seq],
    );
    const [event] = await this.readable(
      manager,
      rows.map(({ raw }) => raw),
    );
    return event;
  }

  /** Some events of a log that was read already, as people read them. */
  async readable(manager: EntityManager, events: readonly Recorded[]): Promise<TimelineEvent[]> {
    const ids = [...new Set(events.flatMap(idsIn))];
    const [names, contents] = [await namesOf(manager, ids), await contentsOf(manager, ids)];
    return events.map((raw) => {
      const {
        seq,
        type,
        v: _v,
        happenedOn,
        recordedAtMs,
        policyVersion: _policyVersion,
        cause,
        ...data
      } = raw;
      const mine = [...new Set(idsIn(raw))];
      return {
        seq,
        type,
        happenedOn,
        recordedAt: new Date(recordedAtMs).toISOString(),
        automatic: cause.kind !== "command",
        actorName: cause.kind === "command" ? (names.get(cause.accountId) ?? null) : null,
        names: Object.fromEntries(mine.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? ""]] : []))),
        data,
        contents: mine.flatMap((id) => contents.filter((content) => content.id === id)),
        raw,
      };
    });
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function idsIn(event: Recorded): string[] {
  return JSON.stringify(event).match(UUID) ?? [];
}

/** Names of whoever stands in a log that the reader sees; of subjects only those that the reader may see. */
async function namesOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; name: string }[]>(
    `select id, display_name as name from account where id = any ($1::uuid[])
     union all select id, name from subject where id = any ($1::uuid[])
     union all select id, name from household_member where id = any ($1::uuid[])
     union all select id, name from helper_and_unit_names($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function contentsOf(manager: EntityManager, ids: readonly string[]): Promise<TimelineContent[]> {
  return manager.query<TimelineContent[]>(
    `select id, purpose, body, status = 'erased' as erased from content
     where id = any ($1::uuid[]) and status <> 'pending' and purpose <> 'household-register'`,
    [ids],
  );
}
