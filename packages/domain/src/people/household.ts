/** What somebody is to the head of the household. */
export const RELATIONS = [
  "head",
  "spouse",
  "child",
  "parent",
  "grandparent",
  "grandchild",
  "sibling",
  "other",
] as const;
export type Relation = (typeof RELATIONS)[number];
