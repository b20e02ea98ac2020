/** What one row of a workbook may tell of; the order is that in which a county is taken over. */
export const ROSTER_PARTS = ["unit", "helper", "household", "pair"] as const;
export type RosterPart = (typeof ROSTER_PARTS)[number];

/** What a column of a workbook may hold. */
export const ROSTER_COLUMNS = [
  "unit-name",
  "unit-kind",
  "helper-name",
  "rank",
  "helper-phone",
  "household-name",
  "resident-id",
  "subject-kind",
  "township",
  "village",
  "address",
  "household-phone",
  "signed-on",
  "last-visit-on",
  "stage",
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];
