import { HouseholdView, soundOf, type NewMember, type PersonOfHousehold } from "@jiedui/database";
import {
  moveHouseholdRequest,
  recordHouseholdChangeRequest,
  settleNewHouseholdRequest,
  splitHouseholdRequest,
} from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import type { z } from "zod";
import { memberOf } from "../register/member-of";
import { moveRoute } from "./move-route";

const view = new HouseholdView();
const noteOf = (note: string) => ({ purpose: "household-note", body: { note } });
const told = (members: readonly PersonOfHousehold[]) => members.map(({ id, relation }) => ({ id, relation }));

export const HOUSEHOLD_MOVES = {
  recordHouseholdChange: moveRoute("recordHouseholdChange", {
    request: recordHouseholdChangeRequest,
    permission: "pairing:change-household",
    summary: "Records a birth, death, marriage or a new head, with its day; the register follows",
    async prepare(request, { asking: { accountId }, key, pairing: { caseId }, manager }) {
      const { change, headId, happenedOn, note } = request;
      const members = await view.members(manager, caseId);
      const newcomer = newcomerOf(request, stableUuid("member", caseId, accountId, key));
      const memberId = newcomer?.id ?? request.memberId;
      if (memberId === null) throw missing("memberId");
      const named = [...members, ...(newcomer === null ? [] : [newcomer])];
      return {
        payload: {
          change,
          memberId,
          relation: request.newcomer?.relation ?? null,
          headId,
          happenedOn,
          household: told(members),
        },
        content: noteOf(note),
        register: { newcomer, sounds: soundsOf(named, [memberId, headId]) },
      };
    },
  }),
  splitHousehold: moveRoute("splitHousehold", {
    request: splitHouseholdRequest,
    permission: "pairing:change-household",
    summary: "Some members form a household of their own; the case stays with the others",
    async prepare(request, { asking: { accountId }, key, pairing: { caseId }, manager }) {
      const { leavingIds, newHeadId, headId, happenedOn, address, phone, note } = request;
      const members = await view.members(manager, caseId);
      const newSubjectId = stableUuid("split-household", caseId, accountId, key);
      return {
        payload: { leavingIds, newHeadId, headId, newSubjectId, happenedOn, household: told(members) },
        content: noteOf(note),
        register: { address, phone, sounds: soundsOf(members, [newHeadId, headId]) },
      };
    },
  }),
  moveHousehold: moveRoute("moveHousehold", {
    request: moveHouseholdRequest,
    permission: "pairing:change-household",
    summary: "The household lives elsewhere from that day on; beyond its township a successor is needed",
    async prepare({ toAreaCode, happenedOn, address, phone, note }, { pairing: { caseId }, manager }) {
      const [area] = await manager.query<unknown[]>("select 1 from area where code = $1", [toAreaCode]);
      if (area === undefined)
        throw new ProblemError(404, "NOT_FOUND", { what: "area", areaCode: toAreaCode });
      const alsoCaseIds = await view.otherPairings(manager, caseId);
      return {
        payload: { toAreaCode, happenedOn, alsoCaseIds },
        content: noteOf(note),
        register: { address, phone },
      };
    },
  }),
  settleNewHousehold: moveRoute("settleNewHousehold", {
    request: settleNewHouseholdRequest,
    permission: "pairing:settle-new-household",
    summary: "Says why a household that has split off need not be paired",
    prepare: ({ subjectId, outcome, note }) => ({ payload: { subjectId, outcome }, content: noteOf(note) }),
  }),
};

/** A child's birthday is the day of its birth, where no number says so. */
function newcomerOf(
  { change, newcomer, happenedOn }: z.output<typeof recordHouseholdChangeRequest>,
  id: string,
): NewMember | null {
  if (change !== "born" && change !== "married-in") return null;
  if (newcomer === null) throw missing("newcomer");
  const member = memberOf(newcomer, id, "newcomer");
  return change === "born" ? { ...member, birthday: member.birthday ?? happenedOn } : member;
}

/** How the names of those are found from a keyboard, whose name a household may bear. */
function soundsOf(
  members: readonly { readonly id: string; readonly name: string }[],
  ids: readonly (string | null)[],
): Record<string, { pinyin: string; initials: string }> {
  const heads = members.filter(({ id }) => ids.includes(id));
  return Object.fromEntries(heads.map(({ id, name }) => [id, soundOf(name)]));
}

function missing(path: string): ProblemError {
  return new ProblemError(400, "BAD_INPUT", {
    issues: [{ path, problem: "invalid_type", detail: "must be given for this change" }],
  });
}
