import { capitalYuan, yuan } from "../wording/money";
import { dayOf } from "../wording/dates";
import { eventAside, eventSentence } from "../wording/events";
import { useWords } from "../wording/useWords";
import { DossierPart, PaperTable, type PartProps } from "./DossierPart";
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

/** An amount that was paid, repeated in capital characters as on every paper that money is paid by. */
function Paid({ fen }: { fen: number | null }) {
  const { t } = useWords();
  if (fen === null) return null;
  return (
    <div className="paper-aside">
      {yuan(fen)} {t("common.yuan")}（{capitalYuan(Math.abs(fen))}）
    </div>
  );
}
