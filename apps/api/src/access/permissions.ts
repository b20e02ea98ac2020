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
  "plan:submit": [...OFFICES, "helper"],
  "plan:review": OFFICES,
  "measure:record": [...OFFICES, "helper"],
  "pairing:record-income": [...OFFICES, "helper"],
  "lift-out:propose": [...OFFICES, "helper"],
  "lift-out:take-step": OFFICES,
  "lift-out:object": [...OFFICES, "helper"],
  "lift-out:decide": COUNTY,
  "notice:read": [...OFFICES, "auditor"],
  "notice:make": OFFICES,
  "draw:read": [...COUNTY, "auditor"],
  "draw:make": COUNTY,
  "revisit:report": [...OFFICES, "helper"],
  "revisit:offer": OFFICES,
  "revisit:decide": COUNTY,
  "revisit:complete": OFFICES,
  "term:review": OFFICES,
  "pairing:report-occasion": [...OFFICES, "helper"],
  "pairing:propose-handover": OFFICES,
  "pairing:answer-handover": [...OFFICES, "helper"],
  "pairing:change-co-helpers": OFFICES,
  "pairing:change-household": OFFICES,
  "pairing:settle-new-household": OFFICES,
  "coverage:read": [...OFFICES, "auditor"],
  "pairing:request-closing": [...OFFICES, "helper"],
  "correction:request": [...OFFICES, "helper"],
  "correction:decide": OFFICES,
  "pairing:decide-closing": OFFICES,
  "evidence:bring": [...OFFICES, "helper"],
  "evidence:look": READERS,
  "evidence:audit": ["administrator", "auditor"],
  "sham:read": [...OFFICES, "auditor"],
  "sham:judge": OFFICES,
  "month-end:read": READERS,
  "month-end:export": READERS,
  "month-end:audit": ["administrator", "auditor"],
  "roster:read": COUNTY,
  "roster:upload": COUNTY,
  "roster:run": COUNTY,
  "inbox:own": READERS,
  "account:manage": ["administrator"],
  "seat:manage": COUNTY,
  "deputy:own": ["helper"],
  "engine:read": ["administrator", "engineer"],
  "engine:read-case": ["administrator", "engineer", "county-office"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export function mayDo(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return allowed.includes(role);
}
