import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "./say";

export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

export async function requireFreePort(
  port: number,
  whatFor: string,
  variable: string,
  host?: string,
): Promise<void> {
  // A process that was just killed is gone before the kernel has closed its sockets.
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await isPortFree(port, host)) return;
    await sleep(100);
  }
  throw new PlainError(
    `Port ${port} (${whatFor}) is taken by another program: stop that program, or choose another port with ${variable}.`,
  );
}

/** Above the registered crowd and below the ports the kernel hands out by itself. */
const LOWEST = 15_000;
const HIGHEST = 31_000;

/** The first of `count` consecutive free ports, for stacks of tests and benchmarks. */
export async function findFreePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - count));
    const wanted = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(wanted.map((port) => isPortFree(port)));
    if (free.every(Boolean)) return first;
  }
  throw new PlainError(`No ${count} consecutive free ports were found between ${LOWEST} and ${HIGHEST}.`);
}
