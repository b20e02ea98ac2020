import type { DataSource, EntityManager } from "typeorm";
import { runPrepared } from "./prepared";

/** Which rows a request may see: a range of division codes, and the cases of some helpers and units. */
export interface Scope {
  readonly areaFrom: string;
  /** Exclusive. */
  readonly areaTo: string;
  /** Helpers whose seat the account holds, itself among them: it sees the pairings that they stand in. */
  readonly helperIds: readonly string[];
  /** Units whose head's seat the account holds: it sees their pairings. */
  readonly unitIds: readonly string[];
  /** Whether it knows whom a draw took for an unannounced check, before the check is done. */
  readonly knowsOfDraws: boolean;
}

/** No row at all. */
export const NO_SCOPE: Scope = { areaFrom: "x", areaTo: "", helperIds: [], unitIds: [], knowsOfDraws: false };
export const WHOLE_COUNTRY: Scope = { ...NO_SCOPE, areaFrom: "0", areaTo: "9~" };

/** Those who draw, and those who check that it was done rightly. */
const KNOW_OF_DRAWS = ["administrator", "county-office", "auditor"];

/** What an account may see, by what it is and by the seats that it holds. */
export function scopeOf(account: {
  readonly role: string;
  readonly areaCode: string | null;
  readonly helperIds: readonly string[];
  readonly unitIds: readonly string[];
}): Scope {
  const { role, areaCode, helperIds, unitIds } = account;
  const seats = { helperIds, unitIds, knowsOfDraws: KNOW_OF_DRAWS.includes(role) };
  switch (role) {
    case "administrator":
    case "auditor":
      return { ...(areaCode === null ? WHOLE_COUNTRY : scopeOfArea(areaCode)), ...seats };
    case "county-office":
    case "township-office":
      return { ...(areaCode === null ? NO_SCOPE : scopeOfArea(areaCode)), ...seats };
    case "helper":
      return { ...NO_SCOPE, ...seats };
    default:
      return NO_SCOPE;
  }
}

/** Everything inside an area: the codes that share its leading digits. */
export function scopeOfArea(areaCode: string): Scope {
  const prefix = areaCode.replace(/0+$/, "");
  const digits = [2, 4, 6, 9, 12].find((length) => length >= prefix.length) ?? 12;
  const leading = areaCode.slice(0, digits);
  return { ...NO_SCOPE, areaFrom: leading.padEnd(12, "0"), areaTo: `${leading}~` };
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
      "select set_config('app.area_from', $1, true), set_config('app.area_to', $2, true), set_config('app.helper_ids', $3, true), set_config('app.unit_ids', $4, true), set_config('app.knows_of_draws', $5, true)",
      [
        scope.areaFrom,
        scope.areaTo,
        `{${scope.helperIds.join(",")}}`,
        `{${scope.unitIds.join(",")}}`,
        String(scope.knowsOfDraws),
      ],
    );
    return work(manager);
  });
}
