import { ObligationView, withScope } from "@jiedui/database";
import { obligationView, obligationsQuery, pageOf } from "@jiedui/http-contracts";
import { Controller, Get, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { WorldClock } from "../engine/world-clock";
import { readingAt } from "../http/as-of";

class ObligationsQueryDto extends createZodDto(obligationsQuery) {}
class ObligationPageDto extends createZodDto(pageOf(obligationView)) {}

/** Everything owed, by whom, until when. */
@ApiTags("obligations")
@Controller("api/obligations")
export class ObligationController {
  private readonly obligations = new ObligationView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: WorldClock,
  ) {}

  @Get()
  @Access("pairing:read", "Everything owed, by whom, until when")
  @ApiOkResponse({ type: ObligationPageDto })
  async find(@Asking() { scope }: SignedIn, @Query() query: ObligationsQueryDto): Promise<ObligationPageDto> {
    const at = await readingAt(this.clock, query.asOf);
    return withScope(this.dataSource, scope, (manager) => this.obligations.find(manager, query, at));
  }
}
