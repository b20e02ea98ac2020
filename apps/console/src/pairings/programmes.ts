import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";

export const programmesQuery = queryOptions({
  queryKey: ["programmes"],
  queryFn: () => api.programmes(),
  staleTime: 300_000,
});

/** A programme's name; its id while the name is not known. */
export function useProgrammeName(programmeId: string): string {
  const { data } = useQuery(programmesQuery);
  return data?.items.find((programme) => programme.id === programmeId)?.name ?? programmeId;
}
