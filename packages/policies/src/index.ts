import type { WorkCalendar } from "@jiedui/domain";
import workCalendar from "../data/work-calendar.json";
import { baokangV1 } from "./baokang.v1";
import { baokangV2 } from "./baokang.v2";
import { exampleV1 } from "./example.v1";
import { liaoyangV1 } from "./liaoyang.v1";
import { policyDocument, type PolicyDocument } from "./policy-document";
import { visitsOnlyV1 } from "./visits-only.v1";
import { wholeLifeV1 } from "./whole-life.v1";
import { wushanV1 } from "./wushan.v1";

export * from "./policy-document";

/** Every version that was ever in force, oldest first. */
export const POLICIES: readonly PolicyDocument[] = [baokangV1, baokangV2, liaoyangV1, wushanV1].map(
  (document) => policyDocument.parse(document),
);
/** Programmes that nobody ever had, for tests. */
export const MADE_UP_POLICIES: readonly PolicyDocument[] = [exampleV1, visitsOnlyV1, wholeLifeV1].map(
  (document) => policyDocument.parse(document),
);

/** Programmes that are, or were, real. */
export const PROGRAMME_IDS: readonly string[] = [...new Set(POLICIES.map(({ programmeId }) => programmeId))];

/** The published working calendar; a year that is not in it is provisional. */
export function publishedCalendar(): WorkCalendar & { readonly source: string } {
  return workCalendar;
}
