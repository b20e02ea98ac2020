import { SHAM_JUDGEMENTS, SHAM_KINDS } from "@jiedui/domain";
import { z } from "zod";
import { divisionCode, id, pageQuery, requiredText } from "./base";
import { timelineContent } from "./pairing";

export const shamSignsQuery = z.strictObject({
  area: divisionCode.optional(),
  kind: z.enum(SHAM_KINDS).optional(),
  judged: z.enum(["true", "false"]).optional(),
  /** Of one pairing. */
  case: id.optional(),
  ...pageQuery,
});
const sign = z.object({
  id,
  kind: z.enum(SHAM_KINDS),
  helper: z.object({ id, name: z.string() }),
  areaCode: z.string(),
  areaName: z.string(),
  /** The day of its newest visit. */
  happenedOn: z.string(),
  foundAt: z.string(),
  /** What was measured: minutes, kilometres, a similarity, a month. */
  facts: z.record(z.string(), z.unknown()),
  /** The newest one; null while nobody has judged. */
  judgement: z.enum(SHAM_JUDGEMENTS).nullable(),
});
export const shamSignListItem = sign.extend({
  visits: z.array(z.object({ caseId: id, seq: z.number().int(), subjectName: z.string() })),
});
export const shamSignView = sign.extend({
  visits: z.array(
    z.object({
      caseId: id,
      seq: z.number().int(),
      subjectName: z.string(),
      areaName: z.string(),
      happenedOn: z.string(),
      recordedAt: z.string(),
      enteredByName: z.string().nullable(),
      contents: z.array(timelineContent),
    }),
  ),
  judgements: z.array(
    z.object({
      judgement: z.enum(SHAM_JUDGEMENTS),
      note: z.string(),
      accountName: z.string(),
      judgedAt: z.string(),
    }),
  ),
  /** Whether the signed-in account may judge it: not the helper, nor whoever has entered one of the visits. */
  mayJudge: z.boolean(),
});
export const judgeShamSignRequest = z.strictObject({
  judgement: z.enum(SHAM_JUDGEMENTS),
  /** By what it was found out. */
  note: requiredText(2000),
});
export const shamJudgedView = z.object({ id });
