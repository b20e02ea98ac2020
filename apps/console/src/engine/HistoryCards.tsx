import type { EngineHistory } from "../api/types";
import { MeaningTag, type Meaning } from "../feedback/MeaningTag";
import { useWords } from "../wording/useWords";

type Card = EngineHistory["cards"][number];
const MEANING_OF: Record<Card["kind"], Meaning> = {
  opened: "done",
  command: "done",
  "time-passed": "soon",
  continued: "not-yet",
  started: "not-yet",
  other: "not-yet",
};

/** One card a human step, its engine events folded inside. */
export function HistoryCards({ history }: { history: EngineHistory }) {
  const words = useWords();
  const { t } = words;
  return (
    <ol className="history-cards">
      {history.cards.map((card) => (
        <li key={card.firstEventId} className="surface history-card">
          <div className="parked-head">
            <MeaningTag meaning={MEANING_OF[card.kind]}>{t(`engine.cardKind.${card.kind}`)}</MeaningTag>
            <strong>{words.term("move", card.title)}</strong>
            <span className="quiet">{words.instant(card.at)}</span>
          </div>
          <p className="quiet">
            {t("engine.eventsRange", { from: card.firstEventId, to: card.lastEventId })}
            {card.seqs.length === 0
              ? null
              : ` · ${t("engine.wrote", { seqs: card.seqs.join(t("outcomes.separator")) })}`}
          </p>
          <details className="raw">
            <summary>{t("engine.asList")}</summary>
            <pre tabIndex={0}>
              {JSON.stringify(
                history.events.filter(({ id }) => id >= card.firstEventId && id <= card.lastEventId),
                null,
                2,
              )}
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
