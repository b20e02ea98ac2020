/** Who is helped. The order is that of the field's own lists. */
export const SUBJECT_KINDS = [
  "poor-household",
  "extreme-poor-household",
  "needy-student",
  "lone-elderly",
  "urban-allowance-household",
  "petitioner",
  "rural-party-member",
  "industry-household",
  "demonstration-household",
  "key-household",
  "leading-enterprise",
  "village-branch",
  "school",
  "cooperative",
  "urban-community",
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
