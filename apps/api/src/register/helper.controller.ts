import { HelperRepository, HelperView, withScope } from "@jiedui/database";
import {
  createHelperRequest,
  helperView,
  helpersQuery,
  pageOf,
  retireHelperRequest,
} from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from "@nestjs/common";
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { CreatedDto } from "./created";
import { RegisterCommands } from "./register-commands";

class HelpersQueryDto extends createZodDto(helpersQuery) {}
class HelperPageDto extends createZodDto(pageOf(helperView)) {}
class HelperDto extends createZodDto(helperView) {}
class CreateHelperDto extends createZodDto(createHelperRequest) {}
class RetireHelperDto extends createZodDto(retireHelperRequest) {}

@ApiTags("helpers")
@Controller("api/helpers")
export class HelperController {
  private readonly helpers = new HelperRepository();
  private readonly view = new HelperView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
  ) {}

  @Get()
  @Access("register:read", "Helpers, by name, pinyin or initials")
  @ApiOkResponse({ type: HelperPageDto })
  find(@Asking() { scope }: SignedIn, @Query() query: HelpersQueryDto): Promise<HelperPageDto> {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  @Get(":id")
  @Access("register:read", "One helper")
  @ApiOkResponse({ type: HelperDto })
  async get(@Asking() { scope }: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<HelperDto> {
    const helper = await withScope(this.dataSource, scope, (manager) => this.view.get(manager, id));
    if (helper === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "helper" });
    return helper;
  }

  @Post()
  @Access("register:write", "Adds a helper to the register")
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedDto })
  create(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: CreateHelperDto,
  ): Promise<CreatedDto> {
    const id = stableUuid("helper", asking.accountId, key);
    return this.commands.once(asking, key, ["helper", body], async (manager) => {
      if (!(await this.helpers.create(manager, { id, ...body, phone: body.phone ?? null })))
        throw new ProblemError(404, "NOT_FOUND", { what: "unit" });
      return { id };
    });
  }

  /** Out of service from that day on. The helper's seats are empty then and fall to the next one up. */
  @Post(":id/retire")
  @HttpCode(200)
  @Access("helper:retire", "Out of service from that day on")
  @IsCommand()
  @ApiOkResponse({ type: CreatedDto })
  retire(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() { retiredOn }: RetireHelperDto,
  ): Promise<CreatedDto> {
    return this.commands.once(asking, key, ["retire", id, retiredOn], async (manager) => {
      const recorded = await this.helpers.retire(manager, id, retiredOn);
      if (recorded === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "helper" });
      if (recorded !== retiredOn) throw new ProblemError(409, "ALREADY_RETIRED", { retiredOn: recorded });
      return { id };
    });
  }
}
