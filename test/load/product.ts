import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import {
  HelperRepository,
  OrganisationRepository,
  Random,
  SubjectRepository,
  madeUpPerson,
} from "@jiedui/database";
import { dayAt } from "@jiedui/domain";
import type { Visitor } from "../support/http";
import type { ProcessWorld } from "../support/process-world";
import { COUNTY } from "../support/world";

const HOUSEHOLDS_A_HELPER = 5;

/** The product as a client sees it: commands by HTTP, on connections that stay open. */
export class Product {
  readonly cases: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly unpaired: { subjectId: string; helperId: string }[] = [];
  private readonly random = new Random(1);

  private constructor(
    private readonly world: ProcessWorld,
    private readonly clerk: Visitor,
  ) {}

  static async begin(world: ProcessWorld): Promise<Product> {
    return new Product(world, await world.as("county-office"));
  }

  /** Households in all of the county's villages, and helpers enough for them, straight into the register. */
  async prepare(households: number): Promise<void> {
    const [organisations, helpers, subjects] = [
      new OrganisationRepository(),
      new HelperRepository(),
      new SubjectRepository(),
    ];
    const villages = await this.world.owner.query<{ code: string }[]>(
      "select code from area where level = 'village' and starts_with(code, left($1, 6))",
      [COUNTY],
    );
    await this.world.owner.transaction(async (manager) => {
      const unitId = randomUUID();
      await organisations.create(manager, {
        id: unitId,
        name: `县直单位${unitId}`,
        kind: "party-or-government",
        areaCode: COUNTY,
      });
      let helperId = "";
      for (let number = 0; number < households; number += 1) {
        if (number % HOUSEHOLDS_A_HELPER === 0) {
          helperId = randomUUID();
          await helpers.create(manager, {
            id: helperId,
            name: `干部${number}`,
            rank: "section",
            unitId,
            areaCode: COUNTY,
            phone: null,
          });
        }
        const subjectId = randomUUID();
        await subjects.create(manager, {
          id: subjectId,
          kind: "poor-household",
          name: madeUpPerson(this.random).name,
          areaCode: this.random.pick(villages).code,
          address: null,
          phone: null,
          members: [],
        });
        this.unpaired.push({ subjectId, helperId });
      }
    });
  }

  async open(): Promise<void> {
    const next = this.unpaired.pop();
    if (next === undefined) throw new Error("more households must be prepared");
    const { caseId } = await this.send("/api/pairings", 201, {
      programmeId: "baokang",
      subjectId: next.subjectId,
      leadHelperId: next.helperId,
      signedOn: dayAt(Date.now()),
    });
    this.cases.push(String(caseId));
  }

  async visit(caseId: string): Promise<void> {
    await this.send(`/api/pairings/${caseId}/record-visit`, 200, {
      happenedOn: dayAt(Date.now()),
      form: { situation: "家中一切正常" },
    });
  }

  end(): void {
    this.agent.destroy();
  }

  private async send(path: string, expected: number, body: unknown): Promise<Record<string, unknown>> {
    const { status, text } = await this.exchange(path, JSON.stringify(body));
    if (status !== expected) throw new Error(`${path} was answered ${status}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  private exchange(path: string, body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.world.baseUrl}${path}`,
        {
          method: "POST",
          agent: this.agent,
          headers: {
            ...this.clerk.credentials,
            "idempotency-key": randomUUID(),
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          },
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
          );
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  }
}
