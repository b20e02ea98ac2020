"use strict";
// Who may import whom, in the words of Nx's `depConstraints`: a project obeys every entry whose `sourceTag` it has.
// Read by dependency-cruiser.config.cjs, which enforces it, and by test/architecture, which proves that it bites.
// Tags stand in each project's package.json under `nx.tags`.

const NODE_BUILT_IN =
  "^(node:)?(assert|buffer|child_process|cluster|crypto|dgram|dns|events|fs|http|http2|https|module|net|os|path|perf_hooks|process|readline|stream|timers|tls|url|util|v8|vm|worker_threads|zlib)(/|$)";

const npm = (...names) => `(^|node_modules/)(${names.join("|")})(/|$)`;

module.exports.depConstraints = [
  {
    sourceTag: "layer:domain",
    onlyDependOnLibsWithTags: [],
    allowedExternalImports: [],
    reason:
      "Rules are pure: what they need comes as an argument, so that each can be tested, previewed and replayed without any engine, clock or database.",
  },
  {
    sourceTag: "layer:contracts",
    onlyDependOnLibsWithTags: ["layer:domain"],
    reason: "A contract is read on both sides of a wire, so it may not draw one side's code into the other.",
  },
  {
    sourceTag: "runs-in:browser",
    onlyDependOnLibsWithTags: ["runs-in:browser"],
    bannedExternalImports: [NODE_BUILT_IN],
    reason:
      "This code also runs in a browser, where Node's built-in modules and the server's packages do not exist.",
  },
  {
    sourceTag: "runs-in:workflow",
    onlyDependOnLibsWithTags: ["runs-in:workflow"],
    bannedExternalImports: [NODE_BUILT_IN, npm("zod", "@nestjs/[^/]+", "typeorm", "pg")],
    reason:
      "This code is bundled into workflows, is replayed, and is paid for once for every case in memory: nothing with input, output or a clock, and no schemas.",
  },
  {
    sourceTag: "layer:workflows",
    onlyDependOnLibsWithTags: ["layer:domain", "layer:workflow-contracts"],
    allowedExternalImports: [npm("@temporalio/workflow", "@temporalio/common")],
    reason:
      "A workflow is replayed for years: besides the rules and its contracts it may see only what the engine makes deterministic.",
  },
  {
    sourceTag: "layer:policies",
    onlyDependOnLibsWithTags: ["layer:domain"],
    reason:
      "A programme's policy is data in the rules' own terms; it knows of no database, engine or screen.",
  },
  {
    sourceTag: "layer:platform",
    onlyDependOnLibsWithTags: [],
    reason:
      "The platform knows no business word, so that it can serve any project of ours and none can leak into it.",
  },
  {
    sourceTag: "layer:integrations",
    onlyDependOnLibsWithTags: ["layer:platform"],
    reason:
      "An outside system is spoken to in its own terms; what a message means is decided before it gets there.",
  },
  {
    sourceTag: "layer:database",
    onlyDependOnLibsWithTags: ["layer:domain", "layer:policies", "layer:platform"],
    bannedExternalImports: [npm("@temporalio/[^/]+")],
    reason:
      "The database layer stores and reads; it neither calls the engine nor knows how a request looked.",
  },
  {
    sourceTag: "layer:console",
    onlyDependOnLibsWithTags: ["layer:domain", "layer:http-contracts"],
    bannedExternalImports: [npm("@temporalio/[^/]+", "@nestjs/[^/]+", "typeorm", "pg")],
    reason:
      "The console talks to the api only; it shares with it the rules' terms and the wire's schemas, nothing else.",
  },
  {
    sourceTag: "layer:api",
    onlyDependOnLibsWithTags: [
      "layer:domain",
      "layer:contracts",
      "layer:database",
      "layer:policies",
      "layer:platform",
      "layer:integrations",
    ],
    bannedExternalImports: [npm("@temporalio/worker", "@temporalio/workflow", "@temporalio/activity")],
    reason:
      "The api gives a command to the engine and reads views: it runs no workflow, and reaches the outside world only through the outbox, but for the store where evidence lies.",
  },
  {
    sourceTag: "layer:worker",
    onlyDependOnLibsWithTags: [
      "layer:domain",
      "layer:workflow-contracts",
      "layer:database",
      "layer:policies",
      "layer:platform",
      "layer:integrations",
      "layer:workflows",
    ],
    reason:
      "The worker records what cases decide and knows nothing of HTTP requests, so that api and worker can be released apart.",
  },
  {
    sourceTag: "layer:infra",
    onlyDependOnLibsWithTags: ["layer:database", "layer:platform"],
    reason:
      "What brings the stack up starts api and worker as processes of their own; it never imports them.",
  },
  {
    sourceTag: "layer:test",
    onlyDependOnLibsWithTags: ["*"],
    reason: "Tests across projects may see everything; nothing may see them.",
  },
];
