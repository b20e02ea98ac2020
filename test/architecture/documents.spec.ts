import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, filesBelow, manifest, text } from "./tree";

const pages = [...filesBelow("docs", [".md"]), "README.md", "README.zh-CN.md", "CONTRIBUTING.md"];
const TOP_FOLDERS = "apps|packages|workflows|infra|test|docs";

describe.each(pages)("%s", (page) => {
  const source = text(page);

  it("names only files and folders that are there", () => {
    const named = [...source.matchAll(new RegExp(`\`((?:${TOP_FOLDERS})/[^\`\\s*<>{}…]+)\``, "g"))].map(
      ([, path]) => path ?? "",
    );
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("links only to pages that are there", () => {
    const linked = [...source.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, path]) => path ?? "");
    expect(linked.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
  });

  it("names only verbs that the root has", () => {
    const verbs = [...source.matchAll(/npm (?:run )?(start|test|[a-z]+(?:-[a-z]+)*)/g)]
      .filter(([whole, verb]) => whole.startsWith("npm run") || verb === "start" || verb === "test")
      .map(([, verb]) => verb ?? "");
    const known = Object.keys(manifest("package.json").scripts ?? {});
    expect(verbs.filter((verb) => !known.includes(verb))).toEqual([]);
  });
});

describe("the walk of a pairing", () => {
  it("passes through every layer", () => {
    const source = text("docs/walk-of-a-pairing.md");
    for (const layer of [
      "apps/console/",
      "packages/http-contracts/",
      "apps/api/",
      "packages/workflow-contracts/",
      "workflows/",
      "apps/worker/",
      "packages/domain/",
      "packages/database/",
    ])
      expect([layer, source.includes(`\`${layer}`)]).toEqual([layer, true]);
  });
});

describe("the page on configuration", () => {
  it("has every variable that code reads, and no other", () => {
    const variable =
      /\b(?:JIEDUI_[A-Z_]+|(?:JIEDUI_TEST_)?DATABASE_URL[A-Z_]*|TEMPORAL_(?:ADDRESS|NAMESPACE|TLS|API_KEY)|LOG_LEVEL|(?:WORKER_)?PORT)\b/g;
    const namesIn = (source: string) => [...source.matchAll(variable)].map(([name]) => name);
    const sources = ["apps", "packages", "infra"].flatMap((folder) => filesBelow(folder, [".ts"]));
    const read = sources
      .filter((path) => !path.endsWith(".spec.ts"))
      .flatMap((path) => namesIn(text(path)))
      .filter((name) => name !== "JIEDUI_BUILD"); // between the verbs' own steps
    expect([...new Set(namesIn(text("docs/configuration.md")))].sort()).toEqual([...new Set(read)].sort());
  });
});

describe("decision records", () => {
  it("are numbered without a gap, and each tells context, decision and consequence", () => {
    const records = filesBelow("docs/adr", [".md"]);
    expect(records.length).toBeGreaterThan(0);
    records.forEach((path, index) => {
      expect(path).toMatch(new RegExp(`/${String(index + 1).padStart(4, "0")}-[a-z-]+\\.md$`));
      const headings = [...text(path).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      expect([path, headings]).toEqual([path, ["Context", "Decision", "Consequence"]]);
    });
  });
});
