import type { OrganisationKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, soundsLike, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly areaCode: string;
  readonly areaName: string;
}

export class OrganisationView {
  async find(
    manager: EntityManager,
    query: PageQuery & { area?: string | undefined; search?: string | undefined },
  ): Promise<Page<OrganisationRow>> {
    const conditions = new Conditions();
    insideArea(conditions, "o.area_code", query.area, scopeOfArea);
    soundsLike(conditions, "o", query.search);
    const after = readCursor(query.cursor, ["text", "uuid"]);
    if (after !== undefined) conditions.add("(o.initials, o.id) > (?, ?::uuid)", ...after);
    const rows = await manager.query<(OrganisationRow & { initials: string })[]>(
      `select o.id, o.name, o.kind, o.area_code as "areaCode", area.full_name as "areaName", o.initials
       from organisation o join area on area.code = o.area_code
       where ${conditions.where} order by o.initials, o.id limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    const { items, ...page } = pageOf(rows, query.limit, (row) => [row.initials, row.id]);
    return { ...page, items: items.map(({ initials: _initials, ...row }) => row) };
  }
}
