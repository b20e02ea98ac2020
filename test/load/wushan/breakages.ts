import { personName } from "./names";
import type { Random } from "@jiedui/database";
import { addDays, type Day } from "@jiedui/domain";
import { textOf, type RosterPart, type RosterRow } from "./sheets";

/** What clerks do to rows, each under its name. */
export const BREAKAGES = {
  helpers: ["helper-twice", "rank-unknown", "unit-unknown", "helper-without-name"],
  households: [
    "id-turned-into-number",
    "id-with-wrong-check-digit",
    "id-with-a-digit-missing",
    "id-missing",
    "village-unknown",
    "kind-unknown",
    "household-twice",
  ],
  pairs: [
    "day-unreadable",
    "day-missing",
    "signed-in-future",
    "visit-before-signing",
    "visit-in-future",
    "helper-in-no-row",
    "household-in-no-row",
    "stage-not-taken-over",
    "household-paired-twice",
  ],
} as const satisfies Record<RosterPart, readonly string[]>;
export type Breakage = (typeof BREAKAGES)[RosterPart][number];

interface Circumstances {
  readonly random: Random;
  readonly until: Day;
  /** A number that is right and nobody's. */
  readonly freeId: () => string;
}

/** The row as it then stands in the sheet; "again" comes beside the row, which stays as it is. */
export interface Broken {
  readonly row: RosterRow;
  readonly again: boolean;
}

export function broken(row: RosterRow, breakage: Breakage, circumstances: Circumstances): Broken {
  const { random, until, freeId } = circumstances;
  const id = textOf(row, "户主身份证号");
  const instead = (changes: RosterRow): Broken => ({ row: { ...row, ...changes }, again: false });
  switch (breakage) {
    case "helper-twice":
    case "household-twice":
      return { row: { ...row, 联系电话: "" }, again: true };
    case "household-paired-twice":
      return { row: { ...row, 最近走访日期: "" }, again: true };
    case "rank-unknown":
      return instead({ 职级: random.pick(["厅级", "村干部", "?"]) });
    case "unit-unknown":
      return instead({ 所在单位: random.pick(["武山县某局", "县扶贫开发办公室（已撤销）", "驻村工作队"]) });
    case "helper-without-name":
      return instead({ 干部姓名: "" });
    case "id-turned-into-number":
      return instead({ 户主身份证号: Number(id.replace("X", "0")) });
    case "id-with-wrong-check-digit":
      return instead({ 户主身份证号: id.slice(0, 17) + (id.endsWith("7") ? "8" : "7") });
    case "id-with-a-digit-missing":
      return instead({ 户主身份证号: id.slice(0, 9) + id.slice(10) });
    case "id-missing":
      return instead({ 户主身份证号: "" });
    case "village-unknown":
      return instead({ 行政村: random.pick(["新农村", "三合新村", "移民点"]) });
    case "kind-unknown":
      return instead({ 户类别: random.pick(["一般农户", "五保", "其他"]) });
    case "day-unreadable":
      return instead({ 签约日期: random.pick(["2019年春", "去年", "2020-02-30", "18.6", "不详"]) });
    case "day-missing":
      return instead({ 签约日期: "" });
    case "signed-in-future":
      return instead({ 签约日期: addDays(until, random.between(30, 400)), 最近走访日期: "" });
    case "visit-before-signing":
      return instead({
        签约日期: addDays(until, -20),
        最近走访日期: addDays(until, -random.between(60, 900)),
      });
    case "visit-in-future":
      return instead({ 最近走访日期: addDays(until, random.between(30, 300)) });
    case "helper-in-no-row":
      return instead({ 帮扶干部: `${personName(random, "male", 1975)}（已调离）` });
    case "household-in-no-row":
      return instead({ 户主身份证号: freeId() });
    case "stage-not-taken-over":
      return instead({ 阶段: random.pick(["已脱贫", "回访中", "已销户"]) });
  }
}
