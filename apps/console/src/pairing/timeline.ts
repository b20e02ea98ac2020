import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../api/routes";

/** A case's events, page by page backwards. */
export function useTimeline(caseId: string, asOf: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["timeline", caseId, asOf],
    queryFn: ({ pageParam }) => api.timeline(caseId, { asOf, beforeSeq: pageParam, limit: 100 }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.nextBeforeSeq ?? undefined,
    refetchInterval: 60_000,
    placeholderData: (before, query) => (query?.queryKey[1] === caseId ? before : undefined),
  });
}
