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

/** Whether such a subject is a family, which lives on when one of it dies. */
export function isHousehold(kind: SubjectKind): boolean {
  return kind.endsWith("-household");
}
