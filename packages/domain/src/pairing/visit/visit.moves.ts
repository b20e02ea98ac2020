import type { Day } from "../../time/day";

export const VOID_REASONS = [
  "wrong-household",
  "wrong-day",
  "wrong-content",
  "entered-twice",
  "did-not-happen",
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];
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
  "birthday",
  "joining-day",
  "festival",
] as const;
export type VisitOccasion = (typeof VISIT_OCCASIONS)[number];

export interface VisitPayloads {
  recordVisit: {
    visitId: string;
    happenedOn: Day;
    helperId: string;
    /** The helper of this pairing whose seat the visitor held on that day as a deputy; absent: none. */
    deputyFor?: string;
    occasion: VisitOccasion;
    formVersion: number;
  };
  voidVisit: { visitId: string; reason: VoidReason };
}
export const VISIT_MOVES = ["recordVisit", "voidVisit"] as const satisfies readonly (keyof VisitPayloads)[];
