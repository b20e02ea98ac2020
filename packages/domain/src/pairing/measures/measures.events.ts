import type { Of } from "../../case/event-of";
import type { CorrectionReason, MeasureKind, MeasureUnit, ProjectStage } from "./measures.moves";

export interface MeasureRecorded extends Of<"MeasureRecorded"> {
  readonly kind: MeasureKind;
  /** As the policy counted it then; null: in money alone. */
  readonly unit: MeasureUnit | null;
  readonly amount: number;
  readonly amountFen: number;
  /** The plan to whose line it belongs; null with `line`: it was not planned. */
  readonly planSeq: number | null;
  readonly line: number | null;
  readonly projectStage: ProjectStage | null;
  readonly recordedBy: string;
  readonly contentIds: readonly string[];
}
/** A counter-entry: what has to be added to the wrong entry so that the figures are right; that entry stays as it is. */
export interface MeasureCorrected extends Of<"MeasureCorrected"> {
  readonly measureSeq: number;
  readonly kind: MeasureKind;
  readonly unit: MeasureUnit | null;
  /** Right figure less what counted before; negative where it was too much. */
  readonly byAmount: number;
  readonly byFen: number;
  readonly amount: number;
  readonly amountFen: number;
  readonly reason: CorrectionReason;
  readonly correctedBy: string;
  readonly contentIds: readonly string[];
}
export interface ProjectAdvanced extends Of<"ProjectAdvanced"> {
  readonly projectSeq: number;
  readonly from: ProjectStage;
  readonly projectStage: ProjectStage;
  readonly recordedBy: string;
  readonly contentIds: readonly string[];
}

export type MeasureEvent = MeasureRecorded | MeasureCorrected | ProjectAdvanced;
