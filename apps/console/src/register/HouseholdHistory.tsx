import type { Subject } from "../api/types";
import { useWords } from "../wording/useWords";

/** Who has left a household, and what changed in it, newest first. */
export function HouseholdHistory({ formerMembers, changes }: Pick<Subject, "formerMembers" | "changes">) {
  const words = useWords();
  const { t, term } = words;
  return (
    <>
      {formerMembers.length === 0 ? null : (
        <>
          <h3>{t("household.formerMembers")}</h3>
          <ul className="members">
            {formerMembers.map(({ id, name, leftOn, leftBy }) => (
              <li key={id}>
                <strong>{name}</strong>{" "}
                <span className="quiet">
                  {t("household.leftBy", {
                    day: words.shortDay(leftOn),
                    how: term("householdChange", leftBy),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {changes.length === 0 ? null : (
        <>
          <h3>{t("household.changes")}</h3>
          <ul className="members">
            {changes.map((change) => (
              <li key={`${change.caseId}:${change.seq}`}>
                <strong>{term("householdChange", change.change)}</strong>{" "}
                <span className="quiet">{words.shortDay(change.happenedOn)}</span>
                <div className="quiet">
                  <Detail {...change} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Detail({ change, names, newHeadName, fromAreaName, toAreaName }: Subject["changes"][number]) {
  const { t } = useWords();
  const named = names.join(t("outcomes.separator"));
  if (change === "moved")
    return t("household.movedFromTo", { from: fromAreaName ?? "", to: toAreaName ?? "" });
  const what = change === "split" ? t("household.splitNames", { names: named }) : named;
  const head = newHeadName === null ? "" : t("household.headSince", { name: newHeadName });
  return [what, head].filter((part) => part !== "").join(t("household.and"));
}
