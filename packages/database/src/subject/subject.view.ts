import { KINDS_TO_COVER, type HouseholdChange, type Sex, type SubjectKind } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { Conditions, insideArea, pageOf, readCursor, soundsLike, type Page, type PageQuery } from "../paging";
import { scopeOfArea } from "../scope";

export interface SubjectRow {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly openPairings: number;
}
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly residentIdMasked: string | null;
  readonly birthday: string | null;
  readonly sex: Sex | null;
  readonly joinedPartyOn: string | null;
}
export interface FormerMemberRow {
  readonly id: string;
  readonly name: string;
  readonly leftOn: string;
  readonly leftBy: "died" | "married-out";
}
/** What changed, newest first; of a split both households tell. */
export interface HouseholdChangeItem {
  readonly caseId: string;
  readonly seq: number;
  readonly change: HouseholdChange;
  readonly happenedOn: string;
  readonly names: readonly string[];
  readonly newHeadName: string | null;
  readonly subjectId: string;
  readonly newSubjectId: string | null;
  readonly fromAreaName: string | null;
  readonly toAreaName: string | null;
}
export interface SubjectDetail extends SubjectRow {
  readonly address: string | null;
  readonly phone: string | null;
  readonly members: readonly MemberRow[];
  readonly formerMembers: readonly FormerMemberRow[];
  readonly changes: readonly HouseholdChangeItem[];
}

/** The eight characters that a resident ID of 18 may show, or an old one of 15, would be most of a shorter number. */
const MASKED = `case when length(resident_id) < 15 then repeat('*', length(resident_id) - 1) || right(resident_id, 1)
  else overlay(resident_id placing repeat('*', length(resident_id) - 8) from 7 for length(resident_id) - 8) end`;
/** As its index says it; see `KINDS_TO_COVER`. */
const UNCOVERED = `not s.is_paired and s.kind in (${KINDS_TO_COVER.map((kind) => `'${kind}'`).join(", ")})`;
const OPEN_PAIRINGS = `(select count(*)::int from pairing p where p.subject_id = s.id and p.known_to is null and p.stage <> 'closed')`;

export class SubjectView {
  async find(
    manager: EntityManager,
    query: PageQuery & {
      area?: string | undefined;
      kind?: string | undefined;
      unpaired?: "true" | "false" | undefined;
      uncovered?: "true" | undefined;
      search?: string | undefined;
    },
  ): Promise<Page<SubjectRow>> {
    const conditions = new Conditions();
    insideArea(conditions, "s.area_code", query.area, scopeOfArea);
    if (query.kind !== undefined) conditions.add("s.kind = ?", query.kind);
    if (query.unpaired !== undefined) conditions.add(`${query.unpaired === "true" ? "not " : ""}s.is_paired`);
    if (query.uncovered !== undefined) conditions.add(UNCOVERED);
    soundsLike(conditions, "s", query.search);
    const after = readCursor(query.cursor, ["text", "uuid"]);
    if (after !== undefined) conditions.add("(s.area_code, s.id) > (?, ?::uuid)", ...after);
    const rows = await manager.query<SubjectRow[]>(
      `select s.id, s.kind, s.name, s.area_code as "areaCode", area.full_name as "areaName", ${OPEN_PAIRINGS} as "openPairings"
       from subject s join area on area.code = s.area_code
       where ${conditions.where} order by s.area_code, s.id limit ${conditions.place(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageOf(rows, query.limit, (row) => [row.areaCode, row.id]);
  }

  async get(manager: EntityManager, id: string): Promise<SubjectDetail | undefined> {
    const [subject] = await manager.query<Omit<SubjectDetail, "members" | "formerMembers" | "changes">[]>(
      `select s.id, s.kind, s.name, s.area_code as "areaCode", area.full_name as "areaName", s.address, s.phone, ${OPEN_PAIRINGS} as "openPairings"
       from subject s join area on area.code = s.area_code where s.id = $1`,
      [id],
    );
    if (subject === undefined) return undefined;
    const members = await manager.query<MemberRow[]>(
      `select id, name, relation, ${MASKED} as "residentIdMasked",
         to_char(birthday, 'YYYY-MM-DD') as birthday, sex, to_char(joined_party_on, 'YYYY-MM-DD') as "joinedPartyOn"
       from household_member where subject_id = $1 and left_on is null order by relation <> 'head', birthday nulls last, id`,
      [id],
    );
    const formerMembers = await manager.query<FormerMemberRow[]>(
      `select id, name, to_char(left_on, 'YYYY-MM-DD') as "leftOn", left_by as "leftBy"
       from household_member where subject_id = $1 and left_on is not null and left_by <> 'voided' order by left_on desc, id`,
      [id],
    );
    const changes = await manager.query<HouseholdChangeItem[]>(
      `select c.case_id as "caseId", c.seq, c.change, to_char(c.happened_on, 'YYYY-MM-DD') as "happenedOn",
         coalesce((select json_agg(m.name order by m.name) from household_member m where m.id = any (c.member_ids)), '[]') as names,
         (select m.name from household_member m where m.id = c.new_head_id) as "newHeadName",
         c.subject_id as "subjectId", c.new_subject_id as "newSubjectId", source.full_name as "fromAreaName", target.full_name as "toAreaName"
       from household_change c left join area source on source.code = c.from_area_code left join area target on target.code = c.to_area_code
       where c.subject_id = $1 or c.new_subject_id = $1 order by c.happened_on desc, c.id desc`,
      [id],
    );
    return { ...subject, members, formerMembers, changes };
  }
}
