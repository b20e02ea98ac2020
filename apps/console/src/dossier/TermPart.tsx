import { EVENTS_OF } from "../pairing/matters";
import { eventSentence } from "../wording/events";
import { numberOf, textOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { eventsOf } from "./facts";

/** The signing, the term, and how it was renewed. */
export function TermPart({ pairing: { signedOn, termEndsOn, closedOn, policyVersion }, story }: PartProps) {
  const words = useWords();
  const { t, shortDay } = words;
  const opened = story.find(({ type }) => type === "PairingOpened")?.data ?? {};
  const renewals = eventsOf(story, EVENTS_OF.term);
  return (
    <DossierPart title={t("dossier.term")}>
      <dl className="paper-facts">
        <dt>{t("pairings.signedOn")}</dt>
        <dd>{shortDay(signedOn)}</dd>
        <dt>{t("pairing.term")}</dt>
        <dd>
          {t("dossier.months", { count: numberOf(opened, "termMonths") })} ·{" "}
          {t("pairing.termRange", { from: shortDay(signedOn), to: shortDay(textOf(opened, "termEndsOn")) })}
        </dd>
        {termEndsOn === textOf(opened, "termEndsOn") ? null : (
          <>
            <dt>{t("dossier.termNow")}</dt>
            <dd>{shortDay(termEndsOn)}</dd>
          </>
        )}
        <dt>{t("terms.policy")}</dt>
        <dd>{t("dossier.version", { version: policyVersion })}</dd>
        {closedOn === null ? null : (
          <>
            <dt>{t("terms.stage.closed")}</dt>
            <dd>{shortDay(closedOn)}</dd>
          </>
        )}
      </dl>
      {renewals.length === 0 ? null : (
        <ol className="paper-list">
          {renewals.map((event) => (
            <li key={event.seq}>
              {shortDay(event.happenedOn)} {eventSentence(event, words)}
            </li>
          ))}
        </ol>
      )}
    </DossierPart>
  );
}
