import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import type { Pairing, Subject } from "../api/types";
import { useWords } from "../wording/useWords";

/** Who lives in the household of a case, read when a form needs it; undefined until then. */
export function useHousehold({ subject, seq }: Pairing): {
  members: Subject["members"] | undefined;
  choices: { value: string; label: string }[];
} {
  const { term } = useWords();
  const { data } = useQuery({
    queryKey: ["subject", subject.id, seq],
    queryFn: () => api.subject(subject.id),
  });
  const members = data?.members;
  const choices = (members ?? []).map(({ id, name, relation }) => ({
    value: id,
    label: `${name} · ${term("relation", relation)}`,
  }));
  return { members, choices };
}
