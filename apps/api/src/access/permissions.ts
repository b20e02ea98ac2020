import type { Role } from "@jiedui/http-contracts";

const EVERYBODY = [
  "administrator",
  "county-office",
  "township-office",
  "helper",
  "auditor",
  "engineer",
] as const;
const READERS = ["administrator", "county-office", "township-office", "helper", "auditor"] as const;
const COUNTY = ["administrator", "county-office"] as const;
const OFFICES = ["administrator", "county-office", "township-office"] as const;

/** Who may do what, in one table. Which rows they may do it to is decided by row-level security. */
export const PERMISSIONS = {
  "session:own": EVERYBODY,
  "area:read": READERS,
  "programme:read": READERS,
  "register:read": READERS,
  "register:write": OFFICES,
  "helper:retire": COUNTY,
  "pairing:read": READERS,
  "pairing:open": OFFICES,
  "pairing:record-visit": [...OFFICES, "helper"],
  "pairing:void-visit": OFFICES,
  "pairing:record-income": [...OFFICES, "helper"],
  "lift-out:propose": [...OFFICES, "helper"],
  "lift-out:take-step": OFFICES,
  "lift-out:object": [...OFFICES, "helper"],
  "lift-out:decide": COUNTY,
  "revisit:report": [...OFFICES, "helper"],
  "revisit:offer": OFFICES,
  "revisit:decide": COUNTY,
  "term:review": OFFICES,
  "pairing:report-occasion": [...OFFICES, "helper"],
  "pairing:propose-handover": OFFICES,
  "pairing:answer-handover": [...OFFICES, "helper"],
  "pairing:request-closing": [...OFFICES, "helper"],
  "pairing:decide-closing": COUNTY,
  "evidence:bring": [...OFFICES, "helper"],
  "evidence:look": READERS,
  "evidence:audit": ["administrator", "auditor"],
  "sham:read": [...OFFICES, "auditor"],
  "sham:judge": OFFICES,
  "roster:read": COUNTY,
  "roster:upload": COUNTY,
  "roster:run": COUNTY,
  "inbox:own": READERS,
  "account:manage": ["administrator"],
  "seat:manage": COUNTY,
  "engine:read": ["administrator", "engineer"],
  "engine:read-case": ["administrator", "engineer", "county-office"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export function mayDo(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return allowed.includes(role);
}
