import { areaAt, type DivisionCode } from "../../area/division-code";

/** Within a township the helper stays; beyond it somebody there has to take over. */
export function isBeyondTownship(to: DivisionCode, from: DivisionCode): boolean {
  return areaAt(to, "township") !== areaAt(from, "township");
}
