import { Link } from "@tanstack/react-router";
import type { ParkedCases } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { useWords } from "../wording/useWords";

/** Cases that a fault has stopped, with the failure decoded, since when and in which release. */
export function ParkedList({ items }: { items: ParkedCases["items"] }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="surface engine-part" aria-labelledby="parked-title">
      <h2 id="parked-title">
        {t("engine.parked")} <span className="quiet">{items.length}</span>
      </h2>
      {items.length === 0 ? (
        <p>
          <MeaningTag meaning="done">{t("engine.parkedNone")}</MeaningTag>
        </p>
      ) : (
        <>
          <p className="quiet">{t("engine.parkedText")}</p>
          <ul className="parked">
            {items.map(({ workflowId, caseId, since, attempts, failure, release }) => (
              <li key={workflowId}>
                <div className="parked-head">
                  <Link to="/engine/$caseId" params={{ caseId }} search={{}} className="plain-link mono">
                    {workflowId}
                  </Link>
                  <MeaningTag meaning="overdue">{t("engine.attempts", { count: attempts })}</MeaningTag>
                  <span className="quiet">
                    {since === null ? null : `${t("engine.since")} ${words.instant(since)}`}
                    {release === null ? null : ` · ${t("engine.release")} ${release}`}
                  </span>
                </div>
                {failure === null ? null : (
                  <>
                    <p className="parked-failure">
                      {failure.type === null ? null : <code>{failure.type}</code>} {failure.message}
                    </p>
                    {failure.stack === null ? null : (
                      <details className="raw">
                        <summary>{t("engine.stack")}</summary>
                        <pre tabIndex={0}>{failure.stack}</pre>
                      </details>
                    )}
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
