import {
  engineBalance,
  engineHistory,
  engineHistoryQuery,
  engineStatus,
  parkedCases,
} from "@jiedui/http-contracts";
import { Controller, Get, Header, Param, ParseUUIDPipe, Query } from "@nestjs/common";
import { ApiOkResponse, ApiTags } from "@nestjs/swagger";
import { workflowIdOf } from "@jiedui/workflow-contracts";
import { createZodDto } from "nestjs-zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { PairingReadsService } from "../pairing/pairing-reads.service";
import { CaseHistory } from "./case-history";
import { EngineRoom } from "./engine-room";

class EngineStatusDto extends createZodDto(engineStatus) {}
class EngineBalanceDto extends createZodDto(engineBalance) {}
class ParkedCasesDto extends createZodDto(parkedCases) {}
class EngineHistoryDto extends createZodDto(engineHistory) {}
class EngineHistoryQueryDto extends createZodDto(engineHistoryQuery) {}

/** The engine room: ids, times and codes; nothing personal. */
@ApiTags("engine")
@Controller("api")
export class EngineController {
  constructor(
    private readonly room: EngineRoom,
    private readonly histories: CaseHistory,
    private readonly pairings: PairingReadsService,
  ) {}

  /** Workers, queues and their lag, the oldest run, the outbox. */
  @Get("engine")
  @Access("engine:read", "Workers, queues and their lag, the oldest run, the outbox")
  @ApiOkResponse({ type: EngineStatusDto })
  status(): Promise<EngineStatusDto> {
    return this.room.status();
  }

  /** Open obligations − armed timers, which must be 0. */
  @Get("engine/balance")
  @Access("engine:read", "Open obligations − armed timers, which must be 0")
  @ApiOkResponse({ type: EngineBalanceDto })
  balance(): Promise<EngineBalanceDto> {
    return this.room.balance();
  }

  /** Cases that a bug has parked, with the decoded failure. */
  @Get("engine/parked")
  @Access("engine:read", "Cases that a bug has parked, with the decoded failure")
  @ApiOkResponse({ type: ParkedCasesDto })
  parked(): Promise<ParkedCasesDto> {
    return this.room.parked();
  }

  /** A case's raw history, for whoever keeps the engine: without looking at the case itself. */
  @Get("engine/pairings/:id/history")
  @Access(
    "engine:read",
    "A case's raw history, for whoever keeps the engine: without looking at the case itself",
  )
  @ApiOkResponse({ type: EngineHistoryDto })
  async history(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() { runId }: EngineHistoryQueryDto,
  ): Promise<EngineHistoryDto> {
    const keepsDraw = await this.pairings.isDrawKeptFrom(asking, id);
    return this.histories.of(workflowIdOf("pairing", id), runId, keepsDraw);
  }

  /** The same as JSON, as a replay reads it. */
  @Get("engine/pairings/:id/history.json")
  @Access("engine:read", "The same as JSON, as a replay reads it")
  @Header("content-type", "application/json")
  @ApiOkResponse({ schema: { type: "object", additionalProperties: true } })
  async exported(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() { runId }: EngineHistoryQueryDto,
  ): Promise<string> {
    const keepsDraw = await this.pairings.isDrawKeptFrom(asking, id);
    return this.histories.exported(workflowIdOf("pairing", id), runId, keepsDraw);
  }

  /** The raw history of a case that the asking account may see. */
  @Get("pairings/:id/engine-history")
  @Access("engine:read-case", "The raw history of a case that the asking account may see")
  @ApiOkResponse({ type: EngineHistoryDto })
  async ofPairing(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Query() { runId }: EngineHistoryQueryDto,
  ): Promise<EngineHistoryDto> {
    if (asking.role !== "engineer") await this.pairings.get(asking, id, undefined);
    const keepsDraw = await this.pairings.isDrawKeptFrom(asking, id);
    return this.histories.of(workflowIdOf("pairing", id), runId, keepsDraw);
  }
}
