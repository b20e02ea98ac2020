import { PairingView, TimelineView, withScope } from "@jiedui/database";
import { liftedOutOn, liftedOutStory, type PairingEvent, type Recorded } from "@jiedui/domain";
import { asOfQuery, liftedOutView } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Controller, Get, Param, ParseUUIDPipe, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";
import { readingAt } from "../http/as-of";

class AsOfQueryDto extends createZodDto(asOfQuery) {}
class LiftedOutDto extends createZodDto(liftedOutView) {}

/** An auditor's question, answered from the case's own log. */
@ApiTags("pairings")
@Controller("api/pairings")
export class LiftedOutController {
  private readonly pairings = new PairingView();
  private readonly timeline = new TimelineView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: WorldClock,
  ) {}

  @Get(":id/lifted-out")
  @Access("pairing:read", "Why the household was lifted out: incomes, votes, checks, notices, approvals")
  @ApiOkResponse({ type: LiftedOutDto })
  async liftedOut(
    @Asking() { scope }: SignedIn,
    @Param("id", ParseUUIDPipe) caseId: string,
    @Query() { asOf }: AsOfQueryDto,
  ): Promise<LiftedOutDto> {
    const at = await readingAt(this.clock, asOf);
    return withScope(this.dataSource, scope, async (manager) => {
      const pairing = await this.pairings.get(manager, caseId, at);
      const log = await this.timeline.log(manager, caseId, at.asOf);
      const story = liftedOutStory(log as readonly Recorded<PairingEvent>[]);
      const liftedOn = liftedOutOn(story);
      if (pairing === undefined || liftedOn === undefined)
        throw new ProblemError(404, "NOT_FOUND", { what: pairing === undefined ? "pairing" : "lift-out" });
      const { subject, areaName, leadHelper, helperUnit, programmeId, policyVersion, signedOn } = pairing;
      const events = await this.timeline.readable(
        manager,
        story.map(({ fellBySeq: _fellBySeq, ...event }) => event),
      );
      const fellBy = new Map(story.map(({ seq, fellBySeq }) => [seq, fellBySeq]));
      return {
        caseId,
        subject,
        areaName,
        leadHelper,
        helperUnit,
        programmeId,
        policyVersion,
        signedOn,
        liftedOn,
        events: events.map(({ raw: _raw, contents, ...event }) => ({
          ...event,
          contents: [...contents],
          fellBySeq: fellBy.get(event.seq) ?? null,
        })),
      };
    });
  }
}
