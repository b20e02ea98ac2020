import { RULES } from "../pairing/pairing.spec-support";
import { day } from "../time/day";
import type { KnownHelper } from "./roster.judge";
import {
  HELPERS,
  HOUSEHOLDS,
  ID,
  ID2,
  ID3,
  PAIRS,
  heads,
  helper,
  household,
  judged,
  pair,
  reasonsOf,
  table,
  wang,
} from "./roster.spec-support";
import type { RosterCell } from "./roster.table";

describe("what stands there twice", () => {
  it("is taken once, and names the line of the first", () => {
    const rows = judged([
      table([HELPERS, helper(), helper()]),
      table([HOUSEHOLDS, household(), household({ 户主姓名: "别名" })]),
      table([PAIRS, pair(), pair()]),
    ]);
    expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
      ["ready", null],
      ["failed", { code: "HELPER_TWICE", firstLine: 2 }],
      ["ready", null],
      ["failed", { code: "HOUSEHOLD_TWICE", firstLine: 2 }],
      ["ready", null],
      ["failed", { code: "HOUSEHOLD_PAIRED_TWICE", firstLine: 2 }],
    ]);
  });

  it("counts where it can be taken over: a broken first row does not block the right one", () => {
    expect(reasonsOf(judged([table([HELPERS, helper({ 职级: "?" }), helper()])]))).toEqual([
      "RANK_UNKNOWN",
      "ok",
    ]);
  });

  it("in the register already is known and stays as it is", () => {
    const rows = judged(
      [table([HELPERS, helper()]), table([HOUSEHOLDS, household()]), table([PAIRS, pair()])],
      { helpers: [wang()], people: heads(ID, "h1") },
    );
    expect(rows.map(({ state, targetId }) => [state, targetId])).toEqual([
      ["known", "h1"],
      ["known", "s1"],
      ["known", "c1"],
    ]);
  });

  it("in the register but otherwise is refused", () => {
    const tables = [table([HOUSEHOLDS, household()]), table([PAIRS, pair()])];
    expect(reasonsOf(judged(tables, { helpers: [wang()], people: heads(ID, "another") }))).toEqual([
      "ok",
      "HOUSEHOLD_PAIRED_OTHERWISE",
    ]);
    expect(reasonsOf(judged(tables, { helpers: [wang()], people: heads(ID, null, false) }))).toEqual([
      "MEMBER_OF_ANOTHER_HOUSEHOLD",
      "HOUSEHOLD_ROW_FAILED",
    ]);
    expect(reasonsOf(judged(tables, { helpers: [wang({ retiredOn: day("2026-01-01") })] }))).toEqual([
      "ok",
      "HELPER_OUT_OF_SERVICE",
    ]);
    expect(reasonsOf(judged(tables, { helpers: [wang(), wang({ id: "h2" })] }))).toEqual([
      "ok",
      "HELPER_AMBIGUOUS",
    ]);
  });
});

describe("a pair", () => {
  it("fails with the row of its helper or household, and names it", () => {
    const broken = judged([
      table([HELPERS, helper({ 职级: "?" })]),
      table([HOUSEHOLDS, household(), household({ 户主身份证号: ID2, 行政村: "移民点" })]),
      table([
        PAIRS,
        pair(),
        pair({ 户主身份证号: ID2 }),
        pair({ 户主身份证号: ID3 }),
        pair({ 帮扶干部: "无此人" }),
      ]),
    ]);
    expect(broken.slice(3).map(({ reason }) => reason)).toEqual([
      { code: "HELPER_ROW_FAILED", line: 2 },
      { code: "HOUSEHOLD_ROW_FAILED", line: 3 },
      { code: "HOUSEHOLD_IN_NO_ROW", column: "resident-id" },
      { code: "HELPER_IN_NO_ROW", column: "helper-name" },
    ]);
  });

  it("without a unit is taken where the helper's name is the only one", () => {
    const tables = (other: string) => [
      table([HELPERS, helper(), helper({ 干部姓名: other, 所在单位: "县气象局" })]),
      table([HOUSEHOLDS, household()]),
      table([PAIRS, pair({ 所在单位: null })]),
    ];
    expect(reasonsOf(judged(tables("张三"))).at(-1)).toBe("ok");
    expect(reasonsOf(judged(tables("王伟"))).at(-1)).toBe("HELPER_AMBIGUOUS");
  });

  it("is held against the rules of an opening before anything is created: days, rank, the helper's load", () => {
    const tables = (more: Partial<Record<string, RosterCell>>) => [
      table([HOUSEHOLDS, household()]),
      table([PAIRS, pair(more)]),
    ];
    const last = (more: Partial<Record<string, RosterCell>>, known: KnownHelper) =>
      judged(tables(more), { helpers: [known] }).at(-1)?.reason;
    expect(last({ 最近走访日期: "2019-01-01" }, wang())).toMatchObject({ code: "VISIT_BEFORE_SIGNING" });
    expect(last({ 最近走访日期: "2027-01-01" }, wang())).toMatchObject({ code: "VISIT_IN_FUTURE" });
    expect(last({}, wang({ held: RULES.householdsPerHelper.section }))).toEqual({
      code: "HELPER_AT_CAPACITY",
      helperId: "h1",
      held: RULES.householdsPerHelper.section,
      capacity: RULES.householdsPerHelper.section,
    });
    expect(last({ 签约日期: "2008-03-05" }, wang())).toBeNull();
  });
});
