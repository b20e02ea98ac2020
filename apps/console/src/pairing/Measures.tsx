import type { Pairing } from "../api/types";
import { amountInWords } from "../wording/amount";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";

/** What help was given, by year and kind, with a bar for the money; the newest ones one by one. */
export function Measures({ pairing: { measures } }: { pairing: Pairing }) {
  const words = useWords();
  const { t, term } = words;
  const { totals, newest, projects } = measures;
  if (newest.length === 0) return null;
  const most = Math.max(...totals.map(({ amountFen }) => amountFen), 1);
  const sumFen = totals.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <section className="surface present-part">
      <h2>{t("measure.title")}</h2>
      <table className="incomes">
        <thead>
          <tr>
            <th scope="col">{t("measure.kind")}</th>
            <th scope="col">{t("measure.amount")}</th>
            <th scope="col">{t("measure.money")}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ year, kind, unit, amount, amountFen }) => (
            <tr key={`${year}:${kind}`}>
              <th scope="row">
                {year} {term("measureKind", kind)}
              </th>
              <td>{unit === null ? "—" : `${amount} ${term("measureUnit", unit)}`}</td>
              <td>
                {amountFen === 0 ? "—" : yuan(amountFen)}
                <span
                  className="income-bar"
                  style={{ width: `${(amountFen / most) * 100}%` }}
                  aria-hidden="true"
                />
              </td>
            </tr>
          ))}
        </tbody>
        {sumFen === 0 ? null : (
          <tfoot>
            <tr>
              <th scope="row">{t("measure.sum")}</th>
              <td />
              <td>{yuan(sumFen)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {projects.length === 0 ? null : (
        <p className="quiet">
          {t("common.labelled", {
            label: t("measure.projects"),
            value: projects
              .map(({ stage, since }) =>
                t("measure.projectAt", { stage: term("projectStage", stage), day: words.shortDay(since) }),
              )
              .join(t("outcomes.separator")),
          })}
        </p>
      )}
      <details className="moves-of-others">
        <summary>{t("measure.newest", { count: newest.length })}</summary>
        <ul className="plan-history">
          {newest.map((each) => (
            <li key={each.seq}>
              {words.shortDay(each.on)} · {term("measureKind", each.kind)} {amountInWords(each, words)}
              {each.line === null ? "" : ` · ${t("plan.line", { line: each.line })}`}
              {each.corrected ? (
                <>
                  {" "}
                  · <span className="tone-soon">{t("measure.corrected")}</span>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
