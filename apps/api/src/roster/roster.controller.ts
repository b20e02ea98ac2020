import type { RosterMove } from "@jiedui/domain";
import {
  pageOf,
  ROSTER_LIMITS,
  rosterListItem,
  rosterRow,
  rosterRowsQuery,
  rostersQuery,
  rosterView,
  rosterWorkbookQuery,
  startRosterRequest,
  uploadRosterQuery,
} from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from "@nestjs/common";
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import type { Request, Response } from "express";
import { createZodDto } from "nestjs-zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { readBody } from "../http/read-body";
import { failedRowsWorkbook, templateWorkbook } from "./roster-workbooks";
import { RosterService } from "./roster.service";

class UploadRosterQueryDto extends createZodDto(uploadRosterQuery) {}
class RostersQueryDto extends createZodDto(rostersQuery) {}
class RosterPageDto extends createZodDto(pageOf(rosterListItem)) {}
class RosterDto extends createZodDto(rosterView) {}
class RosterRowsQueryDto extends createZodDto(rosterRowsQuery) {}
class RosterRowPageDto extends createZodDto(pageOf(rosterRow)) {}
class RosterWorkbookQueryDto extends createZodDto(rosterWorkbookQuery) {}
class StartRosterDto extends createZodDto(startRosterRequest) {}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const FILE = { schema: { type: "string", format: "binary" } } as const;
const CSRF = { name: "X-CSRF-Token", required: true, schema: { type: "string" } } as const;
const MOST_NAME = 200;

@ApiTags("rosters")
@Controller("api")
export class RosterController {
  constructor(private readonly rosters: RosterService) {}

  @Get("rosters")
  @Access("roster:read", "Take-overs of counties from their workbooks, the newest first")
  @ApiOkResponse({ type: RosterPageDto })
  find(@Asking() asking: SignedIn, @Query() query: RostersQueryDto): Promise<RosterPageDto> {
    return this.rosters.find(asking, query);
  }

  /** Nothing is created by it. The same file again is the same take-over until that one has ended. */
  @Post("rosters")
  @Access(
    "roster:upload",
    "Sends a county's workbook (.xlsx, .csv); it is read and shown before anything is created",
  )
  @ApiHeader(CSRF)
  @ApiHeader({ name: "X-File-Name", required: false, schema: { type: "string" } })
  @ApiConsumes(XLSX, "text/csv", "application/octet-stream")
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: RosterDto })
  @ApiOkResponse({ type: RosterDto, description: "It is there already" })
  async upload(
    @Asking() asking: SignedIn,
    @Query() query: UploadRosterQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RosterDto> {
    const fileName = nameIn(request.header("x-file-name"));
    const { roster, isNew } = await this.rosters.upload(asking, { ...query, fileName }, () => {
      if (request.body !== undefined) throw new ProblemError(422, "ROSTER_FILE_NOT_A_WORKBOOK");
      return readBody(request, ROSTER_LIMITS.mostBytes);
    });
    response.status(isNew ? 201 : 200).location(`/api/rosters/${roster.id}`);
    return roster;
  }

  @Get("rosters/:id")
  @Access("roster:read", "One take-over: what would be created, what fails and why, how far it has come")
  @ApiOkResponse({ type: RosterDto })
  get(@Asking() asking: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<RosterDto> {
    return this.rosters.get(asking, id);
  }

  @Get("rosters/:id/rows")
  @Access("roster:read", "Its rows in the order of taking over, each with what becomes of it")
  @ApiOkResponse({ type: RosterRowPageDto })
  rows(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() query: RosterRowsQueryDto,
  ): Promise<RosterRowPageDto> {
    return this.rosters.rows(asking, id, query);
  }

  @Get("rosters/:id/failed-rows")
  @Access(
    "roster:read",
    "A workbook of the rows that were not taken over, in the user's own columns, with the reasons",
  )
  @ApiOkResponse({ content: { [XLSX]: { schema: {} } } })
  async failedRows(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() { language }: RosterWorkbookQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const { roster, rows } = await this.rosters.failed(asking, id);
    sendWorkbook(response, `failed-rows-${id.slice(0, 8)}`, await failedRowsWorkbook(roster, rows, language));
  }

  @Get("roster-template")
  @Access("roster:read", "An empty workbook with the headings, and what may be filled in")
  @ApiOkResponse({ content: { [XLSX]: { schema: {} } } })
  async template(@Query() { language }: RosterWorkbookQueryDto, @Res() response: Response): Promise<void> {
    sendWorkbook(response, "roster-template", await templateWorkbook(language));
  }

  @Post("rosters/:id/start")
  @HttpCode(200)
  @Access("roster:run", "Begins to take it over, or goes on after a stop")
  @ApiHeader(CSRF)
  @ApiOkResponse({ type: RosterDto })
  start(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() { casesPerSecond }: StartRosterDto,
  ): Promise<RosterDto> {
    return this.rosters.move(asking, id, "start", casesPerSecond);
  }

  @Post("rosters/:id/resume")
  @HttpCode(200)
  @Access("roster:run", "Goes on after a pause")
  @ApiHeader(CSRF)
  @ApiOkResponse({ type: RosterDto })
  resume(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Body() { casesPerSecond }: StartRosterDto,
  ): Promise<RosterDto> {
    return this.rosters.move(asking, id, "resume", casesPerSecond);
  }

  @Post("rosters/:id/pause")
  @HttpCode(200)
  @Access("roster:run", "Pauses it after the present page")
  @ApiHeader(CSRF)
  @ApiOkResponse({ type: RosterDto })
  pause(@Asking() asking: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<RosterDto> {
    return this.halt(asking, id, "pause");
  }

  @Post("rosters/:id/stop")
  @HttpCode(200)
  @Access("roster:run", "Stops it after the present page; what was taken over stays")
  @ApiHeader(CSRF)
  @ApiOkResponse({ type: RosterDto })
  stop(@Asking() asking: SignedIn, @Param("id", ParseUUIDPipe) id: string): Promise<RosterDto> {
    return this.halt(asking, id, "stop");
  }

  private halt(asking: SignedIn, id: string, move: RosterMove): Promise<RosterDto> {
    return this.rosters.move(asking, id, move, null);
  }
}

/** A header carries no Chinese, so the name comes percent-encoded; one that does not is no name. */
function nameIn(header: string | undefined): string | null {
  try {
    const name = decodeURIComponent(header ?? "")
      .replace(/[\p{Cc}\p{Surrogate}]/gu, "")
      .trim();
    return name === "" ? null : name.slice(0, MOST_NAME);
  } catch (failure) {
    if (failure instanceof URIError) return null;
    throw failure;
  }
}

function sendWorkbook(response: Response, name: string, workbook: Buffer): void {
  response
    .set({
      "content-type": XLSX,
      "content-disposition": `attachment; filename="${name}.xlsx"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    })
    .send(workbook);
}
