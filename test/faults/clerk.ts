import { randomUUID } from "node:crypto";
import { closingOf } from "../support/county";
import type { Random } from "@jiedui/database";
import { addDays, dayAt } from "@jiedui/domain";
import { stableUuid } from "@jiedui/platform";
import type { Answer, Visitor } from "../support/http";
import { VILLAGE } from "../support/world";
import type { Sender } from "./sender";

export interface Person {
  readonly visitor: Visitor;
  readonly accountId: string;
}

/** One client: works on cases of its own, one life after another, and competes with the others for helpers. */
export class BusyClerk {
  readonly caseIds: string[] = [];
  readonly subjectNames: string[] = [];
  /** The newest event of each case that was told. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly me: Person,
    private readonly other: Person,
    private readonly sender: Sender,
    private readonly random: Random,
    private readonly helperIds: readonly string[],
  ) {}

  async workUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.oneLife(isOver);
  }

  private async oneLife(isOver: () => boolean): Promise<void> {
    const name = `户${randomUUID()}`;
    this.subjectNames.push(name);
    const subject = { name, kind: "poor-household", areaCode: VILLAGE, members: [] };
    const { body } = await this.sender.send(this.me, "/api/subjects", subject, randomUUID(), [201]);
    const caseId = await this.open(String(body["id"]));
    if (caseId === undefined) return;
    let visits: string[] = [];
    for (let step = this.random.between(3, 8); step > 0 && !isOver(); step -= 1)
      visits = await this.oneStep(caseId, visits);
    if (this.random.happens(0.4)) await this.handOver(caseId);
    if (this.random.happens(0.6)) await this.close(caseId);
  }

  /** Others compete for the same helper's last household. */
  private async open(subjectId: string): Promise<string | undefined> {
    const request = {
      programmeId: "visits-only",
      subjectId,
      leadHelperId: this.random.pick(this.helperIds),
      signedOn: dayAt(Date.now()),
    };
    const { status, body } = await this.sender.send(
      this.me,
      "/api/pairings",
      request,
      randomUUID(),
      [201, 409],
    );
    if (status !== 201) return undefined;
    this.caseIds.push(String(body["caseId"]));
    if (this.random.happens(0.2))
      await this.sender.send(this.me, "/api/pairings", request, randomUUID(), [409]);
    return String(body["caseId"]);
  }

  private async oneStep(caseId: string, visits: readonly string[]): Promise<string[]> {
    const last = visits[visits.length - 1];
    if (last !== undefined && this.random.happens(0.2)) {
      await this.move(caseId, "void-visit", {
        basedOnSeq: this.seen.get(caseId) ?? 1,
        visitId: last,
        reason: "entered-twice",
      });
      return visits.slice(0, -1);
    }
    if (this.random.happens(0.15)) {
      await this.move(caseId, "record-visit", visitOn(addDays(dayAt(Date.now()), 2)), 409);
      return [...visits];
    }
    const atOnce = this.random.happens(0.3) ? 3 : 1;
    const keys = Array.from({ length: atOnce }, () => randomUUID());
    const day = dayAt(Date.now());
    await Promise.all(keys.map((key) => this.move(caseId, "record-visit", visitOn(day), 200, key)));
    return [...visits, ...keys.map((key) => stableUuid("visit", caseId, this.me.accountId, key))];
  }

  /** To somebody who may be full, or be the lead already; accepted by another person, declined, or left open. */
  private async handOver(caseId: string): Promise<void> {
    const successorId = this.random.pick(this.helperIds);
    const proposal = { successorId, reason: "transferred", happenedOn: dayAt(Date.now()), note: "" };
    const path = `/api/pairings/${caseId}`;
    const answer = await this.sender.send(
      this.me,
      `${path}/propose-handover`,
      proposal,
      randomUUID(),
      [200, 409],
    );
    if (answer.status !== 200) return;
    const basedOnSeq = Number(answer.body["seq"]);
    this.seen.set(caseId, basedOnSeq);
    if (this.random.happens(0.2)) return;
    if (this.random.happens(0.3)) {
      await this.move(caseId, "decline-handover", { basedOnSeq, reason: "withdrawn", note: "" });
      return;
    }
    await this.sender.send(this.me, `${path}/accept-handover`, { basedOnSeq }, randomUUID(), [409]);
    await this.sender.send(this.other, `${path}/accept-handover`, { basedOnSeq }, randomUUID(), [200]);
  }

  private async close(caseId: string): Promise<void> {
    const asked = closingOf("moved-away", dayAt(Date.now()));
    const { body } = await this.move(caseId, "request-closing", asked);
    const basedOnSeq = Number(body["seq"]);
    const path = `/api/pairings/${caseId}/approve-closing`;
    await this.sender.send(this.me, path, { basedOnSeq }, randomUUID(), [409]);
    await this.sender.send(this.other, path, { basedOnSeq }, randomUUID(), [200]);
  }

  private async move(
    caseId: string,
    move: string,
    body: unknown,
    expected = 200,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const path = `/api/pairings/${caseId}/${move}`;
    const answer = await this.sender.send(this.me, path, body, key, [expected]);
    this.seen.set(caseId, Math.max(this.seen.get(caseId) ?? 1, Number(answer.body["seq"] ?? 1)));
    return answer;
  }
}

function visitOn(happenedOn: string) {
  return { happenedOn, occasion: "regular", formVersion: 1, form: { situation: "家中一切正常" } };
}
