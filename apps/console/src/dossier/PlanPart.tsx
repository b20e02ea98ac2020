import type { Pairing } from "../api/types";
import { presentPlan, writtenIn, type WrittenPlan } from "../pairing/writtenPlan";
import { PaperTable } from "../paper/PaperTable";
import { amountInWords } from "../wording/amount";
import { planReviewInWords, planStandingInWords, shareDone } from "../wording/plan";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";

/** The plan by which help went on, what was done of it, and how it came about. Its words are for the files. */
export function PlanPart({ pairing: { plan, measures }, story, isPublic }: PartProps) {
  const words = useWords();
  const { t, term } = words;
  const shown = plan === null ? undefined : presentPlan(plan);
  if (plan === null || shown === undefined) return null;
  const submitted = story.find(({ seq }) => seq === shown.seq);
  const written = isPublic || submitted === undefined ? undefined : writtenIn(submitted);
  return (
    <DossierPart title={t("plan.title")}>
      <p>{planStandingInWords(plan, words)}</p>
      {written === undefined ? null : (
        <dl className="paper-facts">
          {shown.parts.map((part) => (
            <div key={part} className="paper-fact">
              <dt>{term("planPart", part)}</dt>
              <dd>{written.texts[part] ?? t("pairing.notVisible")}</dd>
            </div>
          ))}
        </dl>
      )}
      <PlannedAndDone measures={measures} whats={written?.whats ?? []} />
      {isPublic ? null : (
        <ol className="paper-list">
          {[...plan.history]
            .sort((one, other) => one.seq - other.seq)
            .map((each) => (
              <li key={each.seq}>{planReviewInWords(each, words)}</li>
            ))}
        </ol>
      )}
    </DossierPart>
  );
}

/** Line by line: what was to be done until when, and what was done of it. */
function PlannedAndDone({
  measures: { planned, kinds },
  whats,
}: {
  measures: Pairing["measures"];
  whats: WrittenPlan["whats"];
}) {
  const words = useWords();
  const { t, term, shortDay } = words;
  if (planned.length === 0) return null;
  return (
    <PaperTable
      label={t("plan.plannedDone")}
      heads={[
        t("dossier.number"),
        t("dossier.plannedMeasure"),
        t("plan.planned"),
        t("plan.until"),
        t("plan.done"),
      ]}
    >
      {planned.map((line, index) => {
        const unit = kinds.find(({ kind }) => kind === line.kind)?.unit ?? null;
        const what = whats[index] ?? "";
        const kind = term("measureKind", line.kind);
        return (
          <tr key={line.line}>
            <td>{line.line}</td>
            <td className="paper-words">
              {what === "" ? kind : t("common.labelled", { label: kind, value: what })}
              {line.isProducing ? t("dossier.inBrackets", { text: t("plan.producingMark") }) : null}
            </td>
            <td>{amountInWords({ ...line, unit }, words)}</td>
            <td>{shortDay(line.until)}</td>
            <td className="paper-words">
              {amountInWords({ amount: line.doneAmount, amountFen: line.doneFen, unit }, words)}
              <div className="paper-aside">
                {[
                  term("lineStanding", line.standing),
                  `${shareDone(line)}%`,
                  ...(line.lastOn === null ? [] : [t("plan.lastOn", { day: shortDay(line.lastOn) })]),
                ].join(" · ")}
              </div>
            </td>
          </tr>
        );
      })}
    </PaperTable>
  );
}
