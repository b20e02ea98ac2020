import {
  AREA_LEVELS,
  HOUSEHOLD_CHANGES,
  LEAVING_CHANGES,
  ORGANISATION_KINDS,
  RANKS,
  RELATIONS,
  SEXES,
  SUBJECT_KINDS,
} from "@jiedui/domain";
import { z } from "zod";
import { dayText, divisionCode, id, pageQuery, requiredText, text } from "./base";

export const areaView = z.object({
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  level: z.enum(AREA_LEVELS),
  parentCode: z.string().nullable(),
});
export const areasQuery = z.strictObject({
  parent: divisionCode.optional(),
  search: text(100).optional(),
  ...pageQuery,
});

export const programmeView = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  version: z.number().int(),
  /** The policy's document as it is in force. */
  policy: z.record(z.string(), z.unknown()),
});

export const createOrganisationRequest = z.strictObject({
  name: requiredText(200),
  kind: z.enum(ORGANISATION_KINDS),
  areaCode: divisionCode,
});
export const organisationView = z.object({
  id,
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  areaCode: z.string(),
  areaName: z.string(),
});
export const organisationsQuery = z.strictObject({
  area: divisionCode.optional(),
  search: text(100).optional(),
  ...pageQuery,
});

export const createHelperRequest = z.strictObject({
  name: requiredText(100),
  rank: z.enum(RANKS),
  unitId: id,
  areaCode: divisionCode,
  phone: text(40).nullable().optional(),
});
export const retireHelperRequest = z.strictObject({ retiredOn: dayText });
export const helperView = z.object({
  id,
  name: z.string(),
  rank: z.enum(RANKS),
  unitId: id,
  unitName: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  retiredOn: z.string().nullable(),
  openPairings: z.number().int(),
});
export const helpersQuery = z.strictObject({
  area: divisionCode.optional(),
  unit: id.optional(),
  /** Only the second gap of full coverage: cadres in service who hold no household. */
  uncovered: z.literal("true").optional(),
  search: text(100).optional(),
  ...pageQuery,
});

export const householdMember = z.strictObject({
  name: requiredText(100),
  relation: z.enum(RELATIONS),
  residentId: text(18).nullable().optional(),
  /** Why a number that fails its check is kept all the same. */
  residentIdUnverifiedReason: text(200).nullable().optional(),
  /** Since when a member of the party. */
  joinedPartyOn: dayText.nullable().optional(),
});
export const createSubjectRequest = z.strictObject({
  kind: z.enum(SUBJECT_KINDS),
  name: requiredText(100),
  areaCode: divisionCode,
  address: text(300).nullable().optional(),
  phone: text(40).nullable().optional(),
  members: z.array(householdMember).max(40).default([]),
});
export const subjectListItem = z.object({
  id,
  kind: z.enum(SUBJECT_KINDS),
  name: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  openPairings: z.number().int(),
});
export const subjectView = subjectListItem.extend({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  members: z.array(
    z.object({
      id,
      name: z.string(),
      relation: z.string(),
      /** Masked but for its first six and last two characters. */
      residentIdMasked: z.string().nullable(),
      birthday: z.string().nullable(),
      sex: z.enum(SEXES).nullable(),
      joinedPartyOn: z.string().nullable(),
    }),
  ),
  formerMembers: z.array(
    z.object({ id, name: z.string(), leftOn: z.string(), leftBy: z.enum(LEAVING_CHANGES) }),
  ),
  /** What changed in the household, newest first; a split is told of both households. */
  changes: z.array(
    z.object({
      caseId: id,
      seq: z.number().int(),
      change: z.enum(HOUSEHOLD_CHANGES),
      happenedOn: z.string(),
      /** Of those whom it is about. */
      names: z.array(z.string()),
      /** Who heads the household since, where that is somebody else. */
      newHeadName: z.string().nullable(),
      subjectId: id,
      newSubjectId: id.nullable(),
      fromAreaName: z.string().nullable(),
      toAreaName: z.string().nullable(),
    }),
  ),
});
export const subjectsQuery = z.strictObject({
  area: divisionCode.optional(),
  kind: z.enum(SUBJECT_KINDS).optional(),
  unpaired: z.enum(["true", "false"]).optional(),
  /** Only the first gap of full coverage: poor households that nobody is paired with. */
  uncovered: z.literal("true").optional(),
  search: text(100).optional(),
  ...pageQuery,
});
