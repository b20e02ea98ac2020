import type { Pairing } from "../api/types";
import { yuan } from "../wording/money";
import { useWords, type Wording } from "../wording/useWords";

/** What is missing before the case can go on: a plan, its review, an income over the line. */
export function MissingForNext({ pairing }: { pairing: Pairing }) {
  const words = useWords();
  const { t } = words;
  const missing =
    pairing.stage === "planning"
      ? missingForHelp(pairing, words)
      : pairing.stage === "helping" && pairing.life.criteria.length > 0
        ? missingForLiftOut(pairing, words)
        : null;
  if (missing === null) return null;
  return (
    <section className="surface present-part">
      <h2>{t("plan.missing")}</h2>
      {missing.length === 0 ? <p className="tone-done">{t("plan.nothingMissing")}</p> : null}
      <ul className="checklist">
        {missing.map((each) => (
          <li key={each} className="step-to-come">
            {each}
          </li>
        ))}
      </ul>
    </section>
  );
}

function missingForHelp({ plan }: Pairing, { t }: Wording): string[] {
  if (plan === null) return [];
  const review = t("plan.missingReview");
  return plan.submittedSeq !== null
    ? [review]
    : [t("plan.missingPlan", { parts: plan.parts.length, needed: plan.producingAtLeast }), review];
}

function missingForLiftOut({ plan, life, measures }: Pairing, { t, term, shortDay }: Wording): string[] {
  const late = measures.planned.filter(({ standing }) => standing === "late").length;
  return [
    ...(plan?.owed == null ? [] : [t("plan.missingRenewal")]),
    ...(late === 0 ? [] : [t("plan.missingLate", { count: late })]),
    ...life.incomesAsked.flatMap(({ incomeYear: year, perHeadFen, lineFen, forecastOn }) => {
      if (perHeadFen === null) return [t("plan.missingIncome", { year })];
      if (forecastOn !== null) return [t("liftOut.forecastIncome", { year, day: shortDay(forecastOn) })];
      if (lineFen !== null && perHeadFen > lineFen) return [];
      const line = lineFen === null ? t("liftOut.noLine") : yuan(lineFen);
      return [t("plan.missingLine", { year, perHead: yuan(perHeadFen), line })];
    }),
    t("plan.missingCriteria", {
      criteria: life.criteria.map((each) => term("liftOutCriterion", each)).join(t("outcomes.separator")),
    }),
  ];
}
