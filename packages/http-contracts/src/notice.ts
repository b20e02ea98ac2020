import {
  LISTED_STATES,
  NOTICE_PURPOSES,
  NOTICE_STATES,
  STRIKE_OFF_REASONS,
  TAKE_DOWN_REASONS,
} from "@jiedui/domain";
import { z } from "zod";
import { dayText, divisionCode, id, pageQuery, requiredText, text } from "./base";
import { evidenceIds } from "./evidence";

/** More households do not fit on a sheet that people still read. */
export const MOST_ON_A_NOTICE = 200;

export const createNoticeRequest = z.strictObject({
  areaCode: divisionCode,
  purpose: z.enum(NOTICE_PURPOSES),
  /** In the order in which they are printed. */
  caseIds: z
    .array(id)
    .min(1)
    .max(MOST_ON_A_NOTICE)
    .refine((ids) => new Set(ids).size === ids.length, "must not name a pairing twice"),
  /** Where an objection is brought: office, address, telephone. */
  objectTo: requiredText(200),
});
/** `from` absent: today. */
export const beginNoticeRequest = z.strictObject({ from: dayText.optional() });
export const strikeOffRequest = z.strictObject({ caseId: id, reason: z.enum(STRIKE_OFF_REASONS) });
export const takeDownWholeNoticeRequest = z.strictObject({ reason: z.enum(TAKE_DOWN_REASONS) });
/** Proof of the days it hung: in words, or photographs that were sent for one of its pairings; they count for all. */
export const concludeWholeNoticeRequest = z.strictObject({ note: text(2000).default(""), evidenceIds });

/** 200: every case has answered. 202: the order stands, some answers are still to come: ask again with the same key. */
export const noticeAnswer = z.object({ id, state: z.enum(NOTICE_STATES), asking: z.number().int() });

export const noticesQuery = z.strictObject({
  area: divisionCode.optional(),
  purpose: z.enum(NOTICE_PURPOSES).optional(),
  state: z.enum(NOTICE_STATES).optional(),
  ...pageQuery,
});
const notice = z.object({
  id,
  purpose: z.enum(NOTICE_PURPOSES),
  state: z.enum(NOTICE_STATES),
  areaCode: z.string(),
  areaName: z.string(),
  from: z.string().nullable(),
  /** The last day on which it hangs: the latest that any of its cases asks for. */
  until: z.string().nullable(),
  madeAt: z.string(),
});
export const noticeListItem = notice.extend({
  /** Without those that were struck off. */
  households: z.number().int(),
  openObjections: z.number().int(),
});
export const noticeView = notice.extend({
  objectTo: z.string(),
  /** How many of its cases have not answered the last order yet. */
  asking: z.number().int(),
  households: z.array(
    z.object({
      caseId: id,
      subjectName: z.string(),
      areaName: z.string(),
      state: z.enum(LISTED_STATES),
      /** Why the case refused the last order; null when it did not. */
      code: z.string().nullable(),
      facts: z.record(z.string(), z.unknown()),
      struckOffReason: z.enum(STRIKE_OFF_REASONS).nullable(),
      objections: z.array(
        z.object({
          id,
          seq: z.number().int(),
          raisedOn: z.string(),
          answer: z.enum(["upheld", "dismissed"]).nullable(),
        }),
      ),
    }),
  ),
  orders: z.array(
    z.object({
      round: z.number().int(),
      what: z.enum(["begin", "strike-off", "take-down", "conclude"]),
      facts: z.record(z.string(), z.unknown()),
      accountName: z.string(),
      orderedAt: z.string(),
    }),
  ),
});
export const noticeCandidatesQuery = z.strictObject({
  area: divisionCode,
  purpose: z.enum(NOTICE_PURPOSES),
});
/** Cases that stand at the step, and are on no notice. */
export const noticeCandidates = z.object({
  items: z.array(
    z.object({
      caseId: id,
      subjectName: z.string(),
      areaCode: z.string(),
      areaName: z.string(),
      leadHelperName: z.string(),
      dueOn: z.string(),
    }),
  ),
});
