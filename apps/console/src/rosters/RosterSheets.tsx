import { ROSTER_HEADINGS, ROSTER_PART_NAMES } from "@jiedui/http-contracts";
import type { Roster } from "../api/types";
import { useWords } from "../wording/useWords";
import { workbookLanguage } from "./templates";

/** How each table of the file was understood: what a clerk looks at when a whole sheet is missing. */
export function RosterSheets({ roster: { sheets } }: { roster: Roster }) {
  const { t, language } = useWords();
  const as = workbookLanguage(language);
  const separator = t("outcomes.separator");
  return (
    <details className="surface roster-part">
      <summary>
        <h2>{t("rosters.sheets", { count: sheets.length })}</h2>
      </summary>
      <ul className="roster-sheets">
        {sheets.map(({ name, hidden, parts, rows, headingLine, columns, missing }) => {
          const unknown = columns.filter(({ column }) => column === null).map(({ heading }) => heading);
          return (
            <li key={name}>
              <strong>{name}</strong>
              {hidden ? ` · ${t("rosters.hidden")}` : null} · {t("rosters.rowsCount", { count: rows })}
              {headingLine === null ? null : ` · ${t("rosters.headingLine", { line: headingLine })}`}
              <div>
                {parts.length === 0
                  ? t("rosters.leftAlone")
                  : t("rosters.understoodAs", {
                      parts: parts.map((part) => ROSTER_PART_NAMES[as][part]).join(separator),
                    })}
              </div>
              {missing.map(({ part, columns: wanted }) => (
                <div key={part} className="tone-soon">
                  {t("rosters.missing", {
                    part: ROSTER_PART_NAMES[as][part],
                    columns: wanted.map((column) => ROSTER_HEADINGS[as][column]).join(separator),
                  })}
                </div>
              ))}
              {unknown.length === 0 ? null : (
                <div className="quiet">
                  {t("rosters.unknownColumns", { columns: unknown.join(separator) })}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
