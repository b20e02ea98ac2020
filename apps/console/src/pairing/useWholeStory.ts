import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import type { TimelineItem } from "../api/types";

const MOST_A_PAGE = 200;

async function wholeStory(caseId: string, asOf: string | undefined): Promise<TimelineItem[]> {
  const events: TimelineItem[] = [];
  let beforeSeq: number | undefined;
  do {
    const page = await api.timeline(caseId, { asOf, beforeSeq, limit: MOST_A_PAGE });
    events.push(...page.items);
    beforeSeq = page.nextBeforeSeq ?? undefined;
  } while (beforeSeq !== undefined);
  return events.sort((one, other) => one.seq - other.seq);
}

/** Every event of a case in the order of its log; what reads the whole life needs more than the pages of a timeline. */
export function useWholeStory(caseId: string, asOf: string | undefined, isWanted = true) {
  return useQuery({
    queryKey: ["story", caseId, asOf],
    queryFn: () => wholeStory(caseId, asOf),
    enabled: isWanted,
  });
}
