import { PaperTable } from "../paper/PaperTable";
import { yuan } from "../wording/money";
import { amountInWords } from "../wording/amount";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { measureRows } from "./facts";

/** What help was given: by year and kind with its sum, and, for the files, one by one. */
export function MeasuresPart({ pairing: { measures }, story, isPublic }: PartProps) {
  const { t, term } = useWords();
  const { totals } = measures;
  if (totals.length === 0) return null;
  const sumFen = totals.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <DossierPart title={t("measure.title")}>
      <PaperTable
        label={t("measure.title")}
        heads={[
          t("dossier.year"),
          t("measure.kind"),
          t("dossier.times"),
          t("measure.amount"),
          t("measure.money"),
        ]}
        numeric={[t("dossier.times"), t("measure.amount"), t("measure.money")]}
      >
        {[...totals]
          .sort((one, other) => one.year - other.year)
          .map(({ year, kind, unit, count, amount, amountFen }) => (
            <tr key={`${year}:${kind}`}>
              <td>{year}</td>
              <td>{term("measureKind", kind)}</td>
              <td className="numeric">{count}</td>
              <td className="numeric">{unit === null ? "" : `${amount} ${term("measureUnit", unit)}`}</td>
              <td className="numeric">{amountFen === 0 ? "" : yuan(amountFen)}</td>
            </tr>
          ))}
        {sumFen === 0 ? null : (
          <tr>
            <th scope="row" colSpan={4}>
              {t("measure.sum")}
            </th>
            <td className="numeric">{yuan(sumFen)}</td>
          </tr>
        )}
      </PaperTable>
      {isPublic ? null : <EachMeasure story={story} />}
    </DossierPart>
  );
}

function EachMeasure({ story }: Pick<PartProps, "story">) {
  const words = useWords();
  const { t, term, shortDay } = words;
  return (
    <PaperTable
      label={t("dossier.eachMeasure")}
      heads={[
        t("measure.happenedOn"),
        t("measure.kind"),
        t("dossier.given"),
        t("measure.which"),
        t("dossier.pieces"),
      ]}
      numeric={[t("dossier.given"), t("dossier.pieces")]}
    >
      {measureRows(story).map(({ seq, happenedOn, kind, line, isCorrection, pieces, ...given }) => (
        <tr key={seq}>
          <td>{shortDay(happenedOn)}</td>
          <td>{term("measureKind", kind)}</td>
          <td className="numeric">{amountInWords(given, words)}</td>
          <td>
            {isCorrection
              ? term("event", "MeasureCorrected")
              : line === 0
                ? t("measure.unplanned")
                : t("plan.line", { line })}
          </td>
          <td className="numeric">{pieces === 0 ? "" : pieces}</td>
        </tr>
      ))}
    </PaperTable>
  );
}
