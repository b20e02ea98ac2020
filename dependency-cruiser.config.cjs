"use strict";
// The rules are generated from module-boundaries.cjs and the projects' tags; what follows here holds for all alike.
const { readFileSync, readdirSync, existsSync } = require("node:fs");
const { join } = require("node:path");
const { depConstraints } = require("./module-boundaries.cjs");

const root = process.env.JIEDUI_CRUISED_ROOT ?? __dirname;

/** The folders that the root package.json's `workspaces` names, with their tags. */
function projectsOf(folder) {
  const { workspaces } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return workspaces
    .flatMap((pattern) =>
      pattern.endsWith("/*")
        ? readdirSync(join(folder, pattern.slice(0, -2))).map((name) => `${pattern.slice(0, -2)}/${name}`)
        : [pattern],
    )
    .filter((path) => existsSync(join(folder, path, "package.json")))
    .map((path) => {
      const { name, nx } = JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8"));
      return { path, name, tags: nx?.tags ?? [] };
    });
}

/** Tests, their builders, and the configuration of build tools: none of it ships. */
const TESTS = "([.](spec|spec-support|test)[.][cm]?tsx?|(^|/)vite[.]config[.]m?ts)$";
const projects = projectsOf(root);
const inProject = ({ path, name }) => `${path}/|(node_modules/)?${name}(/|$)`;
const ownFolders = `^(${[...new Set(projects.map(({ path }) => path.split("/")[0]))].join("|")})/`;

function rulesOf(constraint, project) {
  const { sourceTag, onlyDependOnLibsWithTags, bannedExternalImports, allowedExternalImports, reason } =
    constraint;
  const forbidden = projects.filter(
    (other) =>
      other !== project &&
      !onlyDependOnLibsWithTags.includes("*") &&
      !other.tags.some((tag) => onlyDependOnLibsWithTags.includes(tag)),
  );
  const from = { path: `^${project.path}/` };
  const rule = (suffix, fromMore, to) => ({
    name: `${sourceTag} ${suffix} (${project.name})`,
    comment: reason,
    severity: "error",
    from: { ...from, ...fromMore },
    to,
  });
  return [
    ...(forbidden.length > 0
      ? [rule("imports only allowed projects", {}, { path: `^(${forbidden.map(inProject).join("|")})` })]
      : []),
    ...(bannedExternalImports ?? []).map((banned, index) =>
      rule(`keeps packages out ${index + 1}`, { pathNot: TESTS }, { path: banned }),
    ),
    ...(allowedExternalImports === undefined
      ? []
      : [
          rule(
            "imports only allowed packages",
            { pathNot: TESTS },
            {
              pathNot: [ownFolders, "(^|node_modules/)@jiedui/", ...allowedExternalImports],
            },
          ),
        ]),
  ];
}

module.exports = {
  forbidden: [
    ...depConstraints.flatMap((constraint) =>
      projects
        .filter(({ tags }) => tags.includes(constraint.sourceTag))
        .flatMap((project) => rulesOf(constraint, project)),
    ),
    {
      name: "no-import-loops",
      comment: "In a loop no file can be understood, tested or moved alone.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...projects.map((project) => ({
      name: `projects-are-imported-by-name (${project.name})`,
      comment:
        "Another project is its package name and what its index exports; its folders may change any day.",
      severity: "error",
      from: { path: ownFolders, pathNot: [`^${project.path}/`, "^test/"] },
      to: {
        path: `^(${project.path}/(src|dist/(?!(src/)?index[.]d[.]ts$))|(node_modules/)?${project.name}/)`,
      },
    })),
    {
      name: "tests-are-not-imported",
      comment: "What ships must not lean on a test or on its builders.",
      severity: "error",
      from: { pathNot: [TESTS, "^test/"] },
      to: {
        path: [
          TESTS,
          "^test/",
          "(^|node_modules/)(@jest/globals|fast-check|vitest|@temporalio/testing)(/|$)",
        ],
      },
    },
    {
      name: "imports-are-found",
      comment: "An import that nothing answers to fails on the first machine that is not yours.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^@jiedui/" },
    },
    {
      name: "imports-are-declared",
      comment: "A package that its project does not name in package.json is there by accident of hoisting.",
      severity: "error",
      from: { path: ownFolders, pathNot: [TESTS, "^test/", "^infra/"] },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    baseDir: root,
    doNotFollow: { path: ["node_modules", "/dist/"] },
    exclude: { path: ["(^|/)dist/.*[.]js$", "[.]generated[.]", "^test/artefacts/"] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".cjs", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "require", "node", "default"],
      mainFields: ["types", "typings", "module", "main"],
    },
  },
};
