import { OrganisationRepository, OrganisationView, withScope } from "@jiedui/database";
import {
  createOrganisationRequest,
  organisationView,
  organisationsQuery,
  pageOf,
} from "@jiedui/http-contracts";
import { stableUuid } from "@jiedui/platform";
import { Body, Controller, Get, Post, Query } from "@nestjs/common";
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { CreatedDto } from "./created";
import { RegisterCommands } from "./register-commands";

class OrganisationsQueryDto extends createZodDto(organisationsQuery) {}
class OrganisationPageDto extends createZodDto(pageOf(organisationView)) {}
class CreateOrganisationDto extends createZodDto(createOrganisationRequest) {}

@ApiTags("organisations")
@Controller("api/organisations")
export class OrganisationController {
  private readonly organisations = new OrganisationRepository();
  private readonly view = new OrganisationView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
  ) {}

  @Get()
  @Access("register:read", "Units, by name, pinyin or initials")
  @ApiOkResponse({ type: OrganisationPageDto })
  find(@Asking() { scope }: SignedIn, @Query() query: OrganisationsQueryDto): Promise<OrganisationPageDto> {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  @Post()
  @Access("register:write", "Adds a unit to the register")
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedDto })
  create(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: CreateOrganisationDto,
  ): Promise<CreatedDto> {
    const id = stableUuid("organisation", asking.accountId, key);
    return this.commands.once(asking, key, ["organisation", body], async (manager) => {
      await this.organisations.create(manager, { id, ...body });
      return { id };
    });
  }
}
