import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eraseData, hasData } from "./data-folder";

describe("erasing a data folder", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "jiedui-folder-"));
    for (const name of ["postgres/base", "temporal", "logs", "run", "photos"])
      mkdirSync(join(folder, name), { recursive: true });
    for (const name of [
      "secrets.json",
      "stack.json",
      "logs/api.log",
      "logs/api.log.1",
      "logs/nginx.log",
      "notes.txt",
    ])
      writeFileSync(join(folder, name), "x");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("leaves the files of others and the process records where they are", () => {
    eraseData(folder);
    expect(readdirSync(folder).sort()).toEqual(["logs", "notes.txt", "photos", "run"]);
    expect(readdirSync(join(folder, "logs"))).toEqual(["nginx.log"]);
    expect(hasData(folder)).toBe(false);
  });

  it("removes the folder of logs once it is empty", () => {
    rmSync(join(folder, "logs", "nginx.log"));
    eraseData(folder);
    expect(existsSync(join(folder, "logs"))).toBe(false);
  });
});
