import type { DivisionCode } from "../../area/division-code";
import type { Rank } from "../../people/rank";
import type { SubjectKind } from "../../subject/subject-kind";
import type { Day } from "../../time/day";

export interface OpeningPayloads {
  open: {
    programmeId: string;
    subject: { id: string; kind: SubjectKind; areaCode: DivisionCode };
    leadHelper: { id: string; rank: Rank; unitId: string };
    coHelpers: readonly { id: string; rank: Rank }[];
    signedOn: Day;
    termMonths: number | null;
  };
}
export const OPENING_MOVES = ["open"] as const satisfies readonly (keyof OpeningPayloads)[];
