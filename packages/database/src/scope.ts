import type { DataSource, EntityManager } from "typeorm";
import { runPrepared } from "./prepared";

/** Which rows a request may see: a range of division codes, and the cases of one helper. */
export interface Scope {
  readonly areaFrom: string;
  /** Exclusive. */
  readonly areaTo: string;
  readonly helperId: string | null;
  /** Units whose head the account is: it sees their pairings. */
  readonly unitIds: readonly string[];
}

/** No row at all. */
export const NO_SCOPE: Scope = { areaFrom: "x", areaTo: "", helperId: null, unitIds: [] };
const WHOLE_COUNTRY: Scope = { areaFrom: "0", areaTo: "9~", helperId: null, unitIds: [] };

/** What an account may see, by what it is. */
export function scopeOf(account: {
  readonly role: string;
  readonly areaCode: string | null;
  readonly helperId: string | null;
  readonly unitIds: readonly string[];
}): Scope {
  switch (account.role) {
    case "administrator":
    case "auditor":
      return account.areaCode === null ? WHOLE_COUNTRY : scopeOfArea(account.areaCode);
    case "county-office":
    case "township-office":
      return account.areaCode === null ? NO_SCOPE : scopeOfArea(account.areaCode);
    case "helper":
      return { ...NO_SCOPE, helperId: account.helperId, unitIds: account.unitIds };
    default:
      return NO_SCOPE;
  }
}

/** Everything inside an area: the codes that share its leading digits. */
export function scopeOfArea(areaCode: string): Scope {
  const prefix = areaCode.replace(/0+$/, "");
  const digits = [2, 4, 6, 9, 12].find((length) => length >= prefix.length) ?? 12;
  const leading = areaCode.slice(0, digits);
  return { areaFrom: leading.padEnd(12, "0"), areaTo: `${leading}~`, helperId: null, unitIds: [] };
}

/** Runs work in one transaction that sees the scope's rows and no others. */
export function withScope<Answer>(
  dataSource: DataSource,
  scope: Scope,
  work: (manager: EntityManager) => Promise<Answer>,
): Promise<Answer> {
  return dataSource.transaction(async (manager) => {
    await runPrepared(
      manager,
      "select set_config('app.area_from', $1, true), set_config('app.area_to', $2, true), set_config('app.helper_id', $3, true), set_config('app.unit_ids', $4, true)",
      [scope.areaFrom, scope.areaTo, scope.helperId ?? "", `{${scope.unitIds.join(",")}}`],
    );
    return work(manager);
  });
}
