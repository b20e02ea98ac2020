import { CoverageView, withScope } from "@jiedui/database";
import { coverageQuery, coverageView } from "@jiedui/http-contracts";
import { Controller, Get, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";

class CoverageQueryDto extends createZodDto(coverageQuery) {}
class CoverageDto extends createZodDto(coverageView) {}

@ApiTags("coverage")
@Controller("api/coverage")
export class CoverageController {
  private readonly view = new CoverageView();

  constructor(private readonly dataSource: DataSource) {}

  /** Who stands in the gaps: `GET /api/subjects?uncovered=true`, `GET /api/helpers?uncovered=true`. */
  @Get()
  @Access(
    "coverage:read",
    "Both gaps of full coverage in numbers: households without helper, cadres without household",
  )
  @ApiOkResponse({ type: CoverageDto })
  count(@Asking() { scope }: SignedIn, @Query() { area }: CoverageQueryDto): Promise<CoverageDto> {
    return withScope(this.dataSource, scope, (manager) => this.view.count(manager, area));
  }
}
