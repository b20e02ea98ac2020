import {
  CORRECTION_REASONS,
  LINE_STANDINGS,
  MEASURE_KINDS,
  MEASURE_UNITS,
  PLAN_CALLS,
  PLAN_GROUNDS,
  PLAN_PARTS,
  PROJECT_STAGES,
  type PlanPart,
} from "@jiedui/domain";
import { z } from "zod";
import { dayText, id, seq, text } from "./base";
import { evidenceIds } from "./evidence";

const note = text(2000).default("");
const partText = text(2000).trim().default("");
/** Whole pieces, kilograms, rooms, persons; more than a household can be given is a slip of the keyboard. */
const amount = z.number().int().min(0).max(1_000_000).default(0);
/** Whole fen. */
const fen = z.number().int().min(0).max(1_000_000_000_00).default(0);
const day = z.string();

/** What is written of each part; one that is left empty is not in the plan. */
const planTexts = z.strictObject({
  "income-scheme": partText,
  project: partText,
  training: partText,
  "policy-or-loan": partText,
  "living-conditions": partText,
} satisfies Record<PlanPart, z.ZodType>);

export const submitPlanRequest = z.strictObject({
  texts: planTexts,
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(MEASURE_KINDS),
        amount,
        amountFen: fen,
        until: dayText,
        isProducing: z.boolean().default(false),
        what: text(200).trim().default(""),
      }),
    )
    .min(1)
    .max(20),
  note,
  evidenceIds,
});
export const approvePlanRequest = z.strictObject({ basedOnSeq: seq, note });
export const sendBackPlanRequest = z.strictObject({
  basedOnSeq: seq,
  grounds: z
    .array(z.enum(PLAN_GROUNDS))
    .min(1)
    .max(PLAN_GROUNDS.length)
    .refine((grounds) => new Set(grounds).size === grounds.length, "each ground once"),
  note,
});
export const recordMeasureRequest = z.strictObject({
  kind: z.enum(MEASURE_KINDS),
  amount,
  amountFen: fen,
  happenedOn: dayText,
  /** Its place in the plan in force; null: it was not planned. */
  line: z.number().int().min(1).max(20).nullable().default(null),
  projectStage: z.enum(PROJECT_STAGES).nullable().default(null),
  note,
  evidenceIds,
});
/** The right figures; both 0: it never was. */
export const correctMeasureRequest = z.strictObject({
  measureSeq: seq,
  amount,
  amountFen: fen,
  reason: z.enum(CORRECTION_REASONS),
  note,
});
export const advanceProjectRequest = z.strictObject({
  projectSeq: seq,
  projectStage: z.enum(PROJECT_STAGES),
  happenedOn: dayText,
  note,
  evidenceIds,
});

const int = z.number().int();
const plannedMeasure = z.object({
  line: int,
  kind: z.enum(MEASURE_KINDS),
  amount: int,
  amountFen: int,
  until: day,
  isProducing: z.boolean(),
});
const reviewedPlan = z.object({
  seq: int,
  submittedOn: day,
  parts: z.array(z.enum(PLAN_PARTS)),
  lines: z.array(plannedMeasure),
  /** Where its text is; null where none came with it. */
  contentId: id.nullable(),
  review: z
    .object({
      seq: int,
      on: day,
      approved: z.boolean(),
      grounds: z.array(z.enum(PLAN_GROUNDS)),
      contentId: id.nullable(),
    })
    .nullable(),
});
/** A household's plan; null where its programme asks for none. */
export const planView = z
  .object({
    parts: z.array(z.enum(PLAN_PARTS)),
    producingAtLeast: int,
    grounds: z.array(z.enum(PLAN_GROUNDS)),
    owed: z.object({ since: day, call: z.enum(PLAN_CALLS) }).nullable(),
    inForce: z.object({ seq: int, approvedOn: day, renewOn: day.nullable() }).nullable(),
    submittedSeq: int.nullable(),
    /** Every plan that was submitted, newest first, with what came of it. */
    history: z.array(reviewedPlan),
  })
  .nullable();

const measureView = z.object({
  seq: int,
  kind: z.enum(MEASURE_KINDS),
  unit: z.enum(MEASURE_UNITS).nullable(),
  on: day,
  amount: int,
  amountFen: int,
  line: int.nullable(),
  corrected: z.boolean(),
  /** Whether the case still remembers it, so that it can be corrected. */
  correctable: z.boolean(),
});
export const measuresView = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(MEASURE_KINDS),
      unit: z.enum(MEASURE_UNITS).nullable(),
      money: z.enum(["asked", "optional", "none"]),
      mayProduce: z.boolean(),
    }),
  ),
  /** The plan in force beside what was done of it. */
  planned: z.array(
    plannedMeasure.extend({
      doneAmount: int,
      doneFen: int,
      lastOn: day.nullable(),
      standing: z.enum(LINE_STANDINGS),
    }),
  ),
  /** By kind and calendar year, over the whole life. */
  totals: z.array(
    z.object({
      kind: z.enum(MEASURE_KINDS),
      unit: z.enum(MEASURE_UNITS).nullable(),
      year: int,
      count: int,
      amount: int,
      amountFen: int,
    }),
  ),
  /** The newest ones, newest first. */
  newest: z.array(measureView),
  projects: z.array(z.object({ seq: int, stage: z.enum(PROJECT_STAGES), since: day })),
});
