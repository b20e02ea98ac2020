import { CO_HELPER_END_REASONS, MEMBER_CHANGES } from "@jiedui/domain";
import { z } from "zod";
import { dayText, divisionCode, id, text } from "./base";
import { evidenceIds } from "./evidence";
import { householdMember } from "./register";

const note = text(2000).default("");

export const recordHouseholdChangeRequest = z.strictObject({
  change: z.enum(MEMBER_CHANGES),
  /** Who leaves or becomes the head; absent for a newcomer. */
  memberId: id.nullable().default(null),
  /** Who was born or married in; absent otherwise. */
  newcomer: householdMember.nullable().default(null),
  /** Who heads the household from then on, when its head leaves. */
  headId: id.nullable().default(null),
  happenedOn: dayText,
  note,
  evidenceIds,
});
export const splitHouseholdRequest = z.strictObject({
  /** Who forms the new household; the case stays with the others. */
  leavingIds: z
    .array(id)
    .min(1)
    .max(40)
    .refine((ids) => new Set(ids).size === ids.length, "must not name a member twice"),
  newHeadId: id,
  /** Who heads the part that keeps the case. */
  headId: id,
  happenedOn: dayText,
  /** Of the new household. */
  address: text(300).nullable().default(null),
  phone: text(40).nullable().default(null),
  note,
  evidenceIds,
});
export const moveHouseholdRequest = z.strictObject({
  toAreaCode: divisionCode,
  happenedOn: dayText,
  address: text(300).nullable().default(null),
  phone: text(40).nullable().default(null),
  note,
  evidenceIds,
});
/** That a household is paired its own opening tells; only why it need not be is said by somebody. */
export const settleNewHouseholdRequest = z.strictObject({
  subjectId: id,
  outcome: z.enum(["not-in-need", "moved-away"]),
  note,
});
export const addCoHelperRequest = z.strictObject({ helperId: id, happenedOn: dayText, note });
export const endCoHelperRequest = z.strictObject({
  helperId: id,
  reason: z.enum(CO_HELPER_END_REASONS),
  happenedOn: dayText,
  note,
});

/** What a pairing's page shows of its household and of those who help along. */
export const companyView = z.object({
  coHelpers: z.array(z.object({ id, name: z.string(), from: z.string(), until: z.string().nullable() })),
  /** Since when a successor is needed because the household has moved; null: none is. */
  movedSince: z.string().nullable(),
  splitOff: z.array(z.object({ subjectId: id, name: z.string(), since: z.string() })),
});

export const coverageQuery = z.strictObject({ area: divisionCode.optional() });
export const coverageView = z.object({
  households: z.number().int(),
  householdsWithoutHelper: z.number().int(),
  cadres: z.number().int(),
  cadresWithoutHousehold: z.number().int(),
});
