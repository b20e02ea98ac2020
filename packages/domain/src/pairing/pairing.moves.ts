import type { DivisionCode } from "../area/division-code";
import type { Rank } from "../people/rank";
import type { SubjectKind } from "../subject/subject-kind";
import type { Day } from "../time/day";

export type PairingStage = "unopened" | "helping" | "closing" | "closed";

/** The life of a pairing as one table: which moves each stage allows. */
export const PAIRING_MOVES_BY_STAGE = {
  unopened: ["open"],
  helping: ["recordVisit", "voidVisit", "requestClosing"],
  closing: ["recordVisit", "voidVisit", "approveClosing", "rejectClosing"],
  closed: [],
} as const satisfies Record<PairingStage, readonly PairingMove[]>;

export const CLOSING_REASONS = ["died", "moved-away", "found-ineligible", "opened-by-mistake"] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export const VOID_REASONS = ["wrong-household", "wrong-day", "entered-twice", "did-not-happen"] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
export const REJECTION_REASONS = ["evidence-missing", "reason-not-met", "household-disagrees"] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];
/** What a visit form may ask; which of these, and which must be filled in, is the policy's. */
export const VISIT_FORM_FIELDS = ["situation", "problems", "measures", "opinions", "incomeChange"] as const;
export type VisitFormField = (typeof VISIT_FORM_FIELDS)[number];
export const INCOME_CHANGES = ["up", "same", "down", "unknown"] as const;
export type IncomeChange = (typeof INCOME_CHANGES)[number];
/** Why a visit was made; the regular one, or one of the occasions on which a helper must come. */
export const VISIT_OCCASIONS = [
  "regular",
  "wedding-or-funeral",
  "low-spirits",
  "hardship",
  "illness",
  "quarrel",
  "festival",
] as const;
export type VisitOccasion = (typeof VISIT_OCCASIONS)[number];

/** What each move carries. Ids, days, numbers and listed codes only. */
export interface PairingPayloads {
  open: {
    programmeId: string;
    subject: { id: string; kind: SubjectKind; areaCode: DivisionCode };
    leadHelper: { id: string; rank: Rank; unitId: string };
    coHelpers: readonly { id: string; rank: Rank }[];
    signedOn: Day;
    termMonths: number | null;
  };
  recordVisit: {
    visitId: string;
    happenedOn: Day;
    helperId: string;
    occasion: VisitOccasion;
    formVersion: number;
  };
  voidVisit: { visitId: string; reason: VoidReason };
  requestClosing: { reason: ClosingReason; happenedOn: Day };
  approveClosing: Record<string, never>;
  rejectClosing: { reason: RejectionReason };
}
export type PairingMove = keyof PairingPayloads;
export const PAIRING_MOVES = [
  "open",
  "recordVisit",
  "voidVisit",
  "requestClosing",
  "approveClosing",
  "rejectClosing",
] as const satisfies readonly PairingMove[];
