import { RegisterCommandRepository, withScope } from "@jiedui/database";
import { ProblemError, hashOf } from "@jiedui/platform";
import { Injectable } from "@nestjs/common";
import { DataSource, QueryFailedError, type EntityManager } from "typeorm";
import type { SignedIn } from "../access/access.decorator";

/** Of a unique key, and of spans of days that must not overlap. */
const SUCH_ONE_IS_THERE = ["23505", "23P01"];
const FOREIGN_KEY_VIOLATION = "23503";
const ROW_LEVEL_SECURITY = "42501";

/** Commands on the register: done once a key, in one transaction with their answer. `kept` is what a repetition is told. */
@Injectable()
export class RegisterCommands {
  private readonly commands = new RegisterCommandRepository();

  constructor(private readonly dataSource: DataSource) {}

  async once<Answer>(
    asking: SignedIn,
    key: string,
    request: unknown,
    work: (manager: EntityManager) => Promise<Answer>,
    kept: (answer: Answer) => Answer = (answer) => answer,
  ): Promise<Answer> {
    const bodyHash = hashOf(request);
    try {
      return await withScope(this.dataSource, asking.scope, async (manager) => {
        const known = await this.commands.find(manager, asking.accountId, key);
        if (known !== undefined) return answered<Answer>(known, bodyHash);
        const answer = await work(manager);
        await this.commands.save(manager, asking.accountId, key, bodyHash, kept(answer));
        return answer;
      });
    } catch (failure) {
      return this.afterViolation<Answer>(asking, key, bodyHash, failure);
    }
  }

  /** Two with the same key at once: the second finds the first one's answer. Otherwise the register has such an entry. */
  private async afterViolation<Answer>(
    asking: SignedIn,
    key: string,
    bodyHash: string,
    failure: unknown,
  ): Promise<Answer> {
    const violation = violationOf(failure);
    if (violation?.code === ROW_LEVEL_SECURITY || violation?.code === FOREIGN_KEY_VIOLATION)
      throw new ProblemError(404, "NOT_FOUND", {}, { cause: failure });
    if (!SUCH_ONE_IS_THERE.includes(violation?.code ?? "")) throw failure;
    const known = await this.commands.find(this.dataSource.manager, asking.accountId, key);
    if (known !== undefined) return answered<Answer>(known, bodyHash);
    throw new ProblemError(
      409,
      "DUPLICATE_ENTRY",
      { constraint: violation?.constraint ?? "" },
      { cause: failure },
    );
  }
}

function answered<Answer>(known: { bodyHash: string; answer: unknown }, bodyHash: string): Answer {
  if (known.bodyHash !== bodyHash) throw new ProblemError(422, "IDEMPOTENCY_KEY_REUSED");
  return known.answer as Answer;
}

function violationOf(failure: unknown): { code?: string; constraint?: string } | undefined {
  return failure instanceof QueryFailedError
    ? (failure.driverError as { code?: string; constraint?: string })
    : undefined;
}
