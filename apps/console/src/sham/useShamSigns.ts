import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import type { ShamItem } from "../api/types";
import { maySee, useSession } from "../session/session";

const MOST_OF_A_CASE = 200;

/** Signs at the events of a case, for whoever may see them. */
export function useShamSigns(caseId: string): (seq: number) => readonly ShamItem[] {
  const { role } = useSession();
  const signs = useQuery({
    queryKey: ["sham-signs", "case", caseId],
    queryFn: () => api.shamSigns({ case: caseId, limit: MOST_OF_A_CASE }),
    enabled: maySee(role, "visit-check"),
  });
  return (seq) =>
    (signs.data?.items ?? []).filter(({ visits }) =>
      visits.some((visit) => visit.caseId === caseId && visit.seq === seq),
    );
}
