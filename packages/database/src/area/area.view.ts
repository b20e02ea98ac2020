import type { EntityManager } from "typeorm";
import { Conditions, pageOf, readCursor, soundsLike, type Page, type PageQuery } from "../paging";

export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly level: "country" | "province" | "prefecture" | "county" | "township" | "village";
  readonly parentCode: string | null;
}

/** Administrative divisions; public, so everybody who is signed in sees all of them. */
export class AreaView {
  async find(
    manager: EntityManager,
    query: PageQuery & { parent?: string | undefined; search?: string | undefined },
  ): Promise<Page<AreaRow>> {
    const conditions = new Conditions();
    if (query.parent !== undefined) conditions.add("area.parent_code = ?", query.parent);
    else if (query.search === undefined) conditions.add("area.parent_code is null");
    soundsLike(conditions, "area", query.search);
    const [after] = readCursor(query.cursor, ["text"]) ?? [];
    if (after !== undefined) conditions.add("area.code > ?", after);
    const rows = await manager.query<AreaRow[]>(
      `select code, name, full_name as "fullName", level, parent_code as "parentCode" from area
       where ${conditions.where} order by code limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, (row) => [row.code]);
  }
}
