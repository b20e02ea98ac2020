import type { WorkCalendar } from "@jiedui/domain";
import workCalendar from "../data/work-calendar.json";
import { baokangV1 } from "./baokang.v1";
import { exampleV1 } from "./example.v1";
import { policyDocument, type PolicyDocument } from "./policy-document";

export * from "./policy-document";

/** Every version that was ever in force, oldest first. `example` is made up and belongs to tests and rehearsals. */
export const POLICIES: readonly PolicyDocument[] = [baokangV1, exampleV1].map((document) =>
  policyDocument.parse(document),
);

/** The published working calendar; a year that is not in it is provisional. */
export function publishedCalendar(): WorkCalendar & { readonly source: string } {
  return workCalendar;
}
