import type { NewMember } from "@jiedui/database";
import { birthdayOf, checkResidentId, sexOf } from "@jiedui/domain";
import type { householdMember } from "@jiedui/http-contracts";
import { ProblemError } from "@jiedui/platform";
import type { z } from "zod";

/** A number that fails its check is kept only with a reason; a good one gives birthday and sex. */
export function memberOf(member: z.output<typeof householdMember>, id: string, path: string): NewMember {
  const residentId =
    member.residentId === undefined || member.residentId === null || member.residentId === ""
      ? null
      : member.residentId.toUpperCase();
  const reason = member.residentIdUnverifiedReason ?? null;
  const finding = residentId === null ? "ok" : checkResidentId(residentId);
  if (finding !== "ok" && (reason === null || reason.trim() === ""))
    throw new ProblemError(400, "BAD_INPUT", {
      issues: [
        {
          path: `${path}.residentId`,
          problem: finding,
          detail: "resident id fails its check; say why it is to be kept",
        },
      ],
    });
  return {
    id,
    name: member.name,
    relation: member.relation,
    residentId,
    residentIdUnverifiedReason: finding === "ok" ? null : reason,
    birthday: residentId === null ? null : (birthdayOf(residentId) ?? null),
    joinedPartyOn: member.joinedPartyOn ?? null,
    sex: residentId === null || finding === "not-18-characters" ? null : sexOf(residentId),
  };
}
