import type { Answer, Visitor } from "../support/http";
import { pause } from "../support/process-world";

/** A command that was sent until it was answered. */
export interface Sent {
  readonly who: Visitor;
  readonly accountId: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
  readonly attempts: number;
  readonly tookMs: number;
  readonly answer: Answer;
}

const ATTEMPT_WITHIN_MS = 45_000;
const GIVE_UP_AFTER_MS = 300_000;
const AGAIN_AFTER_MS = 250;

/** Sends commands as a patient client does: with the same key until the answer is a final one. */
export class Sender {
  readonly sent: Sent[] = [];
  readonly violations: string[] = [];
  attempts = 0;
  unanswered = 0;
  longestMs = 0;

  async send(
    who: { visitor: Visitor; accountId: string },
    path: string,
    body: unknown,
    key: string,
    expected: readonly number[],
  ): Promise<Answer> {
    const begunMs = Date.now();
    for (let attempts = 1; ; attempts += 1) {
      this.attempts += 1;
      const answer = await this.once(who.visitor, path, body, key);
      const tookMs = Date.now() - begunMs;
      if (answer !== undefined && isFinal(answer.status)) {
        this.longestMs = Math.max(this.longestMs, tookMs);
        if (!expected.includes(answer.status))
          this.violations.push(
            `${path} was answered ${answer.status} ${JSON.stringify(answer.body)} and not ${expected.join(" or ")}, at attempt ${attempts}`,
          );
        this.sent.push({
          who: who.visitor,
          accountId: who.accountId,
          path,
          body,
          key,
          attempts,
          tookMs,
          answer,
        });
        return answer;
      }
      this.unanswered += 1;
      if (tookMs > GIVE_UP_AFTER_MS) throw new Error(`${path} has no answer after ${tookMs} ms`);
      await pause(AGAIN_AFTER_MS);
    }
  }

  /** @returns undefined when nothing came back: the api was killed, or never answered */
  private async once(who: Visitor, path: string, body: unknown, key: string): Promise<Answer | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.violations.push(`${path} was not answered within ${ATTEMPT_WITHIN_MS} ms`);
        resolve(undefined);
      }, ATTEMPT_WITHIN_MS);
    });
    try {
      const answer = await Promise.race([who.post(path, body, key).catch(connectionLost), tooLong]);
      if (answer !== undefined && answer.status >= 500 && answer.status !== 503)
        this.violations.push(`${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer;
    } finally {
      clearTimeout(timer);
    }
  }
}

function isFinal(status: number): boolean {
  return status < 500 && status !== 202;
}

/** The HTTP client tells a lost connection by its message alone. */
const LOST = /ECONNREFUSED|ECONNRESET|EPIPE|ECONNABORTED|socket hang up/;
function connectionLost(failure: unknown): undefined {
  if (LOST.test(String(failure))) return undefined;
  throw failure;
}
