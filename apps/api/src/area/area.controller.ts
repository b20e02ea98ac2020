import { AreaView, withScope } from "@jiedui/database";
import { areaView, areasQuery, pageOf } from "@jiedui/http-contracts";
import { Controller, Get, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";

class AreasQueryDto extends createZodDto(areasQuery) {}
class AreaPageDto extends createZodDto(pageOf(areaView)) {}

@ApiTags("areas")
@Controller("api/areas")
export class AreaController {
  private readonly areas = new AreaView();

  constructor(private readonly dataSource: DataSource) {}

  /** The areas inside one, or those whose name, pinyin or initials fit; without either, the provinces. */
  @Get()
  @Access(
    "area:read",
    "The areas inside one, or those whose name, pinyin or initials fit; without either, the provinces",
  )
  @ApiOkResponse({ type: AreaPageDto })
  find(@Asking() { scope }: SignedIn, @Query() query: AreasQueryDto): Promise<AreaPageDto> {
    return withScope(this.dataSource, scope, (manager) => this.areas.find(manager, query));
  }
}
