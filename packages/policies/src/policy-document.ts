import {
  CLOSING_PROOFS,
  CLOSING_REASONS,
  FESTIVALS,
  LIFT_OUT_CRITERIA,
  LIFT_OUT_STEPS,
  MEASURE_KINDS,
  MEASURE_UNITS,
  MUST_OCCASIONS,
  PERSONAL_DAYS,
  PLAN_GROUNDS,
  PLAN_PARTS,
  RANKS,
  SEAT_KINDS,
  SHAM_RULES,
  SUBJECT_KINDS,
  VISIT_FORM_FIELDS,
  type ClosingKindRules,
  type ClosingReason,
  type ClosingRules,
  type Day,
  type DivisionCode,
  type IncomeRules,
  type PairingRules,
  type PlanRules,
  type ShamRules,
} from "@jiedui/domain";
import { z } from "zod";

/** A number with where it comes from, so that a clerk can look it up. */
const source = z.string().min(1);
const ladder = z
  .array(z.strictObject({ seat: z.enum(SEAT_KINDS), workingDays: z.int().min(1).max(260) }))
  .min(1);

const noticeDays = z.strictObject({
  days: z.int().min(1).max(90),
  counting: z.enum(["calendar-days", "working-days"]),
});
/** From the proposal to the announcement; approval and announcement always come last. */
const liftOut = z.strictObject({
  incomeYearsOverLine: z.int().min(1).max(5),
  criteria: z.array(z.enum(LIFT_OUT_CRITERIA)).min(1),
  appraisalQuorumPercent: z.int().min(1).max(100),
  steps: z
    .array(z.strictObject({ step: z.enum(LIFT_OUT_STEPS), ladder }))
    .refine(
      (steps) => isInOrder(steps.map(({ step }) => step)),
      "must be in the order of the list, each once",
    )
    .refine((steps) => steps.at(-2)?.step === "approval" && steps.at(-1)?.step === "announcement"),
  villageNotice: noticeDays,
  townshipNotice: noticeDays,
  objectionLadder: ladder,
  sample: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("tiers"),
      tiers: z
        .array(z.strictObject({ upTo: z.int().min(1).nullable(), draw: z.int().min(1).nullable() }))
        .min(1),
    }),
    z.strictObject({ kind: z.literal("share"), percent: z.int().min(1).max(100) }),
  ]),
  source,
});

function isInOrder(steps: readonly (typeof LIFT_OUT_STEPS)[number][]): boolean {
  const places = steps.map((step) => LIFT_OUT_STEPS.indexOf(step));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}

/** A household's own plan (一户一策): what is in it, until when, who reviews it, and when a new one is owed. */
const plan = z.strictObject({
  /** Absent: of every kind of subject. */
  ofKinds: z.array(z.enum(SUBJECT_KINDS)).min(1).optional(),
  parts: z.array(z.enum(PLAN_PARTS)).min(1),
  producingAtLeast: z.int().min(0).max(10),
  dueWithinDays: z.int().min(1).max(365).optional(),
  ladder,
  reviewLadder: ladder,
  grounds: z.array(z.enum(PLAN_GROUNDS)).min(1),
  renewAfterMonths: z.int().min(1).max(36).optional(),
  source,
});
/** In which units help is counted; absent: the usual ones. */
const measures = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        kind: z.enum(MEASURE_KINDS),
        unit: z.enum(MEASURE_UNITS).nullable(),
        money: z.enum(["asked", "optional", "none"]),
        mayProduce: z.boolean(),
      }),
    )
    .min(1)
    .refine((kinds) => new Set(kinds.map(({ kind }) => kind)).size === kinds.length, "each kind once")
    .refine(
      (kinds) => kinds.every(({ unit, money }) => unit !== null || money === "asked"),
      "what has no unit counts in money",
    ),
  source,
});

const closingKind = z.strictObject({
  proofs: z.array(z.enum(CLOSING_PROOFS)),
  evidenceAtLeast: z.int().min(0).max(12),
  asksDestination: z.boolean(),
  decidedBy: z.enum(["township-office", "county-office"]).optional(),
  source,
});

/** Absent: the numbers that the rules fall back to. */
const sham = z.strictObject({
  farApart: z.strictObject({
    withinMinutes: z.int().min(1).max(240),
    kilometres: z.number().min(0.1).max(500),
  }),
  copiedText: z.strictObject({
    similarityAtLeast: z.number().min(0.1).max(1),
    lettersAtLeast: z.int().min(1).max(2_000),
    withinMonths: z.int().min(1).max(60),
  }),
  lastDay: z.strictObject({ visitsAtLeast: z.int().min(2).max(100) }),
  source,
});

/** A programme's rules as data. A version never changes once it is in force; a change is a new version. */
export const policyDocument = z.strictObject({
  programmeId: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  version: z.int().min(1),
  name: z.string().min(1),
  place: z.string().min(1),
  areaCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  inForceFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** The ladder is that of the review when a term was renewed; absent: who decides on closings. */
  term: z.strictObject({ months: z.int().min(1).max(120), ladder: ladder.optional(), source }),
  subjectKinds: z.partialRecord(z.enum(SUBJECT_KINDS), z.strictObject({ leadRankAtLeast: z.enum(RANKS) })),
  mostCoHelpers: z.int().min(0).max(20),
  householdsPerHelper: z.record(z.enum(RANKS), z.int().min(0).max(200)),
  visit: z.strictObject({
    firstMonthIfSignedByDay: z.int().min(1).max(31),
    everyMonths: z.int().min(1).max(12),
    form: z.strictObject({
      version: z.int().min(1),
      fields: z
        .array(z.strictObject({ name: z.enum(VISIT_FORM_FIELDS), required: z.boolean() }))
        .min(1)
        .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length),
    }),
    reminderDaysBefore: z.array(z.int().min(1).max(27)),
    ladder,
    source,
  }),
  /** Absent: households have no plans of their own. */
  plan: plan.optional(),
  measures: measures.optional(),
  /** Absent: no visits besides the regular ones. */
  occasions: z
    .strictObject({
      musts: z.array(z.enum(MUST_OCCASIONS)),
      visitWithinDays: z.int().min(1).max(60),
      personalDays: z.array(z.enum(PERSONAL_DAYS)),
      festivals: z.array(z.enum(FESTIVALS)),
      /** Absent: personal days and festivals of every kind of subject. */
      daysOfKinds: z.array(z.enum(SUBJECT_KINDS)).min(1).optional(),
      daysBefore: z.int().min(0).max(30),
      ladder,
      source,
    })
    .optional(),
  /** Absent: a successor's answer climbs the ladder of visits. */
  handover: z.strictObject({ ladder, source }).optional(),
  /** Absent: who decides on closings; and a visit may still be voided by one person. */
  correction: z.strictObject({ ladder, source }).optional(),
  closing: z.strictObject({
    ladder,
    /** What a closing of each kind has to bring; one that is not named is asked the usual. */
    kinds: z.partialRecord(z.enum(CLOSING_REASONS), closingKind).optional(),
    /** Calendar days in which a wrong closing may be taken back; absent: thirty. */
    reopenWithinDays: z.int().min(1).max(366).optional(),
    source,
  }),
  income: z
    .strictObject({
      /** `MM-DD`; an income year has the number of the year in which it ends. */
      yearBeginsOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
      /** The poverty line per head, in fen; `untilIncomeYear` null: until a later one, absent: that year alone. */
      lines: z
        .array(
          z
            .strictObject({
              incomeYear: z.int(),
              untilIncomeYear: z.int().nullable().optional(),
              lineFen: z.int().min(1),
              source,
            })
            .refine(({ incomeYear, untilIncomeYear }) => (untilIncomeYear ?? incomeYear) >= incomeYear),
        )
        .min(1),
    })
    .optional(),
  liftOut: liftOut.optional(),
  revisit: z
    .strictObject({
      everyMonths: z.int().min(1),
      forMonths: z.int().min(1),
      /** A household whose income lies below so many of a hundred of the line has relapsed. */
      relapseLinePercent: z.int().min(50).max(300).optional(),
      relapseLadder: ladder.optional(),
      /** Absent: a freed helper need not be offered another household. */
      offerLadder: ladder.optional(),
      completionLadder: ladder.optional(),
      source,
    })
    .optional(),
  notice: z.strictObject({ identificationDays: z.int().min(1), exitDays: z.int().min(1), source }).optional(),
  sham: sham.optional(),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** The numbers by which signs of sham are found under a policy; `part` is its document's part of that name. */
export function shamRulesOf(part: unknown): ShamRules {
  return part === null || part === undefined ? SHAM_RULES : sham.parse(part);
}

/** What a pairing reads of the document. */
export function pairingRulesOf(document: PolicyDocument): PairingRules {
  const { programmeId, version, areaCode, inForceFrom, term, subjectKinds } = document;
  const {
    mostCoHelpers,
    householdsPerHelper,
    visit,
    plan,
    measures,
    occasions,
    income,
    liftOut,
    revisit,
    handover,
    correction,
    closing,
  } = document;
  return {
    programmeId,
    version,
    areaCode: areaCode as DivisionCode | null,
    inForceFrom: inForceFrom as Day,
    termMonths: term.months,
    subjectKinds,
    mostCoHelpers,
    householdsPerHelper,
    visit: {
      firstMonthIfSignedByDay: visit.firstMonthIfSignedByDay,
      everyMonths: visit.everyMonths,
      formVersion: visit.form.version,
      reminderDaysBefore: [...visit.reminderDaysBefore].sort((one, other) => other - one),
      ladder: visit.ladder,
    },
    ...(plan === undefined ? {} : { plan: planRulesOf(plan) }),
    ...(measures === undefined ? {} : { measures: withoutSource(measures) }),
    ...(occasions === undefined ? {} : { occasions: withoutSource(occasions) }),
    ...(income === undefined ? {} : { income: incomeRulesOf(income) }),
    ...(liftOut === undefined ? {} : { liftOut: withoutSource(liftOut) }),
    ...(revisit === undefined ? {} : { revisit: withoutSource(revisit) }),
    ...(term.ladder === undefined ? {} : { term: { ladder: term.ladder } }),
    ...(handover === undefined ? {} : { handover: { ladder: handover.ladder } }),
    ...(correction === undefined ? {} : { correction: { ladder: correction.ladder } }),
    closing: closingRulesOf(closing),
  };
}

function planRulesOf({
  source: _source,
  ofKinds,
  dueWithinDays,
  renewAfterMonths,
  ...plan
}: NonNullable<PolicyDocument["plan"]>): PlanRules {
  return {
    ...plan,
    ...(ofKinds === undefined ? {} : { ofKinds }),
    ...(dueWithinDays === undefined ? {} : { dueWithinDays }),
    ...(renewAfterMonths === undefined ? {} : { renewAfterMonths }),
  };
}

function closingRulesOf({ ladder, kinds, reopenWithinDays }: PolicyDocument["closing"]): ClosingRules {
  return {
    ladder,
    ...(kinds === undefined ? {} : { kinds: kindsWithoutSource(kinds) }),
    ...(reopenWithinDays === undefined ? {} : { reopenWithinDays }),
  };
}

function kindsWithoutSource(
  kinds: NonNullable<PolicyDocument["closing"]["kinds"]>,
): Partial<Record<ClosingReason, ClosingKindRules>> {
  const entries = CLOSING_REASONS.flatMap((reason) => {
    const kind = kinds[reason];
    return kind === undefined ? [] : [[reason, withoutSource(kind)] as const];
  });
  return Object.fromEntries(entries);
}

function incomeRulesOf({ yearBeginsOn, lines }: NonNullable<PolicyDocument["income"]>): IncomeRules {
  return { yearBeginsOn, lines: lines.map(withoutSource) };
}

/** Where a number comes from is for people; a running case does not carry it. */
function withoutSource<Part extends { readonly source: string }>({
  source: _source,
  ...part
}: Part): Omit<Part, "source"> {
  return part;
}
