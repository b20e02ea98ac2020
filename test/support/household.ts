import type { Day } from "@jiedui/domain";
import { newHousehold, openPairing, type OpenedPairing } from "./county";
import type { Visitor } from "./http";
import type { TestWorld } from "./world";

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly birthday: string | null;
}
type Household = {
  name: string;
  areaCode: string;
  members: Member[];
  formerMembers: { name: string; leftBy: string; leftOn: string }[];
  changes: {
    change: string;
    happenedOn: string;
    names: string[];
    newHeadName: string | null;
    newSubjectId: string | null;
  }[];
  openPairings: number;
};
type Seen = {
  areaCode: string;
  seq: number;
  leadHelper: { id: string };
  company: { movedSince: string | null; splitOff: { subjectId: string; name: string }[] };
  obligations: { key: string; kind: string; seat: string; holders: string[]; dueOn: Day; rung: number }[];
};

/** A couple with two children, paired in the programme in which a life is whole. */
export async function pairedFamily(world: TestWorld): Promise<OpenedPairing> {
  const subjectId = await newHousehold(await world.clerk(), {
    name: "赵父",
    members: [
      { name: "赵父", relation: "head" },
      { name: "钱母", relation: "spouse" },
      { name: "赵子", relation: "child" },
      { name: "赵女", relation: "child" },
    ],
  });
  return openPairing(world, { programmeId: "whole-life", subjectId });
}

export async function householdSeen(who: Visitor, subjectId: string): Promise<Household> {
  const { status, body } = await who.get<Household>(`/api/subjects/${subjectId}`);
  expect(status).toBe(200);
  return body;
}

export async function caseSeen(who: Visitor, caseId: string): Promise<Seen> {
  const { status, body } = await who.get<Seen>(`/api/pairings/${caseId}`);
  expect(status).toBe(200);
  return body;
}

export function memberOf({ members }: { readonly members: readonly Member[] }, name: string): Member {
  const found = members.find((member) => member.name === name);
  if (found === undefined) throw new Error("nobody of that name lives there");
  return found;
}

export function kindsOf({ obligations }: Pick<Seen, "obligations">): string[] {
  return obligations.map(({ kind }) => kind);
}

/** A village of a township, another than the given one. */
export async function villageOf(who: Visitor, town: string, not = ""): Promise<string> {
  const { body } = await who.get<{ items: { code: string }[] }>(`/api/areas?parent=${town}`);
  const village = body.items.find(({ code }) => code !== not);
  if (village === undefined) throw new Error(`no other village in ${town}`);
  return village.code;
}
