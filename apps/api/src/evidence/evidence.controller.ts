import { EVIDENCE_LIMITS, type EvidenceKind } from "@jiedui/domain";
import { evidenceBrought, evidenceLookView, evidenceLooksQuery, pageOf } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from "@nestjs/common";
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from "@nestjs/swagger";
import type { Request, Response } from "express";
import { createZodDto } from "nestjs-zod";
import { Access, Asking, type SignedIn } from "../access/access.decorator";
import { readBody } from "../http/read-body";
import { EvidenceService } from "./evidence.service";

class EvidenceBroughtDto extends createZodDto(evidenceBrought) {}
class EvidenceLooksQueryDto extends createZodDto(evidenceLooksQuery) {}
class EvidenceLooksDto extends createZodDto(pageOf(evidenceLookView)) {}

const MEDIA_TYPE_OF: Readonly<Record<EvidenceKind, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  pdf: "application/pdf",
};
const FILE = { schema: { type: "string", format: "binary" } } as const;
const FILES = Object.fromEntries(Object.values(MEDIA_TYPE_OF).map((type) => [type, FILE]));
/** Whatever a document may hold, it runs nothing and asks for nothing. */
const HARMLESS = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

@ApiTags("evidence")
@Controller("api")
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  /** Sends one file's bytes; the same file again, before a move has taken it, is answered alike. */
  @Post("pairings/:id/evidence")
  @Access("evidence:bring", "Sends a photograph or scan, which a move of this pairing may then bring along")
  @ApiHeader({ name: "X-CSRF-Token", required: true, schema: { type: "string" } })
  @ApiConsumes(...Object.values(MEDIA_TYPE_OF), "application/octet-stream")
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: EvidenceBroughtDto })
  bring(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) caseId: string,
    @Req() request: Request,
  ): Promise<EvidenceBroughtDto> {
    return this.evidence.bring(asking, caseId, () => {
      if (request.body !== undefined)
        throw new ProblemError(415, "FILE_NOT_ALLOWED", { allowed: Object.keys(MEDIA_TYPE_OF) });
      return readBody(request, EVIDENCE_LIMITS.mostBytes);
    });
  }

  /** The file itself; that the account has looked at it is noted. */
  @Get("evidence/:id")
  @Access("evidence:look", "A photograph or scan; that the account has looked at it is noted")
  @ApiOkResponse({ content: FILES })
  async look(
    @Asking() asking: SignedIn,
    @Param("id", ParseUUIDPipe) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { kind, bytes } = await this.evidence.look(asking, id);
    const disposition = kind === "pdf" ? "attachment" : "inline";
    response
      .set({
        "content-type": MEDIA_TYPE_OF[kind],
        "content-disposition": `${disposition}; filename="evidence-${id.slice(0, 8)}.${kind}"`,
        "cache-control": "private, no-store",
        "content-security-policy": HARMLESS,
        "x-content-type-options": "nosniff",
      })
      .send(Buffer.from(bytes));
  }

  @Get("evidence-looks")
  @Access("evidence:audit", "Who has looked at which photograph or scan, and when; newest first")
  @ApiOkResponse({ type: EvidenceLooksDto })
  looks(@Asking() asking: SignedIn, @Query() query: EvidenceLooksQueryDto): Promise<EvidenceLooksDto> {
    return this.evidence.looks(asking, query);
  }
}
