/** What kind of unit stands behind helpers. */
export const ORGANISATION_KINDS = [
  "party-or-government",
  "public-institution",
  "enterprise",
  "social-group",
  "chamber-of-commerce",
  "out-of-province-unit",
  "central-unit",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
