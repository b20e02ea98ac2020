import type { ShamItem } from "../api/types";
import { MeaningTag, type Meaning } from "../feedback/MeaningTag";
import { useWords } from "../wording/useWords";

const MEANING_OF: Readonly<Record<NonNullable<ShamItem["judgement"]>, Meaning>> = {
  real: "done",
  sham: "overdue",
  unclear: "not-yet",
};

/** What a person has found, or that nobody has looked yet. */
export function JudgementTag({ judgement }: Pick<ShamItem, "judgement">) {
  const { t, term } = useWords();
  if (judgement === null) return <MeaningTag meaning="soon">{t("sham.notJudged")}</MeaningTag>;
  return <MeaningTag meaning={MEANING_OF[judgement]}>{term("shamJudgement", judgement)}</MeaningTag>;
}
