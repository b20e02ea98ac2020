import { KINDS_TO_COVER } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea } from "../paging";
import { scopeOfArea } from "../scope";

export interface Coverage {
  /** Poor households, and those of them that nobody is paired with. */
  readonly households: number;
  readonly householdsWithoutHelper: number;
  /** Cadres in service, and those of them who hold no household. */
  readonly cadres: number;
  readonly cadresWithoutHousehold: number;
}

/** Full coverage, in numbers; who the gaps are stands in the lists of subjects and helpers. */
export class CoverageView {
  async count(manager: EntityManager, area: string | undefined): Promise<Coverage> {
    const conditions = new Conditions();
    const kinds = conditions.place([...KINDS_TO_COVER]);
    const subjects = new Conditions(conditions.parameters);
    subjects.add(`s.kind = any (${kinds})`);
    insideArea(subjects, "s.area_code", area, scopeOfArea);
    const helpers = new Conditions(subjects.parameters);
    helpers.add("h.retired_on is null and h.rank <> 'none'");
    insideArea(helpers, "h.area_code", area, scopeOfArea);
    const [coverage] = await manager.query<[Coverage]>(
      `select * from
         (select count(*)::int as households, count(*) filter (where not s.is_paired)::int as "householdsWithoutHelper" from subject s where ${subjects.where}) as one,
         (select count(*)::int as cadres, count(*) filter (where not h.holds_places)::int as "cadresWithoutHousehold" from helper h where ${helpers.where}) as other`,
      helpers.parameters,
    );
    return coverage;
  }
}
