import type { DivisionCode } from "../../area/division-code";
import type { Rank } from "../../people/rank";
import type { SubjectKind } from "../../subject/subject-kind";
import type { Day } from "../../time/day";
import type { TakenOver } from "./taken-over";

export interface OpeningPayloads {
  open: {
    programmeId: string;
    subject: { id: string; kind: SubjectKind; areaCode: DivisionCode };
    leadHelper: { id: string; rank: Rank; unitId: string };
    coHelpers: readonly { id: string; rank: Rank }[];
    signedOn: Day;
    termMonths: number | null;
    /** For a pairing that has run on paper; absent where it begins here. */
    takenOver?: TakenOver;
    /** The case of the household that this one has split off from, where one runs: it is told. */
    splitFromCaseId?: string;
  };
}
export const OPENING_MOVES = ["open"] as const satisfies readonly (keyof OpeningPayloads)[];
