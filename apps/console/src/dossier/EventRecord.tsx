import { PaperTable } from "../paper/PaperTable";
import { capitalYuan, yuan } from "../wording/money";
import { dayOf } from "../wording/dates";
import { eventAside, eventSentence } from "../wording/events";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { byDay, paidFen } from "./facts";

/** Every event by its day, with its number in the log: what all other parts were taken from. */
export function EventRecord({ story }: PartProps) {
  const words = useWords();
  const { t, shortDay } = words;
  return (
    <DossierPart title={t("dossier.record")}>
      <PaperTable
        label={t("dossier.record")}
        heads={[
          t("dossier.number"),
          t("dossier.day"),
          t("dossier.what"),
          t("dossier.who"),
          t("dossier.recordedOn"),
        ]}
      >
        {byDay(story).map((event) => (
          <tr key={event.seq}>
            <td>{event.seq}</td>
            <td>{shortDay(event.happenedOn)}</td>
            <td className="paper-words">
              {[eventSentence(event, words), ...eventAside(event, words)].join(t("outcomes.separator"))}
              <Paid fen={paidFen(event)} />
            </td>
            <td>{event.automatic ? t("pairing.automatic") : (event.actorName ?? t("events.someone"))}</td>
            <td>{shortDay(dayOf(event.recordedAt))}</td>
          </tr>
        ))}
      </PaperTable>
    </DossierPart>
  );
}

/** An amount that was paid; in Chinese repeated in capital characters, as on every paper that money is paid by. */
function Paid({ fen }: { fen: number | null }) {
  const { t, language } = useWords();
  if (fen === null) return null;
  const amount = `${yuan(fen)} ${t("common.yuan")}`;
  const isInCapitals = language.startsWith("zh") && fen > 0;
  return (
    <div className="paper-aside">
      {isInCapitals ? `${amount}${t("dossier.inBrackets", { text: capitalYuan(fen) })}` : amount}
    </div>
  );
}
