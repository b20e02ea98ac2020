import { createHash, randomUUID } from "node:crypto";
import { EvidenceRepository, EvidenceView, withScope } from "@jiedui/database";
import {
  EVIDENCE_KINDS,
  EVIDENCE_LIMITS,
  readEvidence,
  type EvidenceFault,
  type EvidenceKind,
} from "@jiedui/domain";
import type { EvidenceStore } from "@jiedui/integrations";
import type { evidenceBrought, evidenceLooksQuery } from "@jiedui/http-contracts";
import { ProblemError, hashOf } from "@jiedui/platform";
import type { DataSource } from "typeorm";
import type { z } from "zod";
import type { SignedIn } from "../access/access.decorator";

export interface EvidenceFile {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly bytes: Uint8Array;
}

/** Photographs and scans: stored before the command that brings them, looked at under the reader's scope, each look noted. */
export class EvidenceService {
  private readonly repository = new EvidenceRepository();
  private readonly view = new EvidenceView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EvidenceStore,
  ) {}

  /**
   * @param read reads the body, once it is certain that the pairing is there for the sender
   * @throws ProblemError 404, 413 or 415
   */
  async bring(
    { accountId, scope }: SignedIn,
    caseId: string,
    read: () => Promise<Uint8Array>,
  ): Promise<z.output<typeof evidenceBrought>> {
    const areaCode = await withScope(this.dataSource, scope, async (manager) => {
      const [pairing] = await manager.query<{ areaCode: string }[]>(
        `select area_code as "areaCode" from pairing where case_id = $1 and known_to is null`,
        [caseId],
      );
      if (pairing === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "pairing" });
      return pairing.areaCode;
    });
    const evidence = readEvidence(await read());
    if (typeof evidence === "string") throw unusable(evidence);
    const { kind, bytes, width, height, takenAtMs, place } = evidence;
    const takenAt = takenAtMs === null ? null : new Date(takenAtMs).toISOString();
    const body = { kind, bytes: bytes.length, width, height, takenAt, place };
    const hash = createHash("sha256").update(bytes).digest("hex");
    const id = await withScope(this.dataSource, scope, (manager) =>
      this.repository.insertPending(
        manager,
        {
          id: randomUUID(),
          caseId,
          ownerAccountId: accountId,
          areaCode,
          hash,
          kind,
          bytes: bytes.length,
          body,
          bodyHash: hashOf({ ...body, hash }),
        },
        () => this.store.put(hash, bytes),
      ),
    );
    return { id, ...body };
  }

  /**
   * The look is noted before anything is shown.
   * @throws ProblemError 404 when it is not there for the reader
   */
  async look({ accountId, scope }: SignedIn, id: string): Promise<EvidenceFile> {
    const seen = await withScope(this.dataSource, scope, (manager) =>
      this.repository.look(manager, id, accountId),
    );
    if (seen === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "evidence" });
    const kind = EVIDENCE_KINDS.find((each) => each === seen.kind);
    const bytes = await this.store.get(seen.hash);
    if (kind === undefined || bytes === undefined)
      throw new Error(`the file of evidence ${id} is not in the store`);
    return { id, kind, bytes };
  }

  looks({ scope }: SignedIn, query: z.output<typeof evidenceLooksQuery>) {
    return withScope(this.dataSource, scope, (manager) => this.view.looks(manager, query));
  }
}

function unusable(fault: EvidenceFault): ProblemError {
  if (fault === "not-of-kind") return new ProblemError(415, "FILE_NOT_ALLOWED", { allowed: EVIDENCE_KINDS });
  if (fault === "too-many-pixels")
    return new ProblemError(413, "FILE_TOO_LARGE", { limitPixels: EVIDENCE_LIMITS.mostPixels });
  return new ProblemError(415, "FILE_DAMAGED");
}
