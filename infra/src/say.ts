/** A sentence for the person at the keyboard: printed without a stack. */
export class PlainError extends Error {
  override readonly name = "PlainError";
}

export interface Log {
  /** A finished step or a remark; stays on the screen. */
  line(text: string): void;
  /** How far a long step has come; may be overwritten by the next one. */
  progress(text: string): void;
}

export const silentLog: Log = { line: () => undefined, progress: () => undefined };

const PROGRESS_EVERY_MS = 10_000;

export function consoleLog(stream: NodeJS.WriteStream = process.stdout): Log {
  let shown = false;
  let lastProgressAtMs = 0;
  const clear = () => {
    if (shown) stream.write("\r\u001b[K");
    shown = false;
  };
  return {
    line(text) {
      clear();
      stream.write(`${text}\n`);
    },
    progress(text) {
      if (stream.isTTY) {
        clear();
        stream.write(`… ${text}`.slice(0, Math.max(20, stream.columns - 1)));
        shown = true;
      } else if (Date.now() - lastProgressAtMs >= PROGRESS_EVERY_MS) {
        lastProgressAtMs = Date.now();
        stream.write(`… ${text}\n`);
      }
    },
  };
}

export function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/** Names a step and its time; `describe` words the line from the result. */
export async function timed<T>(
  log: Log,
  describe: string | ((result: T) => string),
  work: () => Promise<T>,
): Promise<T> {
  const startedAtMs = Date.now();
  const result = await work();
  log.line(`✓ ${typeof describe === "string" ? describe : describe(result)} (${seconds(startedAtMs)})`);
  return result;
}
