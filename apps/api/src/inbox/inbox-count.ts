import { InboxView, withScope } from "@jiedui/database";
import { Injectable } from "@nestjs/common";
import { DataSource } from "typeorm";
import type { SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";

/** How many matters an account should look at: overdue ones and those of the coming week. */
@Injectable()
export class InboxCount {
  private readonly inbox = new InboxView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: WorldClock,
  ) {}

  async of({ accountId, scope }: SignedIn): Promise<number> {
    const now = new Date(await this.clock.nowMs());
    return withScope(this.dataSource, scope, (manager) => this.inbox.count(manager, accountId, now));
  }
}
