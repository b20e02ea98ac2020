/** What one row of a workbook may tell of; the order is that in which a county is taken over. */
export const ROSTER_PARTS = ["unit", "helper", "household", "pair", "co-helper"] as const;
export type RosterPart = (typeof ROSTER_PARTS)[number];

/** What a table may tell of: who helps along stands among the pairs, told apart by a column. */
export const TABLE_PARTS = ["unit", "helper", "household", "pair"] as const satisfies readonly RosterPart[];
export type TablePart = (typeof TABLE_PARTS)[number];

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
  "helper-part",
  "signed-on",
  "last-visit-on",
  "stage",
  "lifted-out-on",
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];
