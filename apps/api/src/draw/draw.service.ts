import { randomBytes } from "node:crypto";
import {
  DrawRepository,
  DrawView,
  ErrandRepository,
  ProgrammeView,
  withScope,
  type PageQuery,
} from "@jiedui/database";
import { drawSample, sampleSize } from "@jiedui/domain";
import type { drawAnswer, drawRequest } from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import { policyDocument } from "@jiedui/policies";
import { Injectable } from "@nestjs/common";
import { DataSource } from "typeorm";
import type { z } from "zod";
import type { SignedIn } from "../access/access.decorator";
import { areaOfLevel } from "../area/area-of-level";
import { ErrandService } from "../errand/errand.service";
import { refused } from "../http/refused";
import { RegisterCommands } from "../register/register-commands";

const SEED_BYTES = 16;
const ANSWER_WITHIN_MS = 8_000;

/** The county's draw of cases for an unannounced check: seed, group and rule are kept, so that anybody may draw again. */
@Injectable()
export class DrawService {
  private readonly draws = new DrawRepository();
  private readonly view = new DrawView();
  private readonly errandRows = new ErrandRepository();
  private readonly programmes = new ProgrammeView();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: RegisterCommands,
    private readonly errands: ErrandService,
  ) {}

  find({ scope }: SignedIn, query: PageQuery & { readonly area?: string | undefined }) {
    return withScope(this.dataSource, scope, (manager) => this.view.find(manager, query));
  }

  standing({ scope }: SignedIn, area: string) {
    return withScope(this.dataSource, scope, async (manager) => ({
      items: (await this.view.standing(manager, area)).map((group) => ({
        ...group,
        toDraw: sampleSize(group.cases.length, group.rule),
      })),
    }));
  }

  async get({ scope }: SignedIn, id: string) {
    const draw = await withScope(this.dataSource, scope, (manager) => this.view.get(manager, id));
    if (draw === undefined) throw new ProblemError(404, "NOT_FOUND", { what: "draw" });
    const { cases, seed, rule } = draw;
    const again = new Set(
      drawSample(
        cases.map(({ caseId }) => caseId),
        seed,
        rule,
      ),
    );
    return { ...draw, isReproduced: cases.every(({ caseId, drawn }) => drawn === again.has(caseId)) };
  }

  /** Group and seed are fixed in the transaction that draws: nobody can look for a seed that suits. */
  async draw(
    { asking, key }: { readonly asking: SignedIn; readonly key: string },
    request: z.output<typeof drawRequest>,
  ): Promise<z.output<typeof drawAnswer>> {
    const { areaCode, programmeId, policyVersion } = request;
    areaOfLevel(areaCode, ["county"]);
    const { id } = await this.commands.once(asking, key, ["draw", request], async (manager) => {
      const document = await this.programmes.document(manager, programmeId, policyVersion);
      if (document === undefined) throw refused({ code: "PROGRAMME_NOT_FOUND", programmeId });
      const rule = policyDocument.parse(document).liftOut?.sample;
      if (rule === undefined) throw refused({ code: "LIFT_OUT_NOT_IN_PROGRAMME", programmeId });
      const group = await this.draws.standing(manager, request);
      if (group.length === 0) throw refused({ code: "NOBODY_TO_DRAW", areaCode });
      const seed = randomBytes(SEED_BYTES).toString("hex");
      const drawn = new Set(drawSample(group, seed, rule));
      const cases = group.map((caseId) => ({ caseId, drawn: drawn.has(caseId) }));
      const drawId = stableUuid("lift-out-draw", asking.accountId, key);
      const { accountId } = asking;
      await this.draws.insert(manager, { ...request, id: drawId, rule, seed, drawnBy: accountId, cases });
      await this.errandRows.insert(
        manager,
        { kind: "draw", documentId: drawId, round: 1, move: "drawForCheck", accountId, areaCode },
        cases.map(({ caseId, drawn: isDrawn }) => ({ caseId, request: { drawId, drawn: isDrawn } })),
      );
      return { id: drawId };
    });
    return { id, asking: await this.errands.carryOutUntil(id, Date.now() + ANSWER_WITHIN_MS) };
  }
}
