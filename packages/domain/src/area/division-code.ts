/**
 * Twelve digits: province 2, prefecture 2, county 2 (GB/T 2260), township 3, village 3. A higher area ends in zeros.
 * Groups below the village have no national code.
 */
export type DivisionCode = string & { readonly __brand: "DivisionCode" };
export const AREA_LEVELS = ["country", "province", "prefecture", "county", "township", "village"] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** Leading digits that say where an area is, by level. */
const DIGITS_OF: Record<AreaLevel, number> = {
  country: 0,
  province: 2,
  prefecture: 4,
  county: 6,
  township: 9,
  village: 12,
};

export function isDivisionCode(text: string): text is DivisionCode {
  return /^\d{12}$/.test(text);
}

export function levelOf(code: DivisionCode): AreaLevel {
  if (/^0+$/.test(code)) return "country";
  if (code.endsWith("0000000000")) return "province";
  if (code.endsWith("00000000")) return "prefecture";
  if (code.endsWith("000000")) return "county";
  return code.endsWith("000") ? "township" : "village";
}

/** The leading digits that every area inside this one shares: 6 for a county, 9 for a township. */
export function prefixOf(code: DivisionCode): string {
  return code.slice(0, DIGITS_OF[levelOf(code)]);
}

/** The area of a higher level that this one lies in. */
export function areaAt(code: DivisionCode, level: AreaLevel): DivisionCode {
  return code.slice(0, DIGITS_OF[level]).padEnd(12, "0") as DivisionCode;
}

export function lies(inside: DivisionCode, area: DivisionCode): boolean {
  return inside.startsWith(prefixOf(area));
}
