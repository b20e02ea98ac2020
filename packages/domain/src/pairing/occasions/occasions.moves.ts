import type { Day } from "../../time/day";

/** What calls for a visit once somebody has told of it. */
export const MUST_OCCASIONS = [
  "wedding-or-funeral",
  "low-spirits",
  "hardship",
  "illness",
  "quarrel",
] as const;
/** Days that come round every year; the register knows them. */
export const PERSONAL_DAYS = ["birthday", "joining-day"] as const;
export const REPORTED_OCCASIONS = [...MUST_OCCASIONS, ...PERSONAL_DAYS] as const;
export type MustOccasion = (typeof MUST_OCCASIONS)[number];
export type PersonalDay = (typeof PERSONAL_DAYS)[number];
export type ReportedOccasion = (typeof REPORTED_OCCASIONS)[number];

export function isPersonalDay(occasion: ReportedOccasion): occasion is PersonalDay {
  return PERSONAL_DAYS.some((each) => each === occasion);
}

export interface OccasionPayloads {
  /** A personal day is told some days ahead, anything else afterwards. */
  reportOccasion: { occasion: ReportedOccasion; happenedOn: Day };
}
export const OCCASION_MOVES = ["reportOccasion"] as const satisfies readonly (keyof OccasionPayloads)[];
