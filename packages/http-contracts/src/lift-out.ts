import {
  ACKNOWLEDGEMENT_FORMS,
  DISMISSAL_REASONS,
  INCOME_SOURCES,
  LIFT_OUT_CRITERIA,
  LIFT_OUT_STEPS,
  NO_OFFER_REASONS,
  POVERTY_CAUSES,
  REVISIT_GAP_REASONS,
  SEND_BACK_GROUNDS,
  TAKE_DOWN_REASONS,
  TERM_REVIEW_OUTCOMES,
} from "@jiedui/domain";
import { z } from "zod";
import { dayText, id, monthText, requiredText, seq, text } from "./base";
import { closingView, correctionView } from "./correction";
import { evidenceIds } from "./evidence";

const note = text(2000).default("");
const people = z.number().int().min(0).max(10_000);
/** Whole fen; more than a household will ever earn is a slip of the keyboard. */
const fen = z.number().int().min(0).max(100_000_000_00);
/** Ten years of monthly revisits; no policy asks for as many. */
const MOST_GAPS = 120;
const incomeYear = z.number().int().min(1990).max(2100);

export const recordIncomeRequest = z.strictObject({
  incomeYear,
  members: z.number().int().min(1).max(50),
  lines: z
    .array(z.strictObject({ source: z.enum(INCOME_SOURCES), amountFen: fen }))
    .max(INCOME_SOURCES.length)
    .refine((lines) => new Set(lines.map(({ source }) => source)).size === lines.length, "each source once"),
  costsFen: fen.default(0),
  note,
});
export const proposeLiftOutRequest = z.strictObject({
  criteria: z
    .array(
      z.strictObject({
        criterion: z.enum(LIFT_OUT_CRITERIA),
        met: z.boolean(),
        /** What the household answered to the criterion's question, and what was seen. */
        proof: requiredText(500),
      }),
    )
    .max(LIFT_OUT_CRITERIA.length)
    .refine(
      (criteria) => new Set(criteria.map(({ criterion }) => criterion)).size === criteria.length,
      "each criterion once",
    ),
  note,
  evidenceIds,
});
export const recordAppraisalRequest = z
  .strictObject({
    entitled: people,
    present: people,
    inFavour: people,
    against: people,
    happenedOn: dayText,
    /** The minutes, unless they come as a scan. */
    note,
    evidenceIds,
  })
  .refine(({ note: minutes, evidenceIds: scans = [] }) => minutes.trim() !== "" || scans.length > 0, {
    path: ["note"],
    message: "the minutes are needed, in words or as a scan",
  });
export const recordOnSiteCheckRequest = z.strictObject({
  confirmed: z.boolean(),
  perHeadFen: fen,
  happenedOn: dayText,
  note,
  evidenceIds,
});
export const recordAcknowledgementRequest = z
  .strictObject({
    form: z.enum(ACKNOWLEDGEMENT_FORMS),
    happenedOn: dayText,
    /** Where the signed paper is kept, unless it comes as a scan. */
    note,
    evidenceIds,
  })
  .refine(
    ({ form, note: words, evidenceIds: scans = [] }) =>
      form === "refused" || words.trim() !== "" || scans.length > 0,
    { path: ["note"], message: "the proof of the household's word is needed, in words or as a scan" },
  );
/** `until` absent: as long as the policy says. */
export const hangNoticeRequest = z.strictObject({
  noticeId: id,
  from: dayText,
  until: dayText.nullable().default(null),
});
export const takeDownNoticeRequest = z.strictObject({ noticeId: id, reason: z.enum(TAKE_DOWN_REASONS) });
export const raiseObjectionRequest = z.strictObject({ happenedOn: dayText, note: text(2000).trim().min(1) });
export const answerObjectionRequest = z.strictObject({
  objectionId: id,
  upheld: z.boolean(),
  note: text(2000).trim().min(1),
});
export const concludeNoticeRequest = z.strictObject({ noticeId: id, note, evidenceIds });
export const recordTownshipReviewRequest = z.strictObject({ basedOnSeq: seq, passed: z.boolean(), note });
export const drawForCheckRequest = z.strictObject({ drawId: id, drawn: z.boolean() });
export const recordCountyCheckRequest = z.strictObject({
  passed: z.boolean(),
  happenedOn: dayText,
  note,
  evidenceIds,
});
export const approveLiftOutRequest = z.strictObject({ basedOnSeq: seq });
export const announceLiftOutRequest = z.strictObject({ happenedOn: dayText });
export const sendBackLiftOutRequest = z.strictObject({
  basedOnSeq: seq,
  grounds: z.array(z.enum(SEND_BACK_GROUNDS)).min(1).max(SEND_BACK_GROUNDS.length),
  note,
});

export const reportRelapseRequest = z.strictObject({
  because: z.discriminatedUnion("ground", [
    z.strictObject({ ground: z.literal("income-below-line"), incomeYear }),
    z.strictObject({ ground: z.literal("cause-returned"), cause: z.enum(POVERTY_CAUSES) }),
  ]),
  note,
});
export const confirmRelapseRequest = z.strictObject({ basedOnSeq: seq });
export const dismissRelapseRequest = z.strictObject({
  basedOnSeq: seq,
  reason: z.enum(DISMISSAL_REASONS),
  note,
});
/** Either the household that is offered, or why none is. */
export const offerHouseholdRequest = z.strictObject({
  offer: z.union([z.strictObject({ subjectId: id }), z.strictObject({ reason: z.enum(NO_OFFER_REASONS) })]),
});
/** `gaps`: every month whose revisit was not made in time, with why; `note`: what shows that the others were. */
export const completeRevisitsRequest = z.strictObject({
  basedOnSeq: seq,
  gaps: z
    .array(z.strictObject({ month: monthText, reason: z.enum(REVISIT_GAP_REASONS) }))
    .max(MOST_GAPS)
    .refine((gaps) => new Set(gaps.map(({ month }) => month)).size === gaps.length, "each month once")
    .default([]),
  note: requiredText(2000),
  evidenceIds,
});
export const reviewTermRequest = z.strictObject({ outcome: z.enum(TERM_REVIEW_OUTCOMES), note });

/** Where a pairing stands in its life; of the county's draw only what everybody may know. */
export const lifeView = z.object({
  liftOut: z
    .object({
      proposedSeq: z.number().int(),
      step: z.enum(LIFT_OUT_STEPS),
      steps: z.array(z.enum(LIFT_OUT_STEPS)),
      notice: z
        .object({
          id,
          seq: z.number().int(),
          from: z.string(),
          until: z.string(),
          /** Whether the reader finds the document under that id. */
          isDocument: z.boolean(),
        })
        .nullable(),
      objections: z.array(z.object({ id, seq: z.number().int(), since: z.string(), answered: z.boolean() })),
    })
    .nullable(),
  /** What the policy asks before a household may be proposed. */
  criteria: z.array(z.enum(LIFT_OUT_CRITERIA)),
  incomesAsked: z.array(
    z.object({
      incomeYear: z.number().int(),
      perHeadFen: z.number().int().nullable(),
      lineFen: z.number().int().nullable(),
      /** The day of a reckoning that was made before the year was over, and has to be made anew. */
      forecastOn: z.string().nullable(),
    }),
  ),
  lifted: z
    .object({
      on: z.string(),
      until: z.string(),
      ended: z.boolean(),
      /** Once the time is over: the months whose revisit was not made in time. */
      missed: z.array(z.string()),
    })
    .nullable(),
  closing: closingView,
  corrections: z.array(correctionView),
  /** Numbers of the entries that can be corrected now. */
  correctable: z.array(z.number().int()),
  relapseReported: z.boolean(),
  termToReview: z.boolean(),
  incomes: z.array(
    z.object({
      seq: z.number().int(),
      incomeYear: z.number().int(),
      members: z.number().int(),
      lines: z.array(z.object({ source: z.enum(INCOME_SOURCES), amountFen: z.number().int() })),
      costsFen: z.number().int(),
      perHeadFen: z.number().int(),
      lineFen: z.number().int().nullable(),
    }),
  ),
});
