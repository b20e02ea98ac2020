import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cssText, pageMargins } from "./page-margins";

describe("a sheet's margins", () => {
  it("number the pages among all pages", () => {
    const margins = pageMargins({ top: "结对帮扶档案", left: "保康县", pages: ["第 ", " 页，共 ", " 页"] });
    expect(margins).toContain('content: "第 " counter(page) " 页，共 " counter(pages) " 页"');
  });

  it("number a page once: where any printed page has its number, a paper's own takes its place", () => {
    const theme = join(__dirname, "..", "theme");
    const sheets = readdirSync(theme).filter((name) => name.endsWith(".css"));
    const all = sheets.map((name) => readFileSync(join(theme, name), "utf8")).join("\n");
    const own = pageMargins({ top: "", left: "", pages: ["", "", ""] });
    const numbered = /@([\w-]+) \{\s*content:[^;]*counter\(page\)/g;
    expect([...`${all}\n${own}`.matchAll(numbered)].map(([, box]) => box)).toEqual([
      "bottom-right",
      "bottom-right",
    ]);
  });

  it("hold whatever a name holds, as text", () => {
    expect(cssText('张"} @import "x')).toBe('"张\\22 } @import \\22 x"');
    expect(cssText("a\\b</style>\n")).toBe('"a\\5c b\\3c /style\\3e \\a "');
  });
});
