import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";

interface Year {
  incomeYear: number;
  perHeadFen: number;
  lineFen: number | null;
}
const WIDTH = 640;
const HEIGHT = 190;
const FLOOR = HEIGHT - 24;
const CEILING = 26;
const WIDEST_BAR = 64;

/** Bars of income a head, a stroke for the line of that year; titled with what it shows. The table stands below it. */
export function IncomeChart({ incomes }: { incomes: readonly Year[] }) {
  const { t } = useWords();
  const highest = Math.max(...incomes.flatMap(({ perHeadFen, lineFen }) => [perHeadFen, lineFen ?? 0]), 1);
  const heightOf = (fen: number) => (Math.max(0, fen) / highest) * (FLOOR - CEILING);
  const slot = WIDTH / incomes.length;
  const bar = Math.min(WIDEST_BAR, slot * 0.5);
  const finding = findingOf(incomes, t);
  return (
    <figure className="paper-figure">
      <figcaption>{finding}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={finding}>
        {incomes.map(({ incomeYear, perHeadFen, lineFen }, index) => {
          const middle = slot * (index + 0.5);
          return (
            <g key={incomeYear}>
              <rect
                className="chart-bar"
                x={middle - bar / 2}
                y={FLOOR - heightOf(perHeadFen)}
                width={bar}
                height={heightOf(perHeadFen)}
              />
              <text x={middle} y={FLOOR - heightOf(perHeadFen) - 6} textAnchor="middle">
                {yuan(perHeadFen)}
              </text>
              {lineFen === null ? null : (
                <line
                  className="chart-line"
                  x1={middle - bar}
                  x2={middle + bar}
                  y1={FLOOR - heightOf(lineFen)}
                  y2={FLOOR - heightOf(lineFen)}
                />
              )}
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {incomeYear}
              </text>
            </g>
          );
        })}
        <line className="chart-floor" x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      </svg>
      <p className="chart-key">
        <span className="key-bar" aria-hidden="true" /> {t("dossier.perHead")}
        <span className="key-line" aria-hidden="true" /> {t("dossier.line")}
      </p>
    </figure>
  );
}

function findingOf(incomes: readonly Year[], t: ReturnType<typeof useWords>["t"]): string {
  const [first] = incomes;
  const last = incomes.at(-1);
  if (first === undefined || last === undefined) return "";
  if (incomes.length === 1)
    return t("dossier.incomeOfOneYear", { year: first.incomeYear, amount: yuan(first.perHeadFen) });
  return t("dossier.incomeChanged", {
    from: first.incomeYear,
    to: last.incomeYear,
    before: yuan(first.perHeadFen),
    after: yuan(last.perHeadFen),
  });
}
