import { ProgrammeView, withScope } from "@jiedui/database";
import { programmeView } from "@jiedui/http-contracts";
import { Controller, Get } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { z } from "zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";

class ProgrammesDto extends createZodDto(z.object({ items: z.array(programmeView) })) {}

@ApiTags("programmes")
@Controller("api/programmes")
export class ProgrammeController {
  private readonly programmes = new ProgrammeView();

  constructor(private readonly dataSource: DataSource) {}

  /** Every programme with the policy that is in force. */
  @Get()
  @Access("programme:read", "Every programme with the policy that is in force")
  @ApiOkResponse({ type: ProgrammesDto })
  async all(@Asking() { scope }: SignedIn): Promise<ProgrammesDto> {
    return { items: await withScope(this.dataSource, scope, (manager) => this.programmes.all(manager)) };
  }
}
