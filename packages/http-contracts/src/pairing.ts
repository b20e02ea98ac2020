import {
  CLOSING_PROOFS,
  CLOSING_REASONS,
  DECLINE_REASONS,
  GONE_REASONS,
  HANDOVER_REASONS,
  INCOME_CHANGES,
  MUST_OCCASIONS,
  OBLIGATION_KINDS,
  PAIRING_STAGES,
  REJECTION_REASONS,
  SUBJECT_KINDS,
  VISIT_FORM_FIELDS,
  VISIT_OCCASIONS,
  VOID_REASONS,
  type VisitFormField,
} from "@jiedui/domain";
import { z } from "zod";
import { companyView } from "./household";
import { lifeView } from "./lift-out";
import { asOf, dayText, divisionCode, id, pageQuery, requiredText, text, seq } from "./base";
import { evidenceIds } from "./evidence";
import { measuresView, planView } from "./plan";

/** Requests of the moves. `POST /api/pairings` opens; `POST /api/pairings/{id}/<move in kebab case>` does the rest. */
export const openPairingRequest = z.strictObject({
  programmeId: requiredText(50),
  subjectId: id,
  leadHelperId: id,
  coHelperIds: z.array(id).max(20).default([]),
  signedOn: dayText,
  termMonths: z.number().int().min(1).max(120).nullable().default(null),
});
const formText = text(2000).trim().default("");
/** What any visit form may ask; the case's policy says which of these, and which must be filled in. */
export const visitForm = z.strictObject({
  situation: formText,
  problems: formText,
  measures: formText,
  opinions: formText,
  incomeChange: z.enum(INCOME_CHANGES).default("unknown"),
} satisfies Record<VisitFormField, z.ZodType>);
export const recordVisitRequest = z.strictObject({
  happenedOn: dayText,
  /** Who visited; absent: the lead helper. */
  helperId: id.optional(),
  occasion: z.enum(VISIT_OCCASIONS).default("regular"),
  formVersion: z.number().int().min(1).max(1000).default(1),
  form: visitForm,
  evidenceIds,
});
export const voidVisitRequest = z.strictObject({
  basedOnSeq: seq,
  visitId: id,
  reason: z.enum(VOID_REASONS),
});
/** Birthdays and joining days come from the register, and are told by the system. */
export const reportOccasionRequest = z.strictObject({
  occasion: z.enum(MUST_OCCASIONS),
  happenedOn: dayText,
  note: text(2000).default(""),
});
export const requestClosingRequest = z.strictObject({
  reason: z.enum(CLOSING_REASONS),
  happenedOn: dayText,
  /** Which of the proofs that this kind asks for was seen. */
  proof: z.enum(CLOSING_PROOFS).nullable().default(null),
  /** Where the household has gone. */
  movedTo: divisionCode.nullable().default(null),
  note: text(2000).default(""),
  evidenceIds,
});
export const approveClosingRequest = z.strictObject({ basedOnSeq: seq });
export const rejectClosingRequest = z.strictObject({
  basedOnSeq: seq,
  reason: z.enum(REJECTION_REASONS),
  note: text(2000).default(""),
});

export const reportLeadGoneRequest = z.strictObject({
  reason: z.enum(GONE_REASONS),
  /** The first day without the helper; it may lie ahead. */
  goneOn: dayText,
  note: text(2000).default(""),
});
export const proposeHandoverRequest = z.strictObject({
  successorId: id,
  reason: z.enum(HANDOVER_REASONS),
  /** Since when the helper cannot go on. */
  happenedOn: dayText,
  note: text(2000).default(""),
});
/** The same for several of a helper's pairings: each is proposed, or refused, by itself. */
export const handOverRequest = proposeHandoverRequest.extend({
  caseIds: z
    .array(id)
    .min(1)
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, "must not name a pairing twice"),
});
export const acceptHandoverRequest = z.strictObject({ basedOnSeq: seq });
export const declineHandoverRequest = z.strictObject({
  basedOnSeq: seq,
  reason: z.enum(DECLINE_REASONS),
  note: text(2000).default(""),
});

/** 200: recorded. 202: accepted, its record is still to come: ask again with the same key. */
export const moveAnswer = z.object({
  caseId: id,
  recorded: z.boolean(),
  seq: z.number().int().nullable(),
  stage: z.string().nullable(),
});

/** What became of a move in each of several cases. */
export const movesAnswer = z.object({
  items: z.array(
    z.object({
      caseId: id,
      recorded: z.boolean(),
      /** Why it was refused there; null where it was not. */
      code: z.string().nullable(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
});

const person = z.object({ id, name: z.string() });
export const obligationView = z.object({
  caseId: id,
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  rule: z.string(),
  dueOn: z.string(),
  dueAt: z.string(),
  rung: z.number().int(),
  overdue: z.boolean(),
  nextStep: z.enum(["remind", "escalate", "repeat"]),
  nextAt: z.string(),
  /** Who answers now: the first seat on the way up that somebody holds. */
  seat: z.string(),
  seatName: z.string(),
  holders: z.array(z.string()),
  /** The seat that would answer, when it is empty and the matter has fallen to the next one up. */
  emptySeats: z.array(z.string()),
  armedBySeq: z.number().int(),
  reckoning: z.record(z.string(), z.unknown()).nullable(),
});
export const pairingListItem = z.object({
  caseId: id,
  stage: z.enum(PAIRING_STAGES),
  programmeId: z.string(),
  subject: person.extend({ kind: z.enum(SUBJECT_KINDS) }),
  areaCode: z.string(),
  areaName: z.string(),
  leadHelper: person,
  signedOn: z.string(),
  termEndsOn: z.string(),
  lastVisitOn: z.string().nullable(),
  /** The open obligation that is due first; null once closed. */
  next: z
    .object({
      key: z.string(),
      kind: z.string(),
      dueOn: z.string(),
      dueAt: z.string(),
      rung: z.number().int(),
      overdue: z.boolean(),
    })
    .nullable(),
});
export const pairingsQuery = z.strictObject({
  area: divisionCode.optional(),
  stage: z.enum(PAIRING_STAGES).optional(),
  overdue: z.enum(["true", "false"]).optional(),
  helper: id.optional(),
  search: text(100).optional(),
  asOf,
  sort: z.enum(["due", "signed"]).default("due"),
  ...pageQuery,
});
export const visitFormRules = z.object({
  version: z.number().int(),
  fields: z.array(z.object({ name: z.enum(VISIT_FORM_FIELDS), required: z.boolean() })),
});
export type VisitFormRules = z.infer<typeof visitFormRules>;

export const pairingView = pairingListItem.extend({
  seq: z.number().int(),
  policyVersion: z.number().int(),
  helperUnit: person,
  coHelpers: z.array(person),
  /** Who was proposed to take over, and has not answered yet. */
  successor: person.nullable(),
  closedOn: z.string().nullable(),
  obligations: z.array(obligationView),
  /** What a visit's form asks under this case's policy. */
  visitForm: visitFormRules,
  life: lifeView,
  plan: planView,
  measures: measuresView,
  company: companyView,
  /** Every move with whether the signed-in account may make it now, and why not. */
  moves: z.array(z.object({ move: z.string(), allowed: z.boolean(), code: z.string().nullable() })),
  asOf: z.string(),
});
export const asOfQuery = z.strictObject({ asOf });

export const timelineContent = z.object({
  id,
  purpose: z.string(),
  body: z.record(z.string(), z.unknown()).nullable(),
  erased: z.boolean(),
});
export const timelineEvent = z.object({
  seq: z.number().int(),
  type: z.string(),
  happenedOn: z.string(),
  recordedAt: z.string(),
  /** True for what the system did by itself: it can be asked why. */
  automatic: z.boolean(),
  actorName: z.string().nullable(),
  /** Names of the ids that `data` carries. */
  names: z.record(z.string(), z.string()),
  data: z.record(z.string(), z.unknown()),
  /** Free text that came with the event, if the reader may see it and it was not erased. */
  contents: z.array(timelineContent),
});
/** Which event of which case. */
export const eventAddress = z.strictObject({ id, seq: z.coerce.number().pipe(seq) });
export const timelineQuery = z.strictObject({
  asOf,
  beforeSeq: z.coerce.number().pipe(seq).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const timelineView = z.object({
  items: z.array(timelineEvent),
  nextBeforeSeq: z.number().int().nullable(),
});
/** Why a household was lifted out: all that led to it, oldest first. */
export const liftedOutView = z.object({
  caseId: id,
  subject: person.extend({ kind: z.enum(SUBJECT_KINDS) }),
  areaName: z.string(),
  leadHelper: person,
  helperUnit: person,
  programmeId: z.string(),
  policyVersion: z.number().int(),
  signedOn: z.string(),
  liftedOn: z.string(),
  events: z.array(
    timelineEvent.extend({
      /** The void or the going back by which it counts no longer; null: the lift-out rests on it. */
      fellBySeq: z.number().int().nullable(),
    }),
  ),
});
/** One event opened to its cause. */
export const eventWhyView = timelineEvent.extend({
  caseId: id,
  why: z.object({
    rule: z.string(),
    programmeId: z.string(),
    policyVersion: z.number().int(),
    /** What the policy says for this rule, as data. */
    ruleData: z.record(z.string(), z.unknown()),
    dueOn: z.string().nullable(),
    scheduledAt: z.string().nullable(),
    lateMs: z.number().int(),
    /** The working days as they were counted; see `WorkingDayCount` of domain. */
    reckoning: z.record(z.string(), z.unknown()).nullable(),
    cause: z.record(z.string(), z.unknown()),
    ledHere: z.array(z.object({ seq: z.number().int(), type: z.string(), happenedOn: z.string() })),
  }),
  raw: z.record(z.string(), z.unknown()),
});

export const inboxItem = obligationView.extend({
  subject: person.extend({ kind: z.enum(SUBJECT_KINDS) }),
  areaName: z.string(),
  leadHelper: person,
  deputy: z.boolean(),
  seen: z.boolean(),
  /** Negative: days left; positive: days overdue. */
  daysOverdue: z.number().int(),
  workingDaysOverdue: z.number().int(),
});
/** The day's digest, as it was told outside of the console; null when nothing was new. */
export const inboxDigestView = z.object({
  day: z.string(),
  digest: z
    .object({
      newlyDue: z.number().int(),
      newlyOverdue: z.number().int(),
      escalated: z.number().int(),
      repeated: z.number().int(),
      overdue: z.number().int(),
    })
    .nullable(),
});
export const inboxQuery = z.strictObject({ ...pageQuery });
export const markSeenRequest = z.strictObject({
  caseId: id,
  key: requiredText(100),
  rung: z.number().int().min(0).max(20),
});
export const obligationsQuery = z.strictObject({
  area: divisionCode.optional(),
  overdue: z.enum(["true", "false"]).optional(),
  rung: z.coerce.number().int().min(0).max(20).optional(),
  asOf,
  ...pageQuery,
});
