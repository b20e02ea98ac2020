import type { MonthEndRow } from "@jiedui/database";
import { day, startOf, type Month } from "@jiedui/domain";
import { asText, monthEndWorkbook } from "./month-end.workbook";

describe("a cell of an exported list", () => {
  it.each(["=1+1", "+86", "-1", "@sum", "\tx", "\rx"])("that would be a formula, as %j, is text", (text) =>
    expect(asText(text)).toBe(`'${text}`),
  );
  it.each(["王小明", "1+1", "420626100001", ""])("that would be none, as %j, stays as it is", (text) =>
    expect(asText(text)).toBe(text),
  );
});

describe("a workbook", () => {
  it("is one of the kind that spreadsheets open, also of a list that has nothing to say", async () => {
    const rows: MonthEndRow[] = [];
    const bytes = await monthEndWorkbook({
      areaName: "保康县",
      unitName: null,
      month: "2026-03" as Month,
      knownAtMs: startOf(day("2026-04-03")),
      overview: null,
      lists: [{ list: "relapsed", rows, went: rows }],
    });
    expect(Buffer.from(bytes.slice(0, 2)).toString()).toBe("PK");
  });
});
