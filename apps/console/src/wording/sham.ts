import { numberOf, textOf, type Data } from "./fields";
import type { Wording } from "./useWords";

/** What a sign says, made of what was measured. */
export function shamSentence({ kind, facts }: { kind: string; facts: Data }, words: Wording): string {
  const { t } = words;
  const minutes = numberOf(facts, "minutes");
  switch (kind) {
    case "far-apart":
      return "kilometres" in facts
        ? t("sham.farApartByPhotograph", { minutes, kilometres: numberOf(facts, "kilometres") })
        : t("sham.farApartByEntry", { minutes });
    case "copied-text":
      return t("sham.copiedText", { percent: numberOf(facts, "similarityPercent") });
    case "photo-twice":
      return t("sham.photoTwice", { count: numberOf(facts, "photographs") });
    case "last-day":
      return t("sham.lastDay", {
        month: words.month(textOf(facts, "month")),
        count: numberOf(facts, "visits"),
      });
    default:
      return words.term("shamKind", kind);
  }
}
