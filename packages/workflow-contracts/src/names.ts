/** Names that the engine knows. Changing one breaks running cases. */
export const CASES_TASK_QUEUE = "cases";
export const REPORT_QUERY = "report";
/** Said to a case that does not know all of its log: it looks, and catches up. */
export const WAKE_SIGNAL = "wake";
/** What a case is started with, before it is known in which stage it is opened. */
export const STAGE_AT_START = "helping";
export const SEARCH_ATTRIBUTES = { kind: "CaseKind", stage: "CaseStage", area: "AreaCode" } as const;

/** Workflow type of each kind of case. */
export const WORKFLOW_TYPE_OF = { pairing: "pairingWorkflow" } as const;
export type CaseKindName = keyof typeof WORKFLOW_TYPE_OF;

/** One running workflow a case; opaque, nothing personal. */
export function workflowIdOf(kind: CaseKindName, caseId: string): string {
  return `${kind}/${caseId}`;
}

export function caseOfWorkflowId(workflowId: string): { kind: string; caseId: string } {
  const slash = workflowId.indexOf("/");
  return { kind: workflowId.slice(0, slash), caseId: workflowId.slice(slash + 1) };
}
