import type { PlanPart } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import type { Pairing, TimelineItem } from "../api/types";
import { partOf, textOf, textsOf } from "../wording/fields";

/** What was written of a plan: each part, and each line's content. */
export interface WrittenPlan {
  readonly texts: Readonly<Partial<Record<PlanPart, string>>>;
  readonly whats: readonly string[];
}
const NOTHING: WrittenPlan = { texts: {}, whats: [] };

/** The plan by which help goes on; before there is one, what waits for its review. */
export function presentPlan({ history, inForce, submittedSeq }: NonNullable<Pairing["plan"]>) {
  const shown = inForce?.seq ?? submittedSeq;
  return history.find(({ seq }) => seq === shown);
}

/** The text of the plan that was submitted with that event; undefined until it is read, empty when it may not be seen. */
export function useWrittenPlan(caseId: string, seq: number | undefined): WrittenPlan | undefined {
  const event = useQuery({
    queryKey: ["event", caseId, seq],
    queryFn: () => api.event(caseId, seq ?? 0),
    enabled: seq !== undefined,
  });
  if (seq === undefined) return NOTHING;
  if (event.data === undefined) return event.isError ? NOTHING : undefined;
  return writtenIn(event.data);
}

/** What was written with the event that submitted a plan. */
export function writtenIn({ contents }: Pick<TimelineItem, "contents">): WrittenPlan {
  const body = contents.find(({ purpose }) => purpose === "plan")?.body;
  if (body === undefined || body === null) return NOTHING;
  const texts = partOf(body, "texts") ?? {};
  return {
    texts: Object.fromEntries(Object.keys(texts).map((part) => [part, textOf(texts, part)])),
    whats: textsOf(body, "lines"),
  };
}
