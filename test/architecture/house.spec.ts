import { WORKFLOW_TYPE_OF } from "@jiedui/workflow-contracts";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { ROOT, filesBelow, manifest, projects, text } from "./tree";

const allProjects = projects();
const CODE = [".ts", ".tsx", ".mjs", ".cjs"];

describe("every workspace", () => {
  it("has a name of ours, a description, the licence and tags", () => {
    for (const { path, manifest: own, tags } of allProjects) {
      expect([path, own.name]).toEqual([path, `@jiedui/${basename(path)}`]);
      expect([path, own]).toEqual([path, expect.objectContaining({ license: "Apache-2.0", private: true })]);
      expect([path, tags.length > 0]).toEqual([path, true]);
    }
  });

  it("takes each outside package in one and the same exact version", () => {
    const versions = new Map<string, Map<string, string[]>>();
    for (const { path, manifest: own } of [{ path: ".", manifest: manifest("package.json") }, ...allProjects])
      for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
        if (name.startsWith("@jiedui/")) continue;
        expect([path, name, version]).toEqual([path, name, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
        const users = versions.get(name) ?? new Map<string, string[]>();
        users.set(version, [...(users.get(version) ?? []), path]);
        versions.set(name, users);
      }
    expect(
      [...versions].filter(([, users]) => users.size > 1).map(([name, users]) => [name, [...users]]),
    ).toEqual([]);
  });

  it("is referenced by the TypeScript projects that import it, so that builds come in order", () => {
    for (const { path, manifest: own } of allProjects) {
      if (own.scripts?.build !== "tsc -b") continue;
      const { references = [] } = JSON.parse(text(`${path}/tsconfig.json`)) as {
        references?: { path: string }[];
      };
      const referenced = references.map((each) => join(path, each.path)).sort();
      expect([path, referenced]).toEqual([path, expect.arrayContaining(importedProjects(path))]);
    }
  });
});

describe("every workflow", () => {
  const index = text("workflows/src/index.ts");
  const defined = filesBelow("workflows/src", [".ts"])
    .filter((path) => !path.endsWith("/index.ts") && !path.endsWith(".spec.ts"))
    .flatMap((path) =>
      [...text(path).matchAll(/export (?:async )?function (\w+Workflow)\b/g)].map(([, name]) => name ?? ""),
    );

  it("is named in workflows/src/index.ts, and nothing else is", () => {
    const named = [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    );
    expect(named.filter((name) => name !== "").sort()).toEqual([...defined].sort());
    expect(index).not.toContain("export *");
  });

  it("that a kind of case runs as is there", () => {
    expect(defined).toEqual(expect.arrayContaining(Object.values(WORKFLOW_TYPE_OF)));
  });
});

describe("what is committed", () => {
  it("names no folder of anybody's machine", () => {
    const machinePath = /(?<![\w.@$}-])\/(?:home|Users|root|work)\/[A-Za-z]|[A-Z]:\\\\?Users\b/;
    const files = ["apps", "packages", "workflows", "infra", "test", "docs"].flatMap((folder) =>
      filesBelow(folder, [...CODE, ".md", ".json", ".yaml", ".yml"]),
    );
    expect(files.filter((path) => !path.endsWith("house.spec.ts") && machinePath.test(text(path)))).toEqual(
      [],
    );
  });

  it("has no file of code too long to read in one go", () => {
    const long = ["apps", "packages", "workflows", "infra", "test"]
      .flatMap((folder) => filesBelow(folder, CODE))
      .filter((path) => !path.includes("/migrations/") && !path.includes(".generated."))
      .map((path) => [path, text(path).split("\n").length] as const)
      .filter(([, lines]) => lines > 350);
    expect(long).toEqual([]);
  });

  it("looks away from no finding of the linter or the compiler, and postpones nothing", () => {
    const marks = [
      "eslint-disable",
      "@ts-ignore",
      "@ts-expect-error",
      "@ts-nocheck",
      "as unknown as",
      "TODO",
      "FIXME",
    ];
    const found = ["apps", "packages", "workflows", "infra", "test"]
      .flatMap((folder) => filesBelow(folder, CODE))
      .filter((path) => !path.endsWith("house.spec.ts") && !path.includes(".generated."))
      .flatMap((path) => marks.filter((mark) => text(path).includes(mark)).map((mark) => [path, mark]));
    expect(found).toEqual([]);
  });
});

describe("every suite", () => {
  const specs = ["packages", "apps", "workflows", "infra", "test"].flatMap((folder) =>
    filesBelow(folder, [".spec.ts", ".spec.tsx"]),
  );
  const { projects: jestProjects } = createRequire(__filename)(join(ROOT, "jest.config.cjs")) as {
    projects: { displayName: string; testMatch: string[] }[];
  };

  it("is run by Jest, each spec file by exactly one of its projects", () => {
    const folders = jestProjects.flatMap(({ testMatch }) =>
      testMatch.map((pattern) => pattern.replace("<rootDir>/", "").replace("**/*.spec.ts", "")),
    );
    for (const spec of specs)
      expect([spec, folders.filter((folder) => spec.startsWith(folder)).length]).toEqual([spec, 1]);
    expect(specs.filter((spec) => spec.endsWith(".tsx"))).toEqual([]);
  });

  it("of the console is run by Vitest", () => {
    const tests = filesBelow("apps/console", [".test.ts", ".test.tsx", ".spec.ts", ".spec.tsx"]);
    expect(tests.filter((path) => !/^apps\/console\/src\/.*\.test\.tsx?$/.test(path))).toEqual([]);
    expect(text("apps/console/vite.config.mts")).toContain('include: ["src/**/*.test.{ts,tsx}"]');
  });

  it("is run by npm test", () => {
    const command = text("infra/src/commands/test.ts");
    const acrossProjects = jestProjects
      .map(({ displayName }) => displayName)
      .filter((name) => name.startsWith("test-"));
    expect(acrossProjects.filter((name) => !command.includes(`"${name}"`))).toEqual([]);
    expect(command).toContain('vitest("apps/console")');
  });
});

/** Projects that are compiled before this one, by what its sources import. */
function importedProjects(path: string): string[] {
  const sources = filesBelow(path, [".ts"]).filter((file) => !file.endsWith(".spec.ts"));
  const names = new Set(
    sources.flatMap((file) =>
      [...text(file).matchAll(/ from "(@jiedui\/[\w-]+)"/g)].map(([, name]) => name ?? ""),
    ),
  );
  return allProjects
    .filter((other) => names.has(other.manifest.name) && other.manifest.scripts?.build === "tsc -b")
    .map((other) => other.path)
    .sort();
}
