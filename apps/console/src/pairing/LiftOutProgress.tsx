import type { LiftOutStep } from "@jiedui/domain";
import type { ObligationItem, Pairing } from "../api/types";
import { DueTag } from "../feedback/MeaningTag";
import { seatOfObligation } from "../wording/events";
import { useWords } from "../wording/useWords";

/** A lift-out as a checklist: what is done, where it stands and with whom, what is still to come. */
export function LiftOutProgress({ pairing: { life, obligations } }: { pairing: Pairing }) {
  const words = useWords();
  const { t, term } = words;
  const { liftOut } = life;
  if (liftOut === null) return null;
  const at = liftOut.steps.indexOf(liftOut.step);
  return (
    <section className="surface present-part">
      <h2>{t("liftOut.progress")}</h2>
      <ol className="checklist">
        {liftOut.steps.map((step, index) => (
          <li
            key={step}
            className={index < at ? "step-done" : index === at ? "step-here" : "step-to-come"}
            aria-current={index === at ? "step" : undefined}
          >
            <span>{term("liftOutStep", step)}</span>
            {index === at ? <Here step={step} liftOut={liftOut} obligations={obligations} /> : null}
            <span className="sr-only">
              {index < at ? t("liftOut.done") : index === at ? t("liftOut.here") : t("liftOut.toCome")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Here({
  step,
  liftOut: { notice, objections },
  obligations,
}: {
  step: LiftOutStep;
  liftOut: NonNullable<Pairing["life"]["liftOut"]>;
  obligations: readonly ObligationItem[];
}) {
  const words = useWords();
  const { t } = words;
  const owed = obligations.find(({ kind }) => kind === step);
  const open = objections.filter(({ answered }) => !answered).length;
  return (
    <div className="checklist-here">
      {notice === null ? null : (
        <p>
          {t("liftOut.hangs", { from: words.shortDay(notice.from), until: words.shortDay(notice.until) })}
        </p>
      )}
      {open === 0 ? null : <p className="tone-overdue">{t("liftOut.openObjections", { count: open })}</p>}
      {owed === undefined ? null : (
        <p className="quiet">
          {seatOfObligation(owed, words)} <DueTag {...owed} />
        </p>
      )}
    </div>
  );
}
