import { workflowIdOf } from "@jiedui/workflow-contracts";
import type { Client } from "@temporalio/client";
import { temporal } from "@temporalio/proto";

/** What only a rehearsal writes: its clock was moved. */
const OF_THE_CLOCK = ["WorkflowExecutionOptionsUpdated", "WorkflowExecutionTimeSkippingTransitioned"];

/** Types of the raw events of a case's present run, as the engine has them, without those of a moved clock. */
export async function eventTypesOf(client: Client, caseId: string): Promise<string[]> {
  const { events } = await client.workflow.getHandle(workflowIdOf("pairing", caseId)).fetchHistory();
  return (events ?? [])
    .map(({ eventType }) => camel(temporal.api.enums.v1.EventType[eventType ?? 0] ?? ""))
    .filter((type) => !OF_THE_CLOCK.includes(type));
}

/** EVENT_TYPE_TIMER_STARTED becomes TimerStarted. */
function camel(name: string): string {
  return name
    .replace(/^EVENT_TYPE_/, "")
    .toLowerCase()
    .replace(/(^|_)([a-z])/g, (_whole, _gap, letter: string) => letter.toUpperCase());
}
