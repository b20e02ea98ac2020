import { readFileSync, readdirSync } from "node:fs";

const TICK_MS = 10;
const KIBIBYTE = 1_024;

/** Processor time that a process and its children have used so far, as Linux tells it; undefined on other systems. */
export function cpuMsOf(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== "linux") return undefined;
  return familyOf(pid).reduce((sum, each) => sum + each.cpuTicks, 0) * TICK_MS;
}

/** Memory that a process and its children hold; what they share counts once. Undefined on other systems. */
export function memoryBytesOf(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== "linux") return undefined;
  return familyOf(pid).reduce((sum, each) => sum + proportionalKibibytes(each.pid), 0) * KIBIBYTE;
}

function proportionalKibibytes(pid: number): number {
  const [, kibibytes] = /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`) ?? "") ?? [];
  return Number(kibibytes ?? 0);
}

interface Member {
  readonly pid: number;
  readonly parent: number;
  readonly cpuTicks: number;
}

function familyOf(pid: number): Member[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? memberOf(Number(name)) : []));
  const family: Member[] = all.filter((each) => each.pid === pid);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

/** Fields as in proc(5), counted after the command's closing bracket; ended children count with their parent. */
function memberOf(pid: number): Member[] {
  const stat = textOf(`/proc/${pid}/stat`);
  if (stat === undefined) return [];
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const field = (number: number) => fields[number - 3] ?? 0;
  return [
    {
      pid,
      parent: field(4),
      cpuTicks: field(14) + field(15) + field(16) + field(17),
    },
  ];
}

/** A process may end between the listing and the look. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (failure) {
    if (["ENOENT", "ESRCH"].includes((failure as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw failure;
  }
}
