import { setTimeout as sleep } from "node:timers/promises";
import { type Log, seconds } from "./say";
import type { StackPart } from "./stack";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** Who has run so long may fail anew without waiting. */
const STEADY_MS = 60_000;

/** Starts a part again whenever it ends by itself, with growing pauses, until told to let go. */
export class Supervisor {
  private isOver = false;

  constructor(private readonly log: Log) {}

  watch(name: string, part: StackPart): void {
    let pauseMs = FIRST_PAUSE_MS;
    let upSinceMs = Date.now();
    let isRestarting = false;
    part.onExit(() => {
      if (this.isOver || isRestarting) return;
      isRestarting = true;
      if (Date.now() - upSinceMs > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      const diedAtMs = Date.now();
      this.log.line(`! ${name} ended by itself; it is started again`);
      void this.bringBack(name, part, () => {
        const pause = pauseMs;
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        return pause;
      }).then(() => {
        isRestarting = false;
        upSinceMs = Date.now();
        if (!this.isOver) this.log.line(`✓ ${name} is back (${seconds(diedAtMs)})`);
      });
    });
  }

  /** From here on an end is meant. */
  letGo(): void {
    this.isOver = true;
  }

  private async bringBack(name: string, part: StackPart, nextPauseMs: () => number): Promise<void> {
    await sleep(nextPauseMs());
    if (this.isOver) return;
    try {
      await part.start();
    } catch (cause) {
      this.log.line(`! ${name}: ${(cause as Error).message}`);
      await this.bringBack(name, part, nextPauseMs);
    }
  }
}
