import type { ComponentType } from "react";
import type { PartProps } from "./DossierPart";
import { EventRecord } from "./EventRecord";
import { HandoversPart, HouseholdChangesPart, LiftOutPart, RevisitsPart } from "./Happenings";
import { HelpersPart } from "./HelpersPart";
import { HouseholdPart } from "./HouseholdPart";
import { IncomePart } from "./IncomePart";
import { MeasuresPart } from "./MeasuresPart";
import { PlanPart } from "./PlanPart";
import { TermPart } from "./TermPart";
import { VisitsPart } from "./VisitsPart";

/**
 * The dossier, part by part in the order of a life. A part of its own is one file and one line here; it renders nothing
 * where the life has nothing of it.
 */
export const DOSSIER_PARTS: readonly {
  part: string;
  Part: ComponentType<PartProps>;
  isForPublic: boolean;
}[] = [
  { part: "household", Part: HouseholdPart, isForPublic: true },
  { part: "household-changes", Part: HouseholdChangesPart, isForPublic: false },
  { part: "helpers", Part: HelpersPart, isForPublic: true },
  { part: "term", Part: TermPart, isForPublic: true },
  { part: "plan", Part: PlanPart, isForPublic: true },
  { part: "measures", Part: MeasuresPart, isForPublic: true },
  { part: "visits", Part: VisitsPart, isForPublic: true },
  { part: "income", Part: IncomePart, isForPublic: true },
  { part: "lift-out", Part: LiftOutPart, isForPublic: true },
  { part: "revisits", Part: RevisitsPart, isForPublic: false },
  { part: "handovers", Part: HandoversPart, isForPublic: false },
  { part: "record", Part: EventRecord, isForPublic: false },
];
