import {
  monthAddress,
  monthEndExportItem,
  monthEndExportQuery,
  monthEndExportsQuery,
  monthEndQuery,
  monthEndRow,
  monthEndRowsQuery,
  monthEndUnitsView,
  monthEndView,
  monthListAddress,
  pageOf,
} from "@jiedui/http-contracts";
import { Controller, Get, Param, Query, Res } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import type { Response } from "express";
import { createZodDto } from "nestjs-zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { MonthEndService } from "./month-end.service";

class MonthAddressDto extends createZodDto(monthAddress) {}
class MonthListAddressDto extends createZodDto(monthListAddress) {}
class MonthEndQueryDto extends createZodDto(monthEndQuery) {}
class MonthEndRowsQueryDto extends createZodDto(monthEndRowsQuery) {}
class MonthEndExportQueryDto extends createZodDto(monthEndExportQuery) {}
class MonthEndExportsQueryDto extends createZodDto(monthEndExportsQuery) {}
class MonthEndDto extends createZodDto(monthEndView) {}
class MonthEndUnitsDto extends createZodDto(monthEndUnitsView) {}
class MonthEndRowsDto extends createZodDto(pageOf(monthEndRow)) {}
class MonthEndExportsDto extends createZodDto(pageOf(monthEndExportItem)) {}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Ready lists of a month, as known at a moment; the same moment gives the same lists again. */
@ApiTags("month-ends")
@Controller("api")
export class MonthEndController {
  constructor(private readonly monthEnds: MonthEndService) {}

  @Get("month-ends/:month")
  @Access("month-end:read", "Each list of a month in numbers, with the difference to the month before")
  @ApiOkResponse({ type: MonthEndDto })
  summary(
    @Asking() asking: SignedIn,
    @Param() { month }: MonthAddressDto,
    @Query() query: MonthEndQueryDto,
  ): Promise<MonthEndDto> {
    return this.monthEnds.summary(asking, month, query);
  }

  @Get("month-ends/:month/units")
  @Access("month-end:read", "Visits made and missed, by the unit that answered for them; most missed first")
  @ApiOkResponse({ type: MonthEndUnitsDto })
  units(
    @Asking() asking: SignedIn,
    @Param() { month }: MonthAddressDto,
    @Query() query: MonthEndQueryDto,
  ): Promise<MonthEndUnitsDto> {
    return this.monthEnds.units(asking, month, query);
  }

  @Get("month-ends/:month/lists/:list")
  @Access("month-end:read", "The rows of a list, by area and day; or only what came or went since last month")
  @ApiOkResponse({ type: MonthEndRowsDto })
  rows(
    @Asking() asking: SignedIn,
    @Param() { month, list }: MonthListAddressDto,
    @Query() query: MonthEndRowsQueryDto,
  ): Promise<MonthEndRowsDto> {
    return this.monthEnds.rows(asking, month, list, query);
  }

  /** One list, or all with a sheet each; that the account has taken it is noted. */
  @Get("month-ends/:month/workbook")
  @Access("month-end:export", "One list or all as a workbook; that the account has taken it is noted")
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: "string", format: "binary" } } } })
  async workbook(
    @Asking() asking: SignedIn,
    @Param() { month }: MonthAddressDto,
    @Query() { list, ...query }: MonthEndExportQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const bytes = await this.monthEnds.workbook(asking, month, list, query);
    const name = list === undefined ? `month-end-${month}` : `month-end-${month}-${list}`;
    response
      .set({
        "content-type": XLSX,
        "content-disposition": `attachment; filename="${name}.xlsx"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      })
      .send(Buffer.from(bytes));
  }

  @Get("month-end-exports")
  @Access("month-end:audit", "Who has taken which lists as a workbook, and when; newest first")
  @ApiOkResponse({ type: MonthEndExportsDto })
  exportsMade(
    @Asking() asking: SignedIn,
    @Query() query: MonthEndExportsQueryDto,
  ): Promise<MonthEndExportsDto> {
    return this.monthEnds.exportsMade(asking, query);
  }
}
