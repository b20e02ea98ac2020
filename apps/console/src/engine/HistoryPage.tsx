import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Segmented, Select } from "antd";
import { api, exportedHistoryAddress } from "../api/routes";
import type { EngineHistory } from "../api/types";
import { PageHead } from "../feedback/PageHead";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { maySee, useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { HistoryCards } from "./HistoryCards";

/** A case's raw history: a card a human step, or the plain list; exported as JSON for replay. */
export function HistoryPage() {
  const words = useWords();
  const { t } = words;
  const { role } = useSession();
  const { caseId } = useParams({ from: "/framed/engine/$caseId" });
  const { as = "cards", run } = useSearch({ from: "/framed/engine/$caseId" });
  const navigate = useNavigate({ from: "/engine/$caseId" });
  const history = useQuery({
    queryKey: ["engine", "history", caseId, run],
    queryFn: () => api.engineHistory(caseId, { runId: run }),
  });
  return (
    <>
      <p className="back">
        {maySee(role, "engine") ? (
          <Link to="/engine" className="plain-link back-first">
            ← {t("engine.title")}
          </Link>
        ) : null}
        {maySee(role, "pairings") ? (
          <Link to="/pairings/$caseId" params={{ caseId }} search={{}} className="plain-link">
            {t("terms.pairing")}
          </Link>
        ) : null}
      </p>
      <PageHead
        title={t("engine.historyOf", { case: caseId.slice(0, 8) })}
        actions={
          history.data === undefined || !maySee(role, "engine") ? undefined : (
            <a
              className="act-link"
              href={exportedHistoryAddress(caseId, history.data.runId)}
              download={`${caseId}-${history.data.runId}.json`}
            >
              {t("engine.export")}
            </a>
          )
        }
      />
      <WhenRead
        query={history}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={8} height={56} />
          </div>
        }
      >
        {(data) => (
          <div className="history">
            <div className="filters">
              <Segmented<"cards" | "list">
                aria-label={t("engine.history")}
                value={as}
                onChange={(next) => void navigate({ search: (before) => ({ ...before, as: next }) })}
                options={[
                  { value: "cards", label: t("engine.asCards") },
                  { value: "list", label: t("engine.asList") },
                ]}
              />
              {data.runs.length < 2 ? null : (
                <Select
                  className="run-choice"
                  aria-label={t("engine.run")}
                  value={data.runId}
                  onChange={(next) => void navigate({ search: (before) => ({ ...before, run: next }) })}
                  options={data.runs.map(({ runId, startedAt, status }) => ({
                    value: runId,
                    label: `${startedAt === null ? runId.slice(0, 8) : words.instant(startedAt)} · ${status}`,
                  }))}
                />
              )}
            </div>
            {as === "cards" ? <HistoryCards history={data} /> : <PlainList events={data.events} />}
          </div>
        )}
      </WhenRead>
    </>
  );
}

function PlainList({ events }: { events: EngineHistory["events"] }) {
  const words = useWords();
  return (
    <ol className="history-cards">
      {events.map(({ id, type, at, attributes }) => (
        <li key={id} className="surface history-card">
          <details>
            <summary>
              <span className="mono">{id}</span> <strong>{type}</strong>{" "}
              <span className="quiet">{words.instant(at)}</span>
            </summary>
            <pre tabIndex={0}>{JSON.stringify(attributes, null, 2)}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
