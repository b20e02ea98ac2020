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

/** A member by what they are to the head; who it is, only the register knows. */
export interface HouseholdPerson {
  readonly id: string;
  readonly relation: Relation;
}

/** What the old head is to a new one who was this to them. */
const OLD_HEAD: Readonly<Record<Relation, Relation>> = {
  head: "head",
  spouse: "spouse",
  child: "parent",
  parent: "child",
  grandparent: "grandchild",
  grandchild: "grandparent",
  sibling: "sibling",
  other: "other",
};
/** What the others are; whoever is not named here is a relative that the list has no word for. */
const OTHERS: Readonly<Partial<Record<Relation, Readonly<Partial<Record<Relation, Relation>>>>>> = {
  spouse: { child: "child", grandchild: "grandchild" },
  child: { spouse: "parent", child: "sibling", parent: "grandparent" },
  parent: { parent: "spouse", child: "grandchild", sibling: "child" },
  sibling: { sibling: "sibling", parent: "parent", grandparent: "grandparent" },
  grandchild: { spouse: "grandparent" },
};

/** What somebody who was `was` to the old head is to the new one, who was `newHeadWas` to the old. */
export function relationUnder(newHeadWas: Relation, was: Relation): Relation {
  return was === "head" ? OLD_HEAD[newHeadWas] : (OTHERS[newHeadWas]?.[was] ?? "other");
}
