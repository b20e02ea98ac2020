import type { Rank } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, soundsLike, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

export interface HelperRow {
  readonly id: string;
  readonly name: string;
  readonly rank: Rank;
  readonly unitId: string;
  readonly unitName: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly retiredOn: string | null;
  readonly openPairings: number;
}

const SELECT = `select h.id, h.name, h.rank, h.unit_id as "unitId", coalesce(o.name, '') as "unitName", h.area_code as "areaCode", area.full_name as "areaName",
  to_char(h.retired_on, 'YYYY-MM-DD') as "retiredOn", h.initials,
  (select count(*)::int from pairing p where p.lead_helper_id = h.id and p.known_to is null and p.stage <> 'closed') as "openPairings"
  from helper h left join organisation o on o.id = h.unit_id join area on area.code = h.area_code`;

/** A cadre in service without any household, as its index says it. */
const UNCOVERED = "not h.holds_places and h.retired_on is null and h.rank <> 'none'";

export class HelperView {
  async find(
    manager: EntityManager,
    query: PageQuery & {
      area?: string | undefined;
      unit?: string | undefined;
      search?: string | undefined;
      uncovered?: "true" | undefined;
    },
  ): Promise<Page<HelperRow>> {
    const conditions = new Conditions();
    insideArea(conditions, "h.area_code", query.area, scopeOfArea);
    if (query.unit !== undefined) conditions.add("h.unit_id = ?", query.unit);
    if (query.uncovered !== undefined) conditions.add(UNCOVERED);
    soundsLike(conditions, "h", query.search);
    const after = readCursor(query.cursor, ["text", "uuid"]);
    if (after !== undefined) conditions.add("(h.initials, h.id) > (?, ?::uuid)", ...after);
    const rows = await manager.query<(HelperRow & { initials: string })[]>(
      `${SELECT} where ${conditions.where} order by h.initials, h.id limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    const { items, ...page } = pageOf(rows, query.limit, (row) => [row.initials, row.id]);
    return { ...page, items: items.map(withoutInitials) };
  }

  async get(manager: EntityManager, id: string): Promise<HelperRow | undefined> {
    const [row] = await manager.query<(HelperRow & { initials: string })[]>(`${SELECT} where h.id = $1`, [
      id,
    ]);
    return row === undefined ? undefined : withoutInitials(row);
  }
}

function withoutInitials({ initials: _initials, ...row }: HelperRow & { initials: string }): HelperRow {
  return row;
}
