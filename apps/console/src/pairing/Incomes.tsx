import type { Pairing } from "../api/types";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";

/** Income a head by year, each beside the line of that very year. */
export function Incomes({ pairing: { life } }: { pairing: Pairing }) {
  const { t } = useWords();
  if (life.incomes.length === 0) return null;
  const highest = Math.max(
    ...life.incomes.map(({ perHeadFen, lineFen }) => Math.max(perHeadFen, lineFen ?? 0)),
    1,
  );
  return (
    <section className="surface present-part">
      <h2>{t("liftOut.incomes")}</h2>
      <table className="incomes">
        <thead>
          <tr>
            <th scope="col">{t("liftOut.incomeYear")}</th>
            <th scope="col">{t("liftOut.perHead")}</th>
            <th scope="col">{t("liftOut.line")}</th>
          </tr>
        </thead>
        <tbody>
          {life.incomes.map(({ incomeYear, perHeadFen, lineFen }) => (
            <tr key={incomeYear}>
              <th scope="row">{incomeYear}</th>
              <td className={lineFen !== null && perHeadFen > lineFen ? "tone-done" : undefined}>
                {yuan(perHeadFen)}
                <span
                  className="income-bar"
                  style={{ width: `${Math.max(0, (perHeadFen / highest) * 100)}%` }}
                  aria-hidden="true"
                />
              </td>
              <td>{lineFen === null ? t("liftOut.noLine") : yuan(lineFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
