import type { WorkCalendar } from "@jiedui/domain";
import workCalendar from "../data/work-calendar.json";
import { baokangV1 } from "./baokang.v1";
import { exampleV1 } from "./example.v1";
import { policyDocument, type PolicyDocument } from "./policy-document";
import { wholeLifeV1 } from "./whole-life.v1";

export * from "./policy-document";

/** Every version that was ever in force, oldest first. */
export const POLICIES: readonly PolicyDocument[] = [policyDocument.parse(baokangV1)];
/** Programmes that nobody ever had, for tests. */
export const MADE_UP_POLICIES: readonly PolicyDocument[] = [
  policyDocument.parse(exampleV1),
  policyDocument.parse(wholeLifeV1),
];

/** The published working calendar; a year that is not in it is provisional. */
export function publishedCalendar(): WorkCalendar & { readonly source: string } {
  return workCalendar;
}
