import { SubjectRepository, SubjectView, withScope } from "@jiedui/database";
import {
  createSubjectRequest,
  pageOf,
  subjectListItem,
  subjectView,
  subjectsQuery,
} from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from "@nestjs/common";
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { createZodDto } from "nestjs-zod";
import { DataSource } from "typeorm";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { IdempotencyKey, IsCommand } from "../http/idempotency-key";
import { CreatedDto } from "./created";
import { memberOf } from "./member-of";
import { RegisterCommands } from "./register-commands";

class SubjectsQueryDto extends createZodDto(subjectsQuery) {}
class SubjectPageDto extends createZodDto(pageOf(subjectListItem)) {}
class SubjectDto extends createZodDto(subjectView) {}
class CreateSubjectDto extends createZodDto(createSubjectRequest) {}

@ApiTags("subjects")
@Controller("api/subjects")
export class SubjectController {
  private readonly subjects = new SubjectRepository();
  private readonly view = new SubjectView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
  ) {}

  @Get()
  @Access("register:read", "Those who are helped, by name, pinyin or initials")
  @ApiOkResponse({ type: SubjectPageDto })
  find(@Asking() { scope }: SignedIn, @Query() query: SubjectsQueryDto): Promise<SubjectPageDto> {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  @Get(":id")
  @Access("register:read", "One subject with the members of its household")
  @ApiOkResponse({ type: SubjectDto })
  async get(@Asking() { scope }: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<SubjectDto> {
    const subject = await withScope(this.dataSource, scope, (manager) => this.view.get(manager, id));
    if (subject === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "subject" });
    return {
      ...subject,
      members: [...subject.members],
      formerMembers: [...subject.formerMembers],
      changes: subject.changes.map(({ names, ...change }) => ({ ...change, names: [...names] })),
    };
  }

  @Post()
  @Access("register:write", "Adds a subject, a household with its members")
  @IsCommand()
  @ApiCreatedResponse({ type: CreatedDto })
  create(
    @Asking() asking: SignedIn,
    @IdempotencyKey() key: string,
    @Body() body: CreateSubjectDto,
  ): Promise<CreatedDto> {
    const id = stableUuid("subject", asking.accountId, key);
    const members = body.members.map((member, index) =>
      memberOf(member, stableUuid("member", id, String(index)), `members.${index}`),
    );
    return this.commands.once(asking, key, ["subject", body], async (manager) => {
      await this.subjects.create(manager, {
        id,
        kind: body.kind,
        name: body.name,
        areaCode: body.areaCode,
        address: body.address ?? null,
        phone: body.phone ?? null,
        members,
      });
      return { id };
    });
  }
}
