import type { CaseRecord, CaseRepository, ClaimsOfCommand, RefusedClaim } from "@jiedui/database";
import type { EntityManager } from "typeorm";

/** Why a command cannot have what it asks for. */
export type NotGranted = RefusedClaim | { readonly unusableContentId: string };

/** Where an act puts what it decides. */
export interface ActRecords {
  /** Takes what a command claims and binds the content that came with it, or nothing at all. */
  claim(claims: ClaimsOfCommand): Promise<NotGranted | undefined>;
  write(record: CaseRecord): Promise<void>;
}

/** In a transaction that holds the case's lock: what is not granted is known at once, with its facts. */
export class StepByStep implements ActRecords {
  constructor(
    private readonly repository: CaseRepository,
    private readonly manager: EntityManager,
    private readonly caseId: string,
  ) {}

  async claim(claims: ClaimsOfCommand): Promise<NotGranted | undefined> {
    await this.manager.query("savepoint one_command");
    const notGranted = await this.claimWithin(claims);
    await this.manager.query(
      notGranted === undefined ? "release savepoint one_command" : "rollback to savepoint one_command",
    );
    return notGranted;
  }

  write(record: CaseRecord): Promise<void> {
    return this.repository.record(this.manager, record);
  }

  private async claimWithin({ seq, take, release, accountId, contentIds }: ClaimsOfCommand) {
    const { repository, manager, caseId } = this;
    if (take.length > 0) {
      const refused = await repository.takeClaims(manager, caseId, seq, take);
      if (refused !== undefined) return refused;
    }
    if (release.length > 0) await repository.releaseClaims(manager, caseId, seq, release);
    if (contentIds.length === 0) return undefined;
    const unusable = await repository.bindContent(manager, caseId, accountId, seq, contentIds);
    return unusable === undefined ? undefined : { unusableContentId: unusable };
  }
}

/** Believes that everything will be granted, and writes the whole act in one statement; or nothing, if that was wrong. */
export class AllAtOnce implements ActRecords {
  private readonly claims: ClaimsOfCommand[] = [];
  isWritten = false;

  constructor(
    private readonly repository: CaseRepository,
    private readonly manager: EntityManager,
  ) {}

  claim(claims: ClaimsOfCommand): Promise<undefined> {
    this.claims.push(claims);
    return Promise.resolve(undefined);
  }

  async write(record: CaseRecord): Promise<void> {
    this.isWritten = await this.repository.recordAtOnce(this.manager, record, this.claims);
  }
}
