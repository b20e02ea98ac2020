import type { RosterState } from "@jiedui/domain";
import { MeaningTag, type Meaning } from "../feedback/MeaningTag";
import { useWords } from "../wording/useWords";

const MEANING_OF: Readonly<Record<RosterState, Meaning>> = {
  uploaded: "not-yet",
  previewed: "soon",
  running: "soon",
  paused: "soon",
  stopped: "not-yet",
  finished: "done",
};

export function RosterStateTag({ state }: { state: RosterState }) {
  const { t } = useWords();
  return <MeaningTag meaning={MEANING_OF[state]}>{t(`rosters.state.${state}`)}</MeaningTag>;
}
