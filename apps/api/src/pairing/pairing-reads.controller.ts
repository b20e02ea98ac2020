import {
  asOfQuery,
  eventAddress,
  eventWhyView,
  obligationView,
  pageOf,
  pairingListItem,
  pairingView,
  pairingsQuery,
  timelineQuery,
  timelineView,
} from "@jiedui/http-contracts";
import { Controller, Get, Param, ParseUUIDPipe, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { z } from "zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { PairingReadsService } from "./pairing-reads.service";

class PairingsQueryDto extends createZodDto(pairingsQuery) {}
class PairingPageDto extends createZodDto(pageOf(pairingListItem)) {}
class PairingDto extends createZodDto(pairingView) {}
class AsOfDto extends createZodDto(asOfQuery) {}
class TimelineQueryDto extends createZodDto(timelineQuery) {}
class TimelineDto extends createZodDto(timelineView) {}
class EventAddressDto extends createZodDto(eventAddress) {}
class EventWhyDto extends createZodDto(eventWhyView) {}
class ObligationsDto extends createZodDto(z.object({ items: z.array(obligationView) })) {}

@ApiTags("pairings")
@Controller("api/pairings")
export class PairingReadsController {
  constructor(private readonly pairings: PairingReadsService) {}

  /** Running pairings, what is due first at the top; closed ones with `stage=closed`. */
  @Get()
  @Access("pairing:read", "Running pairings, what is due first at the top; closed ones with stage=closed")
  @ApiOkResponse({ type: PairingPageDto })
  find(@Asking() asking: SignedIn, @Query() query: PairingsQueryDto): Promise<PairingPageDto> {
    return this.pairings.find(asking, query);
  }

  /** A pairing: who, where, stage, what is owed, which moves are possible. */
  @Get(":id")
  @Access("pairing:read", "A pairing: who, where, stage, what is owed, which moves are possible")
  @ApiOkResponse({ type: PairingDto })
  get(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() { asOf }: AsOfDto,
  ): Promise<PairingDto> {
    return this.pairings.get(asking, id, asOf);
  }

  /** Its events, newest first. */
  @Get(":id/timeline")
  @Access("pairing:read", "Its events, newest first")
  @ApiOkResponse({ type: TimelineDto })
  timeline(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() query: TimelineQueryDto,
  ): Promise<TimelineDto> {
    return this.pairings.timelineOf(asking, id, query);
  }

  @Get(":id/obligations")
  @Access("pairing:read", "What is owed in it")
  @ApiOkResponse({ type: ObligationsDto })
  obligations(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() { asOf }: AsOfDto,
  ): Promise<ObligationsDto> {
    return this.pairings.obligationsOf(asking, id, asOf);
  }

  /** One event with why it happened. */
  @Get(":id/events/:seq")
  @Access("pairing:read", "One event with why it happened")
  @ApiOkResponse({ type: EventWhyDto })
  why(@Asking() asking: SignedIn, @Param() { id, seq }: EventAddressDto): Promise<EventWhyDto> {
    return this.pairings.why(asking, id, seq);
  }
}
