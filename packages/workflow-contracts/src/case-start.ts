import type { CaseInput } from "./case";
import { SEARCH_ATTRIBUTES, WORKFLOW_TYPE_OF, workflowIdOf, type CaseKindName } from "./names";

/** How a case is put onto the engine: alike by the api, by a campaign and after the engine was lost. */
export interface CaseStart {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly input: CaseInput;
  readonly searchAttributes: Readonly<Record<string, string>>;
}

export function caseStart(
  kind: CaseKindName,
  { caseId, resume, notBeforeMs }: Pick<CaseInput, "caseId" | "resume" | "notBeforeMs">,
  { stage, areaCode }: { readonly stage: string; readonly areaCode: string },
): CaseStart {
  return {
    workflowType: WORKFLOW_TYPE_OF[kind],
    workflowId: workflowIdOf(kind, caseId),
    input: { caseId, carried: null, resume, notBeforeMs },
    searchAttributes: {
      [SEARCH_ATTRIBUTES.kind]: kind,
      [SEARCH_ATTRIBUTES.stage]: stage,
      [SEARCH_ATTRIBUTES.area]: areaCode,
    },
  };
}
