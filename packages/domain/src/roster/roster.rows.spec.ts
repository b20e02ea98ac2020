import { day } from "../time/day";
import {
  COUNTY,
  HELPERS,
  HOUSEHOLDS,
  ID,
  ID2,
  PAIRS,
  PLACES,
  helper,
  household,
  judged,
  pair,
  reasonsOf,
  table,
} from "./roster.spec-support";
import { recogniseTable, type MergedCells, type RosterCell } from "./roster.table";

describe("a county's tables", () => {
  it("are known by their headings, wherever the columns stand and whatever stands over or beside them", () => {
    const found = recogniseTable(
      table([
        ["武山县帮扶干部花名册", null, null, null, null],
        ["备注", "职 级", "姓名（必填）", "单位名称", "手机号码"],
        [null, "科级", "王伟", "县水务局", { number: "13993812345" }],
      ]),
    );
    expect(found.headingLine).toBe(2);
    expect(found.parts).toEqual(["helper"]);
    expect(found.columns.map(({ column }) => column)).toEqual([
      null,
      "rank",
      "helper-name",
      "unit-name",
      "helper-phone",
    ]);
  });

  it("of other things are left alone, and say what would have made them one", () => {
    expect(recogniseTable(table([["说明"], ["请填写"]]))).toMatchObject({ headingLine: null, parts: [] });
    expect(recogniseTable(table([["户主姓名", "身份证号", "行政村"]])).missing).toContainEqual({
      part: "household",
      columns: ["township"],
    });
  });

  it("may be one table in which each line tells of all", () => {
    const all = [
      "户主姓名",
      "身份证号",
      "联系电话",
      "乡镇",
      "村",
      "责任人",
      "单位",
      "职级",
      "电话",
      "结对日期",
    ];
    const line = (name: string, id: string) =>
      [name, id, "1", "城关", "宁远社区", "王伟", "县水务局", "科级", "2", "2020.3.5"] as RosterCell[];
    const rows = judged([table([all, line("李清", ID), line("张三", ID2)])]);
    expect(rows.map(({ part, line: at, state }) => [part, at, state])).toEqual([
      ["helper", 2, "ready"],
      ["household", 2, "ready"],
      ["household", 3, "ready"],
      ["pair", 2, "ready"],
      ["pair", 3, "ready"],
    ]);
    expect(rows[0]?.values).toMatchObject({ phone: "2" });
    expect(rows[1]?.values).toMatchObject({ phone: "1" });
  });

  it("are taken over units first, then helpers and households, then pairs, each under an id of its own", () => {
    const rows = judged([
      table([PAIRS, pair({ 所在单位: "县气象局" })]),
      table([HELPERS, helper({ 所在单位: "县气象局" })]),
      table([HOUSEHOLDS, household()]),
      table([
        ["单位名称", "单位类别"],
        ["县气象局", "事业单位"],
      ]),
    ]);
    expect(rows.map(({ part, targetId }) => [part, targetId])).toEqual([
      ["unit", "new-1"],
      ["helper", "new-2"],
      ["household", "new-3"],
      ["pair", "new-4"],
    ]);
    expect(rows[1]?.unit).toEqual({ id: "new-1", areaCode: COUNTY });
    expect(rows[3]?.pair).toEqual({
      subjectId: "new-3",
      helperId: "new-2",
      since: "2020-03-05",
      leadOrdinal: null,
    });
  });
});

describe("a row", () => {
  it.each<[string, RosterCell]>([
    ["2020-03-05", "2020-03-05"],
    ["with slashes", "2020/3/5"],
    ["with points", "2020.3.5"],
    ["in Chinese", "2020年3月5日"],
    ["without marks", "20200305"],
    ["with a time", "2020-03-05 00:00:00"],
    ["as the spreadsheet counts", { number: "43895" }],
    ["known to be a day", { day: day("2020-03-05") }],
  ])("reads its day %s", (_how, cell) => {
    const [, , read] = judged([
      table([HELPERS, helper()]),
      table([HOUSEHOLDS, household()]),
      table([PAIRS, pair({ 签约日期: cell })]),
    ]);
    expect(read?.values).toMatchObject({ signedOn: "2020-03-05" });
  });

  it.each<[string, RosterCell]>([
    ["DAY_UNREADABLE", "2019年春"],
    ["DAY_UNREADABLE", "去年"],
    ["DAY_UNREADABLE", "2020-02-30"],
    ["DAY_UNREADABLE", "18.6"],
    ["DAY_UNREADABLE", { number: "18.6" }],
    ["CELL_EMPTY", null],
    ["SIGNED_IN_FUTURE", "2026-12-01"],
  ])("is refused with %s where its day of signing is %j", (code, cell) => {
    const rows = judged([
      table([HELPERS, helper()]),
      table([HOUSEHOLDS, household()]),
      table([PAIRS, pair({ 签约日期: cell })]),
    ]);
    expect(reasonsOf(rows)).toEqual(["ok", "ok", code]);
  });

  it.each<[string, RosterCell]>([
    ["DIGITS_LOST", { number: "620524196001010000" }],
    ["DIGITS_LOST", { number: "6.20524196001011E+17" }],
    ["DIGITS_LOST", "6.20524E+17"],
    ["ID_LENGTH_WRONG", "62052419600101001"],
    ["ID_PROVINCE_UNKNOWN", "99052419600101001X"],
    ["ID_BIRTHDAY_WRONG", "620524196002300011"],
    ["ID_CHECK_DIGIT_WRONG", ID.slice(0, 17) + (ID.endsWith("1") ? "2" : "1")],
    ["CELL_EMPTY", " "],
    ["CELL_NOT_TEXT", "11010519491231002\u0000"],
  ])("is refused with %s where the identity number is %j", (code, cell) => {
    expect(reasonsOf(judged([table([HOUSEHOLDS, household({ 户主身份证号: cell })])]))).toEqual([code]);
  });

  it("takes a number with a small x, wide digits, blanks or an apostrophe for what it is", () => {
    const wide = [...ID].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join("");
    for (const cell of [ID.toLowerCase(), wide, `'${ID}`, `${ID.slice(0, 6)} ${ID.slice(6)}`])
      expect(judged([table([HOUSEHOLDS, household({ 户主身份证号: cell })])])[0]?.values).toMatchObject({
        residentId: ID,
      });
  });

  it.each([
    ["宁远社区", "620524100002"],
    ["清池村委会", "620524100201"],
    ["清池居委会", "620524100001"],
    ["清池村", "620524100201"],
    ["李家村", "620524100202"],
    ["李家村村民委员会", "620524100202"],
  ])("finds %s in its township", (name, code) => {
    expect(PLACES.find("城关镇", name)).toEqual({ found: code });
    expect(PLACES.find("城关", name)).toEqual({ found: code });
  });

  it("is refused where its place is not in the county, and says which part of it", () => {
    const at = (乡镇: string, 行政村: string) =>
      reasonsOf(judged([table([HOUSEHOLDS, household({ 乡镇, 行政村 })])]));
    expect(at("四门镇", "宁远社区")).toEqual(["TOWNSHIP_UNKNOWN"]);
    expect(at("洛门镇", "宁远社区")).toEqual(["VILLAGE_UNKNOWN"]);
    expect(at("洛门镇", "大柳树")).toEqual(["ok"]);
  });

  it("is refused for a rank, kind, unit or stage that nobody knows, and for what is missing", () => {
    const found = reasonsOf(
      judged([
        table([
          HELPERS,
          helper({ 职级: "厅级" }),
          helper({ 干部姓名: "" }),
          helper({ 干部姓名: "张三", 所在单位: "某局" }),
        ]),
        table([HOUSEHOLDS, household({ 户类别: "五保" })]),
        table([PAIRS, pair({ 阶段: "已结案" })]),
      ]),
    );
    expect(found).toEqual([
      "RANK_UNKNOWN",
      "CELL_EMPTY",
      "UNIT_UNKNOWN",
      "SUBJECT_KIND_UNKNOWN",
      "STAGE_NOT_TAKEN_OVER",
    ]);
  });

  it("read from merged cells, formulas or a name set wide says so", () => {
    const merged: MergedCells[] = [{ top: 2, left: 3, bottom: 3, right: 3 }];
    const rows = judged([
      table([HELPERS, helper({ 干部姓名: "王　伟" }), helper({ 干部姓名: "张三", 所在单位: null })], {
        merged,
        formulas: new Set(["3:4"]),
      }),
    ]);
    expect(rows.map(({ state, remarks }) => [state, remarks])).toEqual([
      ["ready", [{ code: "SPACES_TAKEN_OUT", column: "helper-name" }]],
      [
        "ready",
        [
          { code: "FROM_MERGED_CELL", column: "unit-name" },
          { code: "FROM_FORMULA", column: "rank" },
        ],
      ],
    ]);
    expect(rows[0]?.values).toMatchObject({ name: "王伟" });
  });

  it("with a formula that has no result is refused", () => {
    const rows = judged([table([HELPERS, helper({ 职级: null })], { formulas: new Set(["2:4"]) })]);
    expect(rows[0]?.reason).toEqual({ code: "FORMULA_WITHOUT_RESULT", column: "rank" });
  });
});
