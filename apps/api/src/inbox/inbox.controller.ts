import { DigestRepository, InboxView, withScope } from "@jiedui/database";
import { dayAt, daysBetween, workingDaysBetween, type Day } from "@jiedui/domain";
import { inboxDigestView, inboxItem, inboxQuery, markSeenRequest, pageOf } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { publishedCalendar } from "@jiedui/policies";
import { Body, Controller, Get, HttpCode, Post, Query } from "@nestjs/common";
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";

class InboxQueryDto extends createZodDto(inboxQuery) {}
class InboxPageDto extends createZodDto(pageOf(inboxItem)) {}
class InboxDigestDto extends createZodDto(inboxDigestView) {}
class MarkSeenDto extends createZodDto(markSeenRequest) {}

/** What I owe today, through the seats that I hold. */
@ApiTags("inbox")
@Controller("api/inbox")
export class InboxController {
  private readonly inbox = new InboxView();
  private readonly digests = new DigestRepository();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: WorldClock,
  ) {}

  @Get()
  @Access("inbox:own", "What I owe, through the seats that I hold")
  @ApiOkResponse({ type: InboxPageDto })
  async find(@Asking() { accountId, scope }: SignedIn, @Query() query: InboxQueryDto): Promise<InboxPageDto> {
    const nowMs = await this.clock.nowMs();
    const today = dayAt(nowMs);
    const calendar = publishedCalendar();
    const page = await withScope(this.dataSource, scope, (manager) =>
      this.inbox.find(manager, accountId, new Date(nowMs), query),
    );
    const items = page.items.map((item) => ({
      ...item,
      daysOverdue: daysBetween(item.dueOn as Day, today),
      workingDaysOverdue: workingDaysBetween(calendar, item.dueOn as Day, today),
    }));
    return { ...page, items };
  }

  /** What I was told this morning; null when nothing was new. */
  @Get("digest")
  @Access("inbox:own", "What the account was told this morning, in numbers")
  @ApiOkResponse({ type: InboxDigestDto })
  async digest(@Asking() { accountId, scope }: SignedIn): Promise<InboxDigestDto> {
    const day = dayAt(await this.clock.nowMs());
    const digest = await withScope(this.dataSource, scope, (manager) =>
      this.digests.ofAccount(manager, accountId, day),
    );
    return { day, digest };
  }

  /** Notes that a matter has been looked at; it stays until it is settled. */
  @Post("seen")
  @HttpCode(204)
  @Access("inbox:own", "Notes that a matter has been looked at; it stays until it is settled")
  @ApiNoContentResponse()
  async markSeen(@Asking() { accountId, scope }: SignedIn, @Body() seen: MarkSeenDto): Promise<void> {
    const isOpen = await withScope(this.dataSource, scope, (manager) =>
      this.inbox.markSeen(manager, accountId, seen),
    );
    if (!isOpen) throw new ProblemError(404, "NOT_FOUND", { what: "obligation" });
  }
}
