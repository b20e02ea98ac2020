import { z } from "zod";
import { divisionCode, id, pageQuery, requiredText } from "./base";

/** The group is whoever stands for the county's check under that policy when it is drawn; the seed is made then. */
export const drawRequest = z.strictObject({
  areaCode: divisionCode,
  programmeId: requiredText(50),
  policyVersion: z.number().int().min(1).max(10_000),
});
/** 200: every case has been told. 202: drawn, some are still to be told: ask again with the same key. */
export const drawAnswer = z.object({ id, asking: z.number().int() });

export const sampleRule = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("tiers"),
    tiers: z
      .array(z.object({ upTo: z.number().int().nullable(), draw: z.number().int().nullable() }))
      .readonly(),
  }),
  z.object({ kind: z.literal("share"), percent: z.number().int() }),
]);
export const drawsQuery = z.strictObject({ area: divisionCode.optional(), ...pageQuery });
const draw = z.object({
  id,
  areaCode: z.string(),
  areaName: z.string(),
  programmeId: z.string(),
  policyVersion: z.number().int(),
  drawnByName: z.string(),
  drawnAt: z.string(),
});
export const drawListItem = draw.extend({ group: z.number().int(), drawn: z.number().int() });
export const drawView = draw.extend({
  rule: sampleRule,
  /** With the group and the rule, this is all that it takes to draw again. */
  seed: z.string(),
  /** Whether drawing again gives the same. */
  isReproduced: z.boolean(),
  cases: z.array(
    z.object({
      caseId: id,
      subjectName: z.string(),
      areaName: z.string(),
      leadHelperName: z.string(),
      drawn: z.boolean(),
      told: z.boolean(),
      /** Why the case did not take it. */
      code: z.string().nullable(),
      /** Null while the check is still to be made. */
      passed: z.boolean().nullable(),
    }),
  ),
});
export const standingQuery = z.strictObject({ area: divisionCode });
export const standingView = z.object({
  items: z.array(
    z.object({
      programmeId: z.string(),
      policyVersion: z.number().int(),
      rule: sampleRule,
      /** How many the rule takes of them. */
      toDraw: z.number().int(),
      cases: z.array(z.object({ caseId: id, subjectName: z.string(), areaName: z.string() })),
    }),
  ),
});
