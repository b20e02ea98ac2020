import type { Pairing } from "../api/types";
import { amountInWords } from "../wording/amount";
import { planReviewInWords, planStandingInWords, shareDone } from "../wording/plan";
import { useWords } from "../wording/useWords";
import { PlanParts } from "./SubmittedPlan";
import { presentPlan, useWrittenPlan, type WrittenPlan } from "./writtenPlan";

const TONE_OF = { done: "tone-done", "under-way": "tone-soon", "not-begun": "quiet", late: "tone-overdue" };

/** The household's plan: where it stands, what was planned beside what was done, and how it was reviewed. */
export function Plan({ pairing }: { pairing: Pairing }) {
  const words = useWords();
  const { t } = words;
  const { plan, measures, caseId } = pairing;
  const shown = plan === null ? undefined : presentPlan(plan);
  const written = useWrittenPlan(caseId, shown?.seq);
  if (plan === null) return null;
  return (
    <section className="surface present-part">
      <h2>{t("plan.title")}</h2>
      <p>{planStandingInWords(plan, words)}</p>
      {measures.planned.length === 0 ? null : <PlannedAndDone measures={measures} written={written} />}
      {shown === undefined ? null : (
        <details className="moves-of-others">
          <summary>{t("plan.parts")}</summary>
          <PlanParts parts={shown.parts} written={written} />
        </details>
      )}
      <History plan={plan} />
    </section>
  );
}

function PlannedAndDone({
  measures: { planned, kinds },
  written,
}: {
  measures: Pairing["measures"];
  written: WrittenPlan | undefined;
}) {
  const words = useWords();
  const { t, term } = words;
  return (
    <table className="planned-done">
      <caption className="sr-only">{t("plan.plannedDone")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("plan.planned")}</th>
          <th scope="col">{t("plan.done")}</th>
        </tr>
      </thead>
      <tbody>
        {planned.map((line, index) => {
          const what = written?.whats[index] ?? "";
          const unit = kinds.find(({ kind }) => kind === line.kind)?.unit ?? null;
          const done = { amount: line.doneAmount, amountFen: line.doneFen, unit };
          return (
            <tr key={line.line}>
              <th scope="row">
                {line.line}. {what === "" ? term("measureKind", line.kind) : what}{" "}
                {amountInWords({ ...line, unit }, words)}
                <span className="quiet planned-until">
                  {t("plan.untilDay", { day: words.shortDay(line.until) })}
                  {line.isProducing ? ` · ${t("plan.producingMark")}` : ""}
                </span>
              </th>
              <td>
                {amountInWords(done, words)}
                <span className="planned-until">
                  <span className={TONE_OF[line.standing]}>{term("lineStanding", line.standing)}</span>
                </span>
                {line.lastOn === null ? null : (
                  <span className="quiet planned-until">
                    {t("plan.lastOn", { day: words.shortDay(line.lastOn) })}
                  </span>
                )}
                <span className="income-bar" style={{ width: `${shareDone(line)}%` }} aria-hidden="true" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function History({ plan: { history } }: { plan: NonNullable<Pairing["plan"]> }) {
  const words = useWords();
  if (history.length === 0) return null;
  return (
    <details className="moves-of-others">
      <summary>{words.t("plan.history", { count: history.length })}</summary>
      <ul className="plan-history">
        {history.map((each) => (
          <li key={each.seq}>{planReviewInWords(each, words)}</li>
        ))}
      </ul>
    </details>
  );
}
