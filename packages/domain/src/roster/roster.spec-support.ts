import type { DivisionCode } from "../area/division-code";
import { RULES } from "../pairing/pairing.spec-support";
import type { PairingRules } from "../pairing/pairing.rules";
import { day } from "../time/day";
import {
  judgeRows,
  type JudgedRow,
  type JudgingContext,
  type KnownHelper,
  type KnownPerson,
} from "./roster.judge";
import type { KnownPairing } from "./roster.leads";
import { PlaceFinder } from "./roster.places";
import { readRows } from "./roster.rows";
import { recogniseTable, type RosterCell, type RosterTable } from "./roster.table";

export const COUNTY = "620524000000" as DivisionCode;
export const AREAS = [
  { code: "620524100000", name: "城关镇" },
  { code: "620524100201", name: "清池村民委员会" },
  { code: "620524100001", name: "清池居民委员会" },
  { code: "620524100202", name: "李家村村民委员会" },
  { code: "620524100002", name: "宁远社区居民委员会" },
  { code: "620524101000", name: "洛门镇" },
  { code: "620524101201", name: "大柳树村民委员会" },
].map(({ code, name }) => ({ code: code as DivisionCode, name }));
export const PLACES = new PlaceFinder(AREAS);
export const NOW = Date.parse("2026-11-23T04:00:00Z");
/** The standard's own example, and others with their check digits. */
export const [ID, ID2, ID3] = ["11010519491231002X", "620524196001010011", "620524197005050014"].map(
  withCheck,
) as [string, string, string];

function withCheck(id: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return id.slice(0, 17) + ("10X98765432"[sum % 11] ?? "");
}

export function table(
  lines: readonly (readonly RosterCell[])[],
  more: Partial<RosterTable> = {},
): RosterTable {
  return { name: "表", hidden: false, lines, formulas: new Set(), merged: [], ...more };
}
export const HELPERS = ["序号", "干部姓名", "所在单位", "职级", "联系电话"];
export const HOUSEHOLDS = ["户主姓名", "户主身份证号", "户类别", "乡镇", "行政村", "家庭住址", "联系电话"];
export const PAIRS = ["户主身份证号", "帮扶干部", "所在单位", "签约日期", "最近走访日期", "阶段"];

export function judged(
  tables: readonly RosterTable[],
  known: Partial<JudgingContext["register"]> = {},
  rules: PairingRules = RULES,
): JudgedRow[] {
  const rows = tables.flatMap((each, sheet) => readRows(recogniseTable(each), sheet, PLACES));
  return judgeRows(rows, {
    register: {
      units: [{ id: "u1", name: "县水务局", areaCode: COUNTY }],
      helpers: [],
      people: new Map(),
      ...known,
    },
    rules: { ...rules, areaCode: null },
    areaCode: COUNTY,
    nowMs: NOW,
    idOf: (ordinal) => `new-${ordinal}`,
  });
}
export const helper = (more: Partial<Record<string, RosterCell>> = {}) =>
  HELPERS.map(
    (heading) =>
      ({ 序号: "1", 干部姓名: "王伟", 所在单位: "县水务局", 职级: "科级", ...more })[heading] ?? null,
  );
export const household = (more: Partial<Record<string, RosterCell>> = {}) =>
  HOUSEHOLDS.map(
    (heading) =>
      ({ 户主姓名: "李清", 户主身份证号: ID, 乡镇: "城关镇", 行政村: "宁远社区", ...more })[heading] ?? null,
  );
export const pair = (more: Partial<Record<string, RosterCell>> = {}) =>
  PAIRS.map(
    (heading) =>
      ({ 户主身份证号: ID, 帮扶干部: "王伟", 所在单位: "县水务局", 签约日期: "2020-03-05", ...more })[
        heading
      ] ?? null,
  );
export const reasonsOf = (rows: readonly JudgedRow[]) => rows.map(({ reason }) => reason?.code ?? "ok");
export const heads = (
  id: string,
  ledBy: string | null,
  isHead = true,
  more: Partial<KnownPairing> = {},
): ReadonlyMap<string, KnownPerson> =>
  new Map([
    [
      id,
      {
        isHead,
        pairing:
          ledBy === null
            ? null
            : {
                caseId: "c1",
                ledBy,
                signedOn: day("2020-03-05"),
                coHelperIds: [],
                isLifted: false,
                ...more,
              },
        subject: { id: "s1", kind: "poor-household", areaCode: "620524100002" as DivisionCode },
      },
    ],
  ]);
export const wang = (more: Partial<KnownHelper> = {}): KnownHelper => ({
  id: "h1",
  name: "王伟",
  unitId: "u1",
  rank: "section",
  retiredOn: null,
  held: 0,
  ...more,
});
