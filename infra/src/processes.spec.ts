import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bornAt, endProcess, findRunning, forget, launch, recordFile } from "./processes";

describe("a process that outlives whoever started it", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "jiedui-processes-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function launchSleeper() {
    return launch({
      name: "sleeper",
      runFolder: folder,
      logFile: join(folder, "sleeper.log"),
      cwd: folder,
      file: process.execPath,
      args: ["-e", "setInterval(() => undefined, 1000)"],
    });
  }

  it("is found again by its record, and is gone once ended", async () => {
    const child = launchSleeper();
    const found = findRunning(folder, "sleeper");
    expect(found?.pid).toBe(child.pid);
    if (found) await endProcess(found, "SIGTERM", 5_000);
    expect(findRunning(folder, "sleeper")).toBeUndefined();
  });

  it("writes a log that nobody else may read, also when an older one was open to all", async () => {
    writeFileSync(join(folder, "sleeper.log"), "older\n", { mode: 0o644 });
    launchSleeper();
    expect(statSync(join(folder, "sleeper.log")).mode & 0o777).toBe(0o600);
    const found = findRunning(folder, "sleeper");
    if (found) await endProcess(found, "SIGTERM", 5_000);
  });

  it("is not taken for another process that was given the same number", () => {
    const somebodyElse = { pid: process.pid, bornAt: "another time", command: "x" };
    writeFileSync(recordFile(folder, "sleeper"), JSON.stringify(somebodyElse));
    expect(findRunning(folder, "sleeper")).toBeUndefined();
  });

  it("is unknown when its record was cut short by a kill, or removed", () => {
    writeFileSync(recordFile(folder, "sleeper"), '{"pid": 1');
    expect(findRunning(folder, "sleeper")).toBeUndefined();
    forget(folder, "sleeper");
    expect(findRunning(folder, "sleeper")).toBeUndefined();
  });

  it("is dead while it is only a zombie", async () => {
    const child = launchSleeper();
    const exited = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGKILL");
    await exited;
    expect(bornAt(child.pid ?? -1)).toBeUndefined();
  });
});
