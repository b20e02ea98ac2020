import type { ListedState, NoticeState } from "@jiedui/domain";
import { MeaningTag, type Meaning } from "../feedback/MeaningTag";
import { useWords } from "../wording/useWords";

const MEANING_OF: Record<NoticeState | ListedState, Meaning> = {
  draft: "not-yet",
  beginning: "soon",
  hanging: "soon",
  concluded: "done",
  "taken-down": "not-yet",
  listed: "not-yet",
  refused: "overdue",
  "struck-off": "not-yet",
  left: "not-yet",
};

export function NoticeStateTag({ state }: { state: NoticeState }) {
  const { term } = useWords();
  return <MeaningTag meaning={MEANING_OF[state]}>{term("noticeState", state)}</MeaningTag>;
}

export function ListedStateTag({ state }: { state: ListedState }) {
  const { term } = useWords();
  return <MeaningTag meaning={MEANING_OF[state]}>{term("listedState", state)}</MeaningTag>;
}
