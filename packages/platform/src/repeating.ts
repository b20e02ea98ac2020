import { setTimeout as pause } from "node:timers/promises";

/** Work that is done every so often until the process stops; a failure is told, and the next round comes all the same. */
export class Repeating {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly everyMs: number,
    /** Its signal says that the process is stopping: work of many steps ends with the present one. */
    private readonly work: (round: number, stopping: AbortSignal) => Promise<void>,
    private readonly onFailure: (failure: unknown) => void,
    private readonly firstAfterMs = everyMs,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let round = 0; ; round += 1) {
      await pause(round === 0 ? this.firstAfterMs : this.everyMs, undefined, {
        signal: this.stopping.signal,
      }).catch(ignoreStop);
      if (this.stopping.signal.aborted) return;
      await this.work(round, this.stopping.signal).catch(this.onFailure);
    }
  }
}

/** By its name: an error of another realm is no `Error` of this one. */
function ignoreStop(failure: unknown): void {
  const isStop =
    typeof failure === "object" && failure !== null && "name" in failure && failure.name === "AbortError";
  if (!isStop) throw failure;
}
