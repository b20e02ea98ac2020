import type { Pairing } from "../api/types";
import { amountInWords } from "../wording/amount";
import { useWords, type Wording } from "../wording/useWords";
import { PlanParts } from "./SubmittedPlan";
import { useWrittenPlan, type WrittenPlan } from "./writtenPlan";

type PlanView = NonNullable<Pairing["plan"]>;
const TONE_OF = { done: "tone-done", "under-way": "tone-soon", "not-begun": "quiet", late: "tone-overdue" };

/** The household's plan: where it stands, what was planned beside what was done, and how it was reviewed. */
export function Plan({ pairing }: { pairing: Pairing }) {
  const words = useWords();
  const { t } = words;
  const { plan, measures, caseId } = pairing;
  const shown = plan?.history.find(({ seq }) => seq === (plan.inForce?.seq ?? plan.submittedSeq));
  const written = useWrittenPlan(caseId, shown?.seq);
  if (plan === null) return null;
  return (
    <section className="surface present-part">
      <h2>{t("plan.title")}</h2>
      <p>{standingOf(plan, words)}</p>
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

function standingOf({ inForce, owed, submittedSeq }: PlanView, { t, term, shortDay }: Wording): string {
  const said: string[] = [];
  if (inForce !== null)
    said.push(
      inForce.renewOn === null
        ? t("plan.inForceWithoutEnd", { approved: shortDay(inForce.approvedOn) })
        : t("plan.inForce", { approved: shortDay(inForce.approvedOn), renew: shortDay(inForce.renewOn) }),
    );
  if (owed !== null) said.push(t("plan.owed", { call: term("planCall", owed.call) }));
  if (submittedSeq !== null) said.push(t("plan.underReview"));
  return said.length === 0 ? t("plan.notAsked") : said.join(" · ");
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
                <span className={`planned-until ${TONE_OF[line.standing]}`}>
                  {term("lineStanding", line.standing)}
                  {line.lastOn === null ? "" : ` · ${t("plan.lastOn", { day: words.shortDay(line.lastOn) })}`}
                </span>
                <span className="income-bar" style={{ width: `${shareOf(line)}%` }} aria-hidden="true" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** By what is counted, else by money; per cent, never over the whole. */
function shareOf({ amount, amountFen, doneAmount, doneFen }: Pairing["measures"]["planned"][number]): number {
  const share = amount > 0 ? doneAmount / amount : amountFen > 0 ? doneFen / amountFen : 0;
  return Math.round(Math.min(1, share) * 100);
}

function History({ plan: { history } }: { plan: PlanView }) {
  const { t, term, shortDay } = useWords();
  if (history.length === 0) return null;
  return (
    <details className="moves-of-others">
      <summary>{t("plan.history", { count: history.length })}</summary>
      <ul className="plan-history">
        {history.map(({ seq, submittedOn, review }) => (
          <li key={seq}>
            {t("plan.submittedOn", { day: shortDay(submittedOn) })} ·{" "}
            {review === null
              ? t("plan.waiting")
              : review.approved
                ? t("plan.approvedOn", { day: shortDay(review.on) })
                : t("plan.sentBackOn", {
                    day: shortDay(review.on),
                    grounds: review.grounds
                      .map((ground) => term("planGround", ground))
                      .join(t("outcomes.separator")),
                  })}
          </li>
        ))}
      </ul>
    </details>
  );
}
