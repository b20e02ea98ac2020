import { randomUUID } from "node:crypto";
import type { ClosingReason, Day } from "@jiedui/domain";
import type { Visitor } from "./http";
import { COUNTY, OTHER_COUNTY, OTHER_TOWN, VILLAGE, type TestWorld } from "./world";

let counter = 0;
/** Names in Chinese that no two tests share. */
function nameOf(what: string): string {
  counter += 1;
  return `${what}${randomUUID().slice(0, 6)}${counter}`;
}

export async function newUnit(clerk: Visitor, areaCode = COUNTY): Promise<string> {
  return created(
    await clerk.post("/api/organisations", { name: nameOf("单位"), kind: "party-or-government", areaCode }),
  );
}

export async function newHelper(
  clerk: Visitor,
  more: { unitId?: string; rank?: string; areaCode?: string; name?: string } = {},
): Promise<{ id: string; unitId: string }> {
  const unitId = more.unitId ?? (await newUnit(clerk, more.areaCode));
  const id = created(
    await clerk.post("/api/helpers", {
      name: more.name ?? nameOf("张"),
      rank: more.rank ?? "section",
      unitId,
      areaCode: more.areaCode ?? COUNTY,
    }),
  );
  return { id, unitId };
}

export async function newHousehold(
  clerk: Visitor,
  more: { areaCode?: string; kind?: string; name?: string; members?: readonly object[] } = {},
): Promise<string> {
  return created(
    await clerk.post("/api/subjects", {
      name: more.name ?? nameOf("李"),
      kind: more.kind ?? "poor-household",
      areaCode: more.areaCode ?? VILLAGE,
      members: more.members ?? [],
    }),
  );
}

export interface OpenedPairing {
  readonly caseId: string;
  readonly subjectId: string;
  readonly helper: { readonly id: string; readonly unitId: string };
}

/** A pairing signed today, with a new household and, unless one is given, a new helper. */
export async function openPairing(
  world: TestWorld,
  more: {
    clerk?: Visitor;
    helper?: { id: string; unitId: string };
    coHelperIds?: readonly string[];
    programmeId?: string;
    subjectId?: string;
    key?: string;
  } = {},
): Promise<OpenedPairing> {
  const clerk = more.clerk ?? (await world.clerk());
  const helper = more.helper ?? (await newHelper(clerk));
  const subjectId = more.subjectId ?? (await newHousehold(clerk));
  const answer = await clerk.post<{ caseId: string }>(
    "/api/pairings",
    {
      programmeId: more.programmeId ?? "visits-only",
      subjectId,
      leadHelperId: helper.id,
      coHelperIds: more.coHelperIds ?? [],
      signedOn: await world.today(),
    },
    more.key,
  );
  if (answer.status !== 201) throw new Error(`the pairing was not opened: ${JSON.stringify(answer.body)}`);
  return { caseId: answer.body.caseId, subjectId, helper };
}

/** A pairing of the made-up programme in a county that nobody of these tests works in. */
export async function openPairingElsewhere(
  administrator: Visitor,
  signedOn: string,
): Promise<{ caseId: string; subjectId: string; helperId: string }> {
  const { id: helperId } = await newHelper(administrator, { areaCode: OTHER_COUNTY });
  const subjectId = await newHousehold(administrator, { areaCode: OTHER_TOWN });
  const request = { programmeId: "example", subjectId, leadHelperId: helperId, signedOn };
  const { status, body } = await administrator.post("/api/pairings", request);
  if (status !== 201) throw new Error(`the pairing was not opened: ${JSON.stringify(body)}`);
  return { caseId: String(body["caseId"]), subjectId, helperId };
}

/** A closing with all that its kind asks for, unless the policy asks for more. */
export function closingOf(reason: ClosingReason, happenedOn: Day) {
  const proofs = {
    died: { proof: "death-certificate" },
    "moved-away": { proof: "register-moved", movedTo: OTHER_TOWN },
    "found-ineligible": { proof: "investigation-report" },
    "opened-by-mistake": {},
  } as const satisfies Record<ClosingReason, object>;
  return { reason, happenedOn, ...proofs[reason] };
}

export async function recordVisit(
  who: Visitor,
  caseId: string,
  happenedOn: string,
  key?: string,
): Promise<number> {
  const answer = await who.post(
    `/api/pairings/${caseId}/record-visit`,
    { happenedOn, form: { situation: "家中一切正常" } },
    key,
  );
  return answer.status;
}

function created(answer: { status: number; body: Record<string, unknown> }): string {
  if (answer.status !== 201) throw new Error(`not created: ${JSON.stringify(answer.body)}`);
  return String(answer.body["id"]);
}
