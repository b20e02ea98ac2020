import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAMME_IDS } from "@jiedui/policies";
import { movesPage } from "./moves-page";
import { ROOT, filesBelow, text } from "./tree";

const PAGE = "docs/moves.md";

describe("the page with the table of moves", () => {
  it("says what the code says", () => {
    if (process.env["JIEDUI_DRAW_MOVES"] === "1") writeFileSync(join(ROOT, PAGE), movesPage());
    expect(text(PAGE)).toBe(movesPage());
  });
});

describe("a programme's name", () => {
  const CODE = [".ts", ".tsx", ".mts", ".mjs", ".sql"];
  const POLICIES = "packages/policies/";
  const named = new RegExp(`["'\`](${PROGRAMME_IDS.join("|")})["'\`]`);

  it("stands in its policies and nowhere else in the product: what differs is data", () => {
    const product = ["apps", "packages", "workflows", "infra"]
      .flatMap((folder) => filesBelow(folder, CODE))
      .filter((path) => !path.startsWith(POLICIES) && !/\.(spec|test)\.tsx?$/.test(path));
    expect(product.filter((path) => named.test(text(path)))).toEqual([]);
  });
});
