import { PaperTable } from "../paper/PaperTable";
import { dayOf } from "../wording/dates";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { visitRows, visitsByYear } from "./facts";

/** Every visit that stands. For the public: when and by whom, for an occasion may be an illness. */
export function VisitsPart({ story, isPublic }: PartProps) {
  const { t, term, shortDay } = useWords();
  const visits = visitRows(story);
  const heads = [t("dossier.number"), t("visit.happenedOn"), t("visit.helper")];
  const ownWords = [t("visit.occasion"), t("visit.situation"), t("visit.incomeChange")];
  return (
    <DossierPart title={t("dossier.visits")}>
      <p>
        {t("dossier.visitCount", { count: visits.length })}
        {visitsByYear(visits)
          .map(([year, count]) => t("dossier.inYear", { year, count }))
          .join(t("outcomes.separator"))}
      </p>
      {visits.length === 0 ? null : (
        <PaperTable label={t("dossier.visits")} heads={isPublic ? heads : [...heads, ...ownWords]}>
          {visits.map(({ seq, happenedOn, recordedAt, helper, occasion, situation, incomeChange }, index) => (
            <tr key={seq}>
              <td>{index + 1}</td>
              <td>
                {shortDay(happenedOn)}
                {dayOf(recordedAt) === happenedOn ? null : (
                  <div className="paper-aside">
                    {t("pairing.recordedLater", { day: shortDay(dayOf(recordedAt)) })}
                  </div>
                )}
              </td>
              <td>{helper}</td>
              {isPublic ? null : (
                <>
                  <td>{term("occasion", occasion)}</td>
                  <td className="paper-words">{situation}</td>
                  <td>{incomeChange === "" ? "" : term("incomeChange", incomeChange)}</td>
                </>
              )}
            </tr>
          ))}
        </PaperTable>
      )}
    </DossierPart>
  );
}
