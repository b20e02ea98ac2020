import type { EngineStatus } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { durationInWords } from "../wording/dates";
import { useWords } from "../wording/useWords";

/** Engine, workers, queues and their lag, the oldest run. */
export function StatusPanel({ status }: { status: EngineStatus }) {
  const words = useWords();
  const { t } = words;
  const { reachable, address, namespace, serverVersion, canSkipTime, queues, workers, outbox } = status;
  return (
    <>
      <section className="surface engine-part">
        <h2>{t("engine.server")}</h2>
        <p className="engine-line">
          <MeaningTag meaning={reachable ? "done" : "overdue"}>
            {t(reachable ? "engine.reachable" : "engine.unreachable")}
          </MeaningTag>
          <code>{address}</code>
          <code>{namespace}</code>
          {serverVersion === null ? null : <span>{t("engine.version", { version: serverVersion })}</span>}
          <span className="quiet">{t(canSkipTime ? "engine.canSkip" : "engine.cannotSkip")}</span>
        </p>
        <dl className="figures">
          <div>
            <dt>{t("engine.runningCases")}</dt>
            <dd>{status.runningCases}</dd>
          </div>
          <div>
            <dt>{t("engine.oldestRun")}</dt>
            <dd>
              {status.oldestRunStartedAt === null
                ? t("common.none")
                : words.instant(status.oldestRunStartedAt)}
            </dd>
          </div>
          <div>
            <dt>{t("engine.outbox")}</dt>
            <dd>
              {outbox.waiting}
              {outbox.oldestWaitingMs === null ? null : (
                <span className="quiet">
                  {" "}
                  {t("engine.outboxOldest", { age: durationInWords(outbox.oldestWaitingMs, t) })}
                </span>
              )}
            </dd>
          </div>
        </dl>
      </section>
      <section className="surface engine-part">
        <h2>{t("engine.queues")}</h2>
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t("engine.queues")}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("engine.queue")}</th>
                <th scope="col" className="numeric">
                  {t("engine.pollers")}
                </th>
                <th scope="col" className="numeric">
                  {t("engine.backlog")}
                </th>
                <th scope="col">{t("engine.oldestBacklog")}</th>
              </tr>
            </thead>
            <tbody>
              {queues.map(({ name, kind, pollers, backlog, oldestBacklogMs }) => (
                <tr key={`${name}/${kind}`}>
                  <td>
                    <code>{name}</code> <span className="quiet">{t(`engine.queueKind.${kind}`)}</span>
                  </td>
                  <td className="numeric">{pollers}</td>
                  <td className="numeric">{backlog}</td>
                  <td>{backlog === 0 ? t("common.none") : durationInWords(oldestBacklogMs, t)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <h2 className="workers-title">{t("engine.workers")}</h2>
        {workers.length === 0 ? (
          <p>
            <MeaningTag meaning="overdue">{t("engine.noWorkers")}</MeaningTag>
          </p>
        ) : (
          <ul className="workers">
            {workers.map(({ identity, lastSeenAt, release }) => (
              <li key={identity}>
                <code>{identity}</code>
                <span className="quiet">
                  {lastSeenAt === null ? null : `${t("engine.lastSeen")} ${words.instant(lastSeenAt)}`}
                  {release === null ? null : ` · ${t("engine.release")} ${release}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
