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

const NO_HOUSEHOLDS: readonly SubjectKind[] = [
  "leading-enterprise",
  "village-branch",
  "school",
  "cooperative",
  "urban-community",
];

/** Whether people live there who are born, marry, move and die. */
export function isHousehold(kind: SubjectKind): boolean {
  return !NO_HOUSEHOLDS.includes(kind);
}

/** Whether a family is helped as such, and not one person of it: then one death does not end the help. */
export function isFamily(kind: SubjectKind): boolean {
  return kind.endsWith("-household");
}

/** No such household without a helper (Zhangjiachuan's "two full coverages"). */
export const KINDS_TO_COVER = [
  "poor-household",
  "extreme-poor-household",
] as const satisfies readonly SubjectKind[];
