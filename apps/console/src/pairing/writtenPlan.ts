import type { PlanPart } from "@jiedui/domain";
import { partOf, textOf, textsOf } from "../wording/fields";
import { useTimeline } from "./timeline";

/** What was written of a plan: each part, and each line's content. */
export interface WrittenPlan {
  readonly texts: Readonly<Partial<Record<PlanPart, string>>>;
  readonly whats: readonly string[];
}

/** The text of the plan that was submitted with that event; undefined until it is read, empty when it may not be seen. */
export function useWrittenPlan(caseId: string, seq: number | undefined): WrittenPlan | undefined {
  const timeline = useTimeline(caseId, undefined);
  if (timeline.data === undefined) return undefined;
  const body = timeline.data.pages
    .flatMap((page) => page.items)
    .find((event) => event.seq === seq)
    ?.contents.find(({ purpose }) => purpose === "plan")?.body;
  if (body === undefined || body === null) return { texts: {}, whats: [] };
  const texts = partOf(body, "texts") ?? {};
  return {
    texts: Object.fromEntries(Object.keys(texts).map((part) => [part, textOf(texts, part)])),
    whats: textsOf(body, "lines"),
  };
}
