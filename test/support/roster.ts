import { checkResidentId, startOf, type Day } from "@jiedui/domain";
import { eventually } from "./eventually";
import type { Visitor } from "./http";
import { COUNTY } from "./world";

export type MadeCell = string | number | { readonly day: Day } | null;
export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
}
export interface RosterSeen extends Record<string, unknown> {
  readonly id: string;
  readonly state: string;
  readonly ready: number;
  readonly known: number;
  readonly failed: number;
  readonly done: number;
  readonly parts: { part: string; ready: number; known: number; failed: number; done: number }[];
  readonly reasons: { part: string; code: string; column: string | null; rows: number; lines: unknown[] }[];
  readonly remarks: { part: string; code: string; column: string; rows: number }[];
  readonly sheets: { name: string; hidden: boolean; parts: string[]; rows: number }[];
  readonly progress: { total: number; done: number; failed: number };
  readonly moves: string[];
}

/** What a table of households says of each. */
export const HOUSEHOLD_HEADINGS = ["户主姓名", "户主身份证号", "户类别", "乡镇", "行政村"];
export function householdRow(ordinal: number, id = residentId(ordinal)): string[] {
  return [`户主${ordinal}`, id, "产业大户", "城关镇", "光千社区"];
}

/** Section-level cadres of a unit, and households of one community, each by its ordinal. */
export function peopleSheets(
  unit: string,
  helpers: readonly string[],
  households: readonly number[],
): MadeSheet[] {
  return [
    {
      name: "帮扶干部",
      rows: [["干部姓名", "所在单位", "职级"], ...helpers.map((name) => [name, unit, "科级"])],
    },
    { name: "帮扶户", rows: [HOUSEHOLD_HEADINGS, ...households.map((each) => householdRow(each))] },
  ];
}

/** The units to which the helpers of a workbook belong, in the county's register already. */
export async function registerUnits(clerk: Visitor, names: readonly string[]): Promise<void> {
  for (const name of names)
    await clerk.post("/api/organisations", {
      name,
      kind: "party-or-government",
      areaCode: COUNTY,
    });
}

const HOURS_AHEAD_MS = 8 * 3_600_000;

/** A workbook (.xlsx) as a spreadsheet writes it. */
export async function workbookOf(sheets: readonly MadeSheet[]): Promise<Buffer> {
  const { default: write } = await import("write-excel-file/node");
  return write(
    sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(written)) })),
  ).toBuffer();
}

function written(cell: MadeCell): string | number | null | { value: Date; format: string } {
  if (typeof cell !== "object" || cell === null) return cell === "" ? null : cell;
  return { value: new Date(startOf(cell.day) + HOURS_AHEAD_MS), format: "yyyy/m/d" };
}

/** Every sheet of a workbook as text. */
export async function readBack(bytes: Uint8Array): Promise<{ sheet: string; rows: string[][] }[]> {
  const { default: read } = await import("read-excel-file/universal");
  const archive = new ArrayBuffer(bytes.length);
  new Uint8Array(archive).set(bytes);
  const sheets = await read(archive);
  return sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.map((row) => row.map((cell) => String(cell ?? ""))),
  }));
}

/** Numbers that are right and nobody's: born in the county in 1950, told apart by their ordinal. */
export function residentId(ordinal: number): string {
  const digits = `42062619500101${String(ordinal).padStart(3, "0")}`;
  const id = [..."0123456789X"].map((check) => digits + check).find((each) => checkResidentId(each) === "ok");
  if (id === undefined) throw new Error(`${digits} has no check digit`);
  return id;
}

export async function sendRoster(
  who: Visitor,
  bytes: Uint8Array,
  more: { programmeId?: string; areaCode?: string } = {},
): Promise<{ status: number; body: RosterSeen; code: unknown; facts: Record<string, unknown> }> {
  const { programmeId = "baokang", areaCode = "420626000000" } = more;
  const { status, body } = await who.sendFile<RosterSeen>(
    `/api/rosters?programmeId=${programmeId}&areaCode=${areaCode}`,
    bytes,
  );
  return { status, body, code: body["code"], facts: (body["facts"] ?? {}) as Record<string, unknown> };
}

/** Starts the campaign and waits for its end. */
export async function workOff(clerk: Visitor, id: string, casesPerSecond = 50): Promise<RosterSeen> {
  await clerk.post(`/api/rosters/${id}/start`, { casesPerSecond });
  return workedOff(clerk, id);
}

export function workedOff(clerk: Visitor, id: string): Promise<RosterSeen> {
  return eventually("the campaign to finish", async () => {
    const { body } = await clerk.get<RosterSeen>(`/api/rosters/${id}`);
    return body.state === "finished" ? body : undefined;
  });
}

/** The rows of one part as they are told, by line. */
export async function rowsTold(
  clerk: Visitor,
  id: string,
  part: string,
): Promise<{ line: number; state: string; code: string | null; caseId: string | null }[]> {
  const { body } = await clerk.get<{
    items: { line: number; state: string; code: string | null; caseId: string | null }[];
  }>(`/api/rosters/${id}/rows?part=${part}&limit=100`);
  return body.items.map(({ line, state, code, caseId }) => ({ line, state, code, caseId }));
}
