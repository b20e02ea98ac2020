import { rosterReasonSentence, ROSTER_HEADINGS, ROSTER_PART_NAMES } from "@jiedui/http-contracts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Roster } from "../api/types";
import { useWords } from "../wording/useWords";
import { FailedRowsLink } from "./FailedRowsLink";
import { workbookLanguage } from "./templates";

/** What differs from row to row is left open where rows are told of together. */
const LEFT_OPEN = {
  most: "…",
  length: "…",
  count: "…",
  firstLine: "…",
  line: "…",
  retiredOn: "…",
  signedOn: "…",
  inForceFrom: "…",
  allowed: "…",
  held: "…",
  capacity: "…",
  happenedOn: "…",
  liftedOutOn: "…",
  until: "…",
  from: "…",
};

/** What was read and what will come of it; nothing has been created by it. */
export function Preview({ roster }: { roster: Roster }) {
  const { t, language } = useWords();
  const names = ROSTER_PART_NAMES[workbookLanguage(language)];
  return (
    <>
      <section className="surface roster-part">
        <h2>{t("rosters.counts")}</h2>
        <div className="data-scroll" tabIndex={0} role="region" aria-label={t("rosters.counts")}>
          <table className="roster-counts">
            <thead>
              <tr>
                <th scope="col">{t("rosters.part")}</th>
                <th scope="col">{t("rosters.rows")}</th>
                <th scope="col">{t("rosters.ready")}</th>
                <th scope="col">{t("rosters.known")}</th>
                <th scope="col">{t("rosters.failed")}</th>
                <th scope="col">{t("rosters.done")}</th>
              </tr>
            </thead>
            <tbody>
              {roster.parts.map(({ part, rows, ready, known, failed, done }) => (
                <tr key={part}>
                  <th scope="row">{names[part]}</th>
                  <td>{rows}</td>
                  <td>{ready}</td>
                  <td>{known}</td>
                  <td className={failed === 0 ? undefined : "tone-overdue"}>{failed}</td>
                  <td>{done}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <Gathered roster={roster} />
    </>
  );
}

/** Failed rows by reason, and what was read although it does not stand there plainly. */
function Gathered({ roster }: { roster: Roster }) {
  const { reasons, remarks, startedAt } = roster;
  const { t, language } = useWords();
  const { code: shown } = useSearch({ from: "/framed/rosters/$rosterId" });
  const navigate = useNavigate({ from: "/rosters/$rosterId" });
  const as = workbookLanguage(language);
  const show = (code: string | undefined) =>
    void navigate({
      search: { ...(code === undefined ? {} : { code, state: "failed" as const }) },
      resetScroll: false,
    });
  return (
    <>
      {reasons.length === 0 ? null : (
        <section className="surface roster-part">
          <h2>{t("rosters.reasons")}</h2>
          <ul className="roster-reasons">
            {reasons.map(({ part, code, column, rows, lines }) => (
              <li key={`${part}/${code}/${column ?? ""}`}>
                <button
                  type="button"
                  className="roster-reason"
                  aria-pressed={shown === code}
                  onClick={() => show(shown === code ? undefined : code)}
                >
                  <span className="roster-many">{t("rosters.rowsCount", { count: rows })}</span>
                  <span>
                    {ROSTER_PART_NAMES[as][part]}：
                    {rosterReasonSentence({ code, facts: { ...LEFT_OPEN, column } }, as)}
                  </span>
                </button>
                <span className="quiet">{whereFirst(lines, t)}</span>
              </li>
            ))}
          </ul>
          {startedAt === null ? (
            <div className="roster-acts">
              <FailedRowsLink roster={roster} />
            </div>
          ) : null}
        </section>
      )}
      {remarks.length === 0 ? null : (
        <section className="surface roster-part">
          <h2>{t("rosters.remarks")}</h2>
          <ul className="roster-reasons">
            {remarks.map(({ part, code, column, rows, lines }) => (
              <li key={`${part}/${code}/${column ?? ""}`}>
                <span className="roster-many">{t("rosters.rowsCount", { count: rows })}</span>
                <span>
                  {ROSTER_PART_NAMES[as][part]}：
                  {t(`rosters.remark.${code}`, {
                    column: column === null ? "" : ROSTER_HEADINGS[as][column],
                  })}
                </span>{" "}
                <span className="quiet">{whereFirst(lines, t)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function whereFirst(lines: Roster["reasons"][number]["lines"], t: ReturnType<typeof useWords>["t"]): string {
  return lines.map(({ sheet, line }) => t("rosters.at", { sheet, line })).join(t("outcomes.separator"));
}
