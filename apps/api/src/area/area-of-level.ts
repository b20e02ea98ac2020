import { levelOf, type AreaLevel, type DivisionCode } from "@jiedui/domain";
import { refused } from "../http/refused";

/** @throws ProblemError 409 AREA_OF_ANOTHER_LEVEL */
export function areaOfLevel(areaCode: DivisionCode, allowed: readonly AreaLevel[]): void {
  if (!allowed.includes(levelOf(areaCode)))
    throw refused({ code: "AREA_OF_ANOTHER_LEVEL", areaCode, allowed });
}
