// What every root verb goes through: the right Node, installed dependencies, a fresh build; then the compiled command.
// Only built-ins here: it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const COMMANDS = join(CHECKOUT, "infra", "dist", "commands");
const LOCK = join(CHECKOUT, "package-lock.json");
const INSTALLED = join(CHECKOUT, "node_modules", ".jiedui-installed");
const BUILT = join(CHECKOUT, ".nx", "jiedui-built");
/** A failed build ends every verb but this one, which counts it and runs what can be run. */
const MAY_GO_ON_WITHOUT_BUILD = "test";

const [verb, ...args] = process.argv.slice(2);
await main();

async function main() {
  requireNode();
  process.chdir(CHECKOUT);
  if (!(await install())) process.exit(1);
  const isBuilt = await build();
  if (!isBuilt && (verb !== MAY_GO_ON_WITHOUT_BUILD || !existsSync(join(COMMANDS, "test.js"))))
    process.exit(1);
  process.env.JIEDUI_BUILD = isBuilt ? "fresh" : "failed";
  const file = join(COMMANDS, `${verb}.js`);
  if (!existsSync(file)) fail(`There is no command "${verb}"; there are ${commands().join(", ")}.`);
  const { run } = createRequire(import.meta.url)(file);
  await run(args);
}

function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8"));
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [, wantedMajor, wantedMinor] = /(\d+)\.(\d+)/.exec(engines.node).map(Number);
  if (major === wantedMajor && minor >= wantedMinor) return;
  fail(
    `Jiedui runs on Node ${wantedMajor} (${engines.node}), and this is Node ${process.versions.node}: switch with your version manager (nvm use) or install Node ${wantedMajor}.`,
  );
}

/** npm ci when nothing is installed or the lock has changed. */
async function install() {
  const wanted = createHash("sha256").update(readFileSync(LOCK)).digest("hex");
  if (readIfThere(INSTALLED) === wanted) return true;
  if (!isInstalledAsLocked()) {
    const done = await step(
      "dependencies installed",
      "installing dependencies",
      npm("ci", "--loglevel=error"),
    );
    if (!done) return false;
  }
  writeFileSync(INSTALLED, wanted);
  return true;
}

/** Somebody ran npm ci by hand: npm's own note of what it installed says so. */
function isInstalledAsLocked() {
  const note = readIfThere(join(CHECKOUT, "node_modules", ".package-lock.json"));
  if (note === undefined) return false;
  const installed = JSON.parse(note).packages;
  return Object.entries(JSON.parse(readFileSync(LOCK, "utf8")).packages).every(
    ([path, wanted]) =>
      !path.includes("node_modules/") ||
      wanted.link ||
      wanted.optional ||
      wanted.peer ||
      (installed[path]?.version === wanted.version && existsSync(join(CHECKOUT, path))),
  );
}

/** Nx knows best what is stale, but takes seconds to say that nothing is; a hash of all sources says it at once. */
async function build() {
  const sources = hashOfSources();
  if (readIfThere(BUILT) === sources && projects().every(isCompiled)) return true;
  const nx = join(CHECKOUT, "node_modules", ".bin", "nx");
  const done = await step("everything built", "building", [
    nx,
    ["run-many", "-t", "build", "--outputStyle=static"],
  ]);
  if (!done) return false;
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, hashOfSources());
  return true;
}

function projects() {
  const folders = ["apps", "packages"].flatMap((parent) =>
    readdirSync(join(CHECKOUT, parent)).map((name) => join(CHECKOUT, parent, name)),
  );
  folders.push(...["workflows", "infra", "test"].map((name) => join(CHECKOUT, name)));
  return folders.filter((folder) => existsSync(join(folder, "package.json")));
}

function isCompiled(project) {
  return existsSync(join(project, "dist"));
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const file of [LOCK, join(CHECKOUT, "tsconfig.base.json"), join(CHECKOUT, "nx.json")])
    hash.update(readFileSync(file));
  for (const project of projects()) addFolder(hash, project);
  return hash.digest("hex");
}

function addFolder(hash, folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["dist", "node_modules", "artefacts"].includes(entry.name)) addFolder(hash, path);
    } else if (entry.isFile() && !/\.(tsbuildinfo|log|spec\.ts)$/.test(entry.name))
      hash.update(`${path}\0`).update(readFileSync(path));
  }
}

/** Runs a program silently, shows that it goes on, and shows its words only when it fails. */
function step(done, doing, [file, argv]) {
  const startedAt = Date.now();
  const took = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  const { isTTY } = process.stdout;
  let output = "";
  let latest = "";
  const child = spawn(file, argv, { cwd: CHECKOUT, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
      latest = /nx run (\S+)/.exec(chunk)?.[1] ?? latest;
    });
  const show = () => {
    const line = `… ${doing} (${took()}) ${latest}`;
    process.stdout.write(
      isTTY ? `\r\u001b[K${line.slice(0, (process.stdout.columns ?? 80) - 1)}` : `${line}\n`,
    );
  };
  const ticker = setInterval(show, isTTY ? 500 : 15_000);
  return new Promise((resolve) => {
    child.on("error", (cause) => (output += cause.message));
    child.on("close", (code) => {
      clearInterval(ticker);
      if (isTTY) process.stdout.write("\r\u001b[K");
      if (code === 0) console.log(`✓ ${done} (${took()})`);
      else console.error(`${output.trimEnd()}\n✗ ${doing} failed (${took()})`);
      resolve(code === 0);
    });
  });
}

function npm(...argv) {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js") ? [process.execPath, [script, ...argv]] : ["npm", argv];
}

function commands() {
  return existsSync(COMMANDS)
    ? readdirSync(COMMANDS)
        .filter((name) => name.endsWith(".js"))
        .map((name) => name.slice(0, -3))
    : [];
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
