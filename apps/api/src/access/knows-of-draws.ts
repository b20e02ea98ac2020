import type { Role } from "@jiedui/http-contracts";

/** An unannounced check stays a secret of those who draw and of the auditors until it is done. */
export function knowsOfDraws(role: Role): boolean {
  return role === "administrator" || role === "county-office" || role === "auditor";
}
