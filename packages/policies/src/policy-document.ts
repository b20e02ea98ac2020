import {
  RANKS,
  SEAT_KINDS,
  SUBJECT_KINDS,
  VISIT_FORM_FIELDS,
  type Day,
  type DivisionCode,
  type PairingRules,
} from "@jiedui/domain";
import { z } from "zod";

/** A number with where it comes from, so that a clerk can look it up. */
const source = z.string().min(1);
const ladder = z
  .array(z.strictObject({ seat: z.enum(SEAT_KINDS), workingDays: z.int().min(1).max(260) }))
  .min(1);

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
  term: z.strictObject({ months: z.int().min(1).max(120), source }),
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
  /** Absent: a successor's answer climbs the ladder of visits. */
  handover: z.strictObject({ ladder, source }).optional(),
  closing: z.strictObject({ ladder, source }),
  /** Parts that later capabilities read; kept with the version from the start. */
  revisit: z.strictObject({ everyMonths: z.int().min(1), forMonths: z.int().min(1), source }).optional(),
  notice: z.strictObject({ identificationDays: z.int().min(1), exitDays: z.int().min(1), source }).optional(),
});
export type PolicyDocument = z.infer<typeof policyDocument>;

/** What a pairing reads of the document. */
export function pairingRulesOf(document: PolicyDocument): PairingRules {
  const { programmeId, version, areaCode, inForceFrom, term, subjectKinds } = document;
  const { mostCoHelpers, householdsPerHelper, visit, handover, closing } = document;
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
    ...(handover === undefined ? {} : { handover: { ladder: handover.ladder } }),
    closing: { ladder: closing.ladder },
  };
}
