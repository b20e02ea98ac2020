import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROGRAMME_IDS } from "@jiedui/policies";
import { ROOT, filesBelow, text } from "./tree";
import { MOVE_ROUTES, PERMISSIONS } from "@jiedui/api";
import { PAIRING_MOVES, PAIRING_MOVES_BY_STAGE, pairingKind, type PairingMove } from "@jiedui/domain";
import { terms } from "../../apps/console/src/locales/zh-CN/terms";

const HEAD = `# The table of moves

Drawn from \`packages/domain/src/pairing/pairing.moves.ts\` and from the routes; a test holds this page against them and
draws it anew with \`JIEDUI_DRAW_MOVES=1 npm test -- architecture\`. A move is offered in the stages that its row marks, to
the roles it names; what else it asks is its rule's. "Basis" marks moves whose sender says which event was seen last.
`;

/** The page as the code would have it. */
function movesPage(): string {
  const stages = Object.entries(PAIRING_MOVES_BY_STAGE).filter(([stage]) => stage !== "unopened");
  const heads = ["move", "Chinese", ...stages.map(([stage]) => `\`${stage}\``), "basis", "who"];
  const rows = PAIRING_MOVES.filter((move) => move !== "open").map((move) => [
    `\`${move}\``,
    terms.move[move],
    ...stages.map(([, moves]) => ((moves as readonly PairingMove[]).includes(move) ? "●" : "")),
    pairingKind.movesNeedingBasis.includes(move) ? "●" : "",
    PERMISSIONS[MOVE_ROUTES[move].permission].map((role) => terms.role[role]).join("、"),
  ]);
  const stageList = stages.map(
    ([stage]) => `- \`${stage}\` ${terms.stage[stage as keyof typeof terms.stage]}`,
  );
  return `${HEAD}\n## Stages\n\n${stageList.join("\n")}\n\n## Moves\n\n${tableOf([heads, ...rows])}\n`;
}

/** As Prettier aligns a table, Chinese characters two columns wide. */
function tableOf([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(3, widthOf(head), ...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell))).join(" | ")} |`;
  return [line(heads), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join(
    "\n",
  );
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
}

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
