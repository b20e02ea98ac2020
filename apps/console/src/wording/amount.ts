import { yuan } from "./money";
import type { Wording } from "./useWords";

/** So much of a measure: `5 件`, `800.00 元`, or both; a plain 0 where nothing is left of it. */
export function amountInWords(
  { amount, amountFen, unit }: { amount: number; amountFen: number; unit: string | null },
  { t, term }: Wording,
): string {
  const counted = unit === null || amount === 0 ? [] : [`${amount} ${term("measureUnit", unit)}`];
  const paid = amountFen === 0 ? [] : [`${yuan(amountFen)} ${t("common.yuan")}`];
  const said = [...counted, ...paid].join(t("outcomes.separator"));
  return said === "" ? "0" : said;
}
