import { depConstraints } from "../../module-boundaries.cjs";
import { TreeCopy, cruise, type Finding } from "./cruise";
import { projects, type Project } from "./tree";

const allProjects = projects();
const foldersInUse = allProjects.map(({ path }) => path);

describe("the boundaries between projects", () => {
  it("hold on the tree as it is, and no file imports itself in a loop", () => {
    expect(cruise(foldersInUse)).toEqual([]);
  }, 120_000);

  it("give every project a layer, and every tag in use a sentence of reason", () => {
    const tags = new Set(depConstraints.map(({ sourceTag }) => sourceTag));
    const onlyTargets = ["layer:http-contracts", "layer:workflow-contracts"];
    for (const { path, tags: own } of allProjects) {
      expect([path, own.filter((tag) => tag.startsWith("layer:")).length > 0]).toEqual([path, true]);
      for (const tag of own)
        expect([path, tag, tags.has(tag) || onlyTargets.includes(tag)]).toEqual([path, tag, true]);
    }
    for (const { sourceTag, reason } of depConstraints) {
      expect(allProjects.some(({ tags: own }) => own.includes(sourceTag))).toBe(true);
      expect(reason).toMatch(/^[A-Z].{40,}\.$/);
    }
  });

  it("are kept by what the projects declare to need", () => {
    for (const project of allProjects)
      for (const other of declared(project))
        for (const constraint of depConstraints.filter(({ sourceTag }) => project.tags.includes(sourceTag))) {
          const allowed = constraint.onlyDependOnLibsWithTags;
          expect([
            project.manifest.name,
            other.manifest.name,
            allowed.includes("*") || other.tags.some((tag) => allowed.includes(tag)),
          ]).toEqual([project.manifest.name, other.manifest.name, true]);
        }
  });

  it("leave no loop among the projects", () => {
    const seen = new Map<string, "open" | "done">();
    const visit = (project: Project, way: readonly string[]): void => {
      if (seen.get(project.path) === "done") return;
      if (seen.get(project.path) === "open") throw new Error(`a loop: ${[...way, project.path].join(" → ")}`);
      seen.set(project.path, "open");
      for (const other of declared(project)) visit(other, [...way, project.path]);
      seen.set(project.path, "done");
    };
    expect(() => allProjects.forEach((project) => visit(project, []))).not.toThrow();
  });
});

const FORBIDDEN = [
  { project: "packages/domain", source: 'import "@jiedui/database";', rule: "layer:domain" },
  { project: "packages/domain", source: 'import "typeorm";', rule: "layer:domain" },
  { project: "packages/domain", source: 'import "node:crypto";', rule: "layer:domain" },
  { project: "packages/http-contracts", source: 'import "node:fs";', rule: "runs-in:browser" },
  {
    project: "packages/http-contracts",
    source: 'import "@jiedui/workflow-contracts";',
    rule: "layer:contracts",
  },
  { project: "packages/workflow-contracts", source: 'import "zod";', rule: "runs-in:workflow" },
  { project: "packages/policies", source: 'import "@jiedui/database";', rule: "layer:policies" },
  { project: "packages/platform", source: 'import "@jiedui/domain";', rule: "layer:platform" },
  { project: "packages/integrations", source: 'import "@jiedui/domain";', rule: "layer:integrations" },
  {
    project: "packages/database",
    source: 'import type { Problem } from "@jiedui/http-contracts";',
    rule: "layer:database",
  },
  { project: "packages/database", source: 'import "@temporalio/client";', rule: "layer:database" },
  { project: "workflows", source: 'import "@jiedui/database";', rule: "layer:workflows" },
  { project: "workflows", source: 'import "@temporalio/client";', rule: "layer:workflows" },
  { project: "workflows", source: 'import { readFileSync } from "node:fs";', rule: "layer:workflows" },
  { project: "apps/console", source: 'import "@jiedui/workflow-contracts";', rule: "layer:console" },
  {
    project: "apps/console",
    source: 'import "../../../packages/database/src/index";',
    rule: "layer:console",
  },
  { project: "apps/api", source: 'import "@jiedui/workflows";', rule: "layer:api" },
  { project: "apps/api", source: 'import "@temporalio/worker";', rule: "layer:api" },
  { project: "apps/worker", source: 'import "@jiedui/http-contracts";', rule: "layer:worker" },
  { project: "infra", source: 'import "@jiedui/api";', rule: "layer:infra" },
  {
    project: "packages/database",
    source: 'import "../../domain/src/index";',
    rule: "projects-are-imported-by-name",
  },
  {
    project: "packages/database",
    source: 'import "@jiedui/domain/dist/time/day";',
    rule: "projects-are-imported-by-name",
  },
  { project: "packages/policies", source: 'import "fast-check";', rule: "tests-are-not-imported" },
  { project: "apps/api", source: 'import "no-such-package-anywhere";', rule: "imports-are-found" },
  { project: "apps/api", source: 'import "pinyin-pro";', rule: "imports-are-declared" },
];
const LOOP = {
  "packages/domain/src/planted-one.ts": 'export { three as one } from "./planted-two";',
  "packages/domain/src/planted-two.ts": 'export { three } from "./planted-three";',
  "packages/domain/src/planted-three.ts":
    'import type { one } from "./planted-one";\nexport const three: typeof one = 3;',
};
const ALLOWED = {
  "workflows/src/planted-allowed.ts": 'import { day } from "@jiedui/domain";\nday("2026-01-01");',
};
const plantedFile = (ordinal: number, project: string) => `${project}/src/planted-${ordinal}.ts`;

describe("a forbidden import put into a copy of the tree", () => {
  let findings: Finding[];
  beforeAll(() => {
    const copy = new TreeCopy();
    try {
      copy.plant({ ...LOOP, ...ALLOWED });
      FORBIDDEN.forEach(({ project, source }, ordinal) =>
        copy.plant({ [plantedFile(ordinal, project)]: source }),
      );
      findings = cruise(foldersInUse, copy.root);
    } finally {
      copy.remove();
    }
  }, 120_000);

  it.each(FORBIDDEN.map((each, ordinal) => ({ ...each, ordinal })))(
    "into $project, $source, is refused by $rule with its sentence",
    ({ project, rule, ordinal }) => {
      const file = plantedFile(ordinal, project);
      const refused = findings.filter(
        (each) => each.from === file && (each.rule === rule || each.rule.startsWith(`${rule} `)),
      );
      expect(refused.length).toBeGreaterThan(0);
      const sentence = depConstraints.find(({ sourceTag }) => sourceTag === rule)?.reason;
      for (const { reason } of refused) {
        expect(reason).toMatch(/^[A-Z].{40,}\.$/);
        if (sentence !== undefined) expect(reason).toBe(sentence);
      }
    },
  );

  it("as a loop of three files is refused", () => {
    expect(findings.find(({ rule, from }) => rule === "no-import-loops" && from in LOOP)).toBeDefined();
  });

  it("where it is allowed is not refused, and nothing else is", () => {
    const planted = new Set([
      ...Object.keys(LOOP),
      ...FORBIDDEN.map(({ project }, ordinal) => plantedFile(ordinal, project)),
    ]);
    expect(findings.filter(({ from }) => !planted.has(from))).toEqual([]);
  });
});

function declared({ manifest }: Project): Project[] {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return allProjects.filter((other) => names.includes(other.manifest.name));
}
