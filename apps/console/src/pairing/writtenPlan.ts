import type { PlanPart } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import { partOf, textOf, textsOf } from "../wording/fields";

/** What was written of a plan: each part, and each line's content. */
export interface WrittenPlan {
  readonly texts: Readonly<Partial<Record<PlanPart, string>>>;
  readonly whats: readonly string[];
}
const NOTHING: WrittenPlan = { texts: {}, whats: [] };

/** The text of the plan that was submitted with that event; undefined until it is read, empty when it may not be seen. */
export function useWrittenPlan(caseId: string, seq: number | undefined): WrittenPlan | undefined {
  const event = useQuery({
    queryKey: ["event", caseId, seq],
    queryFn: () => api.event(caseId, seq ?? 0),
    enabled: seq !== undefined,
  });
  if (seq === undefined) return NOTHING;
  if (event.data === undefined) return event.isError ? NOTHING : undefined;
  const body = event.data.contents.find(({ purpose }) => purpose === "plan")?.body;
  if (body === undefined || body === null) return NOTHING;
  const texts = partOf(body, "texts") ?? {};
  return {
    texts: Object.fromEntries(Object.keys(texts).map((part) => [part, textOf(texts, part)])),
    whats: textsOf(body, "lines"),
  };
}
