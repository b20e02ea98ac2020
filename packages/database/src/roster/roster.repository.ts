import type {
  DivisionCode,
  JudgedRow,
  KnownHelper,
  KnownPerson,
  NamedArea,
  RegisterKnown,
  RosterState,
} from "@jiedui/domain";
import { areaAt, birthdayOf, helperSlot, sexOf } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { insertRows } from "../bulk/insert-rows";
import { soundOf } from "../register/pinyin";
import { scopeOfArea } from "../scope";

export interface NewRoster {
  readonly id: string;
  readonly programmeId: string;
  readonly areaCode: string;
  readonly contentHash: string;
  readonly fileName: string | null;
  readonly format: string;
  readonly bytes: number;
  readonly sheets: readonly object[];
  readonly uploadedBy: string;
}
/** A row as it is kept: what was judged of it, beside the whole line as it stands in the file. */
export interface NewRosterRow {
  readonly row: JudgedRow;
  /** Null where another row of the same line has them. */
  readonly cells: readonly unknown[] | null;
  readonly memberId: string;
}

const ROW_COLUMNS =
  "roster_id ordinal area_code part sheet line state label cells read subject_id helper_id signed_on last_visit_on lifted_out_on lead_ordinal reason remarks target_id".split(
    " ",
  );

/** A workbook and its rows, as the api keeps them until a campaign takes them over. */
export class RosterRepository {
  /** The same file that has not come to its end yet. */
  async underWay(
    manager: EntityManager,
    { programmeId, areaCode, contentHash }: Pick<NewRoster, "programmeId" | "areaCode" | "contentHash">,
  ): Promise<{ id: string; state: RosterState } | undefined> {
    const [row] = await manager.query<{ id: string; state: RosterState }[]>(
      `select id, state from roster where programme_id = $1 and area_code = $2 and content_hash = $3
         and state in ('uploaded', 'previewed', 'running', 'paused')`,
      [programmeId, areaCode, contentHash],
    );
    return row;
  }

  /** @throws QueryFailedError 23505 when the same file came in a moment ago */
  async create(manager: EntityManager, roster: NewRoster): Promise<void> {
    await manager.query(
      `insert into roster (id, programme_id, area_code, content_hash, file_name, format, bytes, sheets, state, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'uploaded', $9)`,
      [
        roster.id,
        roster.programmeId,
        roster.areaCode,
        roster.contentHash,
        roster.fileName,
        roster.format,
        roster.bytes,
        JSON.stringify(roster.sheets),
        roster.uploadedBy,
      ],
    );
  }

  /** @returns false when a campaign has begun with it */
  async readAnew(manager: EntityManager, { id, sheets, uploadedBy }: NewRoster): Promise<boolean> {
    const [, changed] = await manager.query<[unknown[], number]>(
      `update roster set state = 'uploaded', sheets = $2, uploaded_by = $3, uploaded_at = clock_timestamp()
       where id = $1 and state in ('uploaded', 'previewed')`,
      [id, JSON.stringify(sheets), uploadedBy],
    );
    if (changed === 1) await manager.query("delete from roster_row where roster_id = $1", [id]);
    return changed === 1;
  }

  async addRows(
    manager: EntityManager,
    { id, areaCode }: Pick<NewRoster, "id" | "areaCode">,
    rows: readonly NewRosterRow[],
  ): Promise<void> {
    await insertRows(
      manager,
      "roster_row",
      ROW_COLUMNS,
      rows.map(({ row, cells, memberId }) => ({
        roster_id: id,
        area_code: areaCode,
        cells,
        ...columnsOf(row, memberId, areaCode),
      })),
    );
  }

  async previewed(manager: EntityManager, id: string): Promise<void> {
    await manager.query("update roster set state = 'previewed' where id = $1 and state = 'uploaded'", [id]);
  }

  /** Townships and villages of an area, whoever asks. */
  places(manager: EntityManager, areaCode: string): Promise<NamedArea[]> {
    const { areaFrom, areaTo } = scopeOfArea(areaCode);
    return manager.query<NamedArea[]>(
      "select code, name from area where code >= $1 and code < $2 order by code",
      [areaFrom, areaTo],
    );
  }

  /** What of the asker's register a workbook may refer to: the units and helpers of its county, and whom it names. */
  async known(
    manager: EntityManager,
    { programmeId, areaCode }: Pick<NewRoster, "programmeId" | "areaCode">,
    residentIds: readonly string[],
  ): Promise<RegisterKnown> {
    const { areaFrom, areaTo } = scopeOfArea(areaAt(areaCode as DivisionCode, "county"));
    const units = await manager.query<{ id: string; name: string; areaCode: DivisionCode }[]>(
      `select id, name, area_code as "areaCode" from organisation where area_code >= $1 and area_code < $2`,
      [areaFrom, areaTo],
    );
    const helpers = await manager.query<KnownHelper[]>(
      `select h.id, h.name, h.unit_id as "unitId", h.rank, to_char(h.retired_on, 'YYYY-MM-DD') as "retiredOn", coalesce(s.used, 0) as held
       from helper h left join claim_slot s on s.resource = $1 || h.id
       where h.area_code >= $2 and h.area_code < $3`,
      [helperSlot(""), areaFrom, areaTo],
    );
    const people = await manager.query<(KnownPerson & { residentId: string })[]>(
      `select m.resident_id as "residentId", m.relation = 'head' as "isHead",
         json_build_object('id', s.id, 'kind', s.kind, 'areaCode', s.area_code) as subject,
         case when p.case_id is not null then json_build_object('caseId', p.case_id, 'ledBy', p.lead_helper_id, 'signedOn', to_char(p.signed_on, 'YYYY-MM-DD'),
           'coHelperIds', p.co_helper_ids, 'isLifted', p.stage = 'revisiting') end as pairing
       from household_member m join subject s on s.id = m.subject_id
         left join pairing p on p.subject_id = s.id and p.programme_id = $1 and p.known_to is null and p.stage <> 'closed'
       where m.resident_id = any ($2) and m.left_on is null`,
      [programmeId, residentIds],
    );
    return { units, helpers, people: new Map(people.map((person) => [person.residentId, person])) };
  }
}

function columnsOf(row: JudgedRow, memberId: string, areaCode: string): object {
  const { ordinal, part, sheet, line, state, label, reason, remarks, targetId, pair, values } = row;
  return {
    ordinal,
    part,
    sheet,
    line,
    state,
    label,
    reason,
    remarks,
    target_id: targetId,
    read: state === "ready" ? registerEntryOf(row, memberId, areaCode) : null,
    subject_id: pair?.subjectId ?? null,
    helper_id: pair?.helperId ?? null,
    signed_on: pair?.since ?? null,
    last_visit_on: values?.part === "pair" ? values.lastVisitOn : null,
    lifted_out_on: values?.part === "pair" ? values.liftedOutOn : null,
    lead_ordinal: pair?.leadOrdinal ?? null,
  };
}

/** Everything that the register keeps of it, so that taking it over is a statement of the database. */
function registerEntryOf({ values, unit }: JudgedRow, memberId: string, areaCode: string): object | null {
  switch (values?.part) {
    case "unit":
      return { name: values.name, kind: values.kind, areaCode, ...soundOf(values.name) };
    case "helper": {
      const { name, rank, phone } = values;
      return { name, rank, phone, unitId: unit?.id, ...soundOf(name) };
    }
    case "household": {
      const { part: _part, ...entry } = values;
      const { residentId, name } = entry;
      return {
        ...entry,
        memberId,
        birthday: birthdayOf(residentId),
        sex: sexOf(residentId),
        ...soundOf(name),
      };
    }
    default:
      return null;
  }
}
