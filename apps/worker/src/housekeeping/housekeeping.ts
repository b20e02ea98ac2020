import { HousekeepingRepository, ROSTER_ROWS_KEPT_DAYS, RosterCampaignRepository } from "@jiedui/database";
import type { EvidenceStore } from "@jiedui/integrations";
import { Injectable, Logger, type OnApplicationShutdown } from "@nestjs/common";
import type { DataSource } from "typeorm";
import { Repeating } from "../repeating";

const EVERY_MS = 3_600_000;
/** Text that a command brought and no case took: so long one may still send the command again. */
const UNBOUND_CONTENT_DAYS = 7;
const MOST_FILES_A_ROUND = 1_000;

/** Removes what nobody will ask for again: text and files that no case took, and sessions that have ended. */
@Injectable()
export class Housekeeping implements OnApplicationShutdown {
  private readonly log = new Logger(Housekeeping.name);
  private readonly repository = new HousekeepingRepository();
  private readonly rosters = new RosterCampaignRepository();
  private readonly repeating = new Repeating(
    EVERY_MS,
    () => this.sweepOnce(),
    (failure) => this.log.warn({ failure: String(failure) }, "nothing was swept; trying again"),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: EvidenceStore,
  ) {}

  start(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
  }

  async sweepOnce(): Promise<void> {
    const swept = await this.repository.sweep(this.dataSource.manager, UNBOUND_CONTENT_DAYS);
    const files = await this.forgetUnusedFiles();
    const rosters = await this.rosters.eraseRows(this.dataSource.manager, ROSTER_ROWS_KEPT_DAYS);
    if (swept.contents + swept.sessions + files + rosters > 0)
      this.log.log({ ...swept, files, rosters }, "swept what nobody will ask for again");
  }

  private async forgetUnusedFiles(): Promise<number> {
    const hashes = await this.repository.unusedFiles(this.dataSource.manager, MOST_FILES_A_ROUND);
    let forgotten = 0;
    for (const hash of hashes) {
      const isGone = await this.dataSource.transaction((manager) =>
        this.repository.forgetFile(manager, hash, () => this.evidence.remove(hash)),
      );
      if (isGone) forgotten += 1;
    }
    return forgotten;
  }
}
