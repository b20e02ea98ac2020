import type { Pairing } from "../api/types";
import { amountInWords } from "../wording/amount";
import { useWords } from "../wording/useWords";
import { useWrittenPlan, type WrittenPlan } from "./writtenPlan";

/** A plan as its reviewer reads it: part by part, and measure by measure. */
export function SubmittedPlan({ pairing: { caseId, plan, measures } }: { pairing: Pairing }) {
  const words = useWords();
  const { t, term } = words;
  const submitted = plan?.history.find(({ seq }) => seq === plan.submittedSeq);
  const written = useWrittenPlan(caseId, submitted?.seq);
  if (submitted === undefined) return null;
  return (
    <div className="submitted-plan">
      <PlanParts parts={submitted.parts} written={written} />
      <ol className="plan-measures">
        {submitted.lines.map((line, index) => {
          const unit = measures.kinds.find(({ kind }) => kind === line.kind)?.unit ?? null;
          const what = written?.whats[index] ?? "";
          return (
            <li key={line.line}>
              {what === ""
                ? term("measureKind", line.kind)
                : t("common.labelled", { label: term("measureKind", line.kind), value: what })}{" "}
              · {amountInWords({ ...line, unit }, words)} ·{" "}
              {t("plan.untilDay", { day: words.shortDay(line.until) })}
              {line.isProducing ? (
                <>
                  {" "}
                  · <span className="tone-done">{t("plan.producingMark")}</span>
                </>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What a plan says of each of its parts. */
export function PlanParts({
  parts,
  written,
}: {
  parts: NonNullable<Pairing["plan"]>["parts"];
  written: WrittenPlan | undefined;
}) {
  const { t, term } = useWords();
  return (
    <dl className="event-content plan-parts">
      {parts.map((part) => (
        <div key={part}>
          <dt>{term("planPart", part)}</dt>
          <dd>
            {written === undefined ? t("common.loading") : (written.texts[part] ?? t("pairing.notVisible"))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
