import { PaperTable } from "../paper/PaperTable";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { helpersOverTime } from "./facts";

/** Who was responsible from when to when. */
export function HelpersPart({ pairing, story }: PartProps) {
  const { t, shortDay } = useWords();
  return (
    <DossierPart title={t("terms.helper")}>
      <PaperTable
        label={t("terms.helper")}
        heads={[
          t("register.personName"),
          t("pairing.unit"),
          t("dossier.as"),
          t("dossier.fromDay"),
          t("dossier.untilDay"),
        ]}
      >
        {helpersOverTime(story).map(({ helperId, name, unit, isLead, from, until }) => (
          <tr key={`${helperId}/${from}`}>
            <td>{name}</td>
            <td>{unit === "" ? unitNow(pairing, helperId) : unit}</td>
            <td>{t(isLead ? "terms.helper" : "terms.coHelper")}</td>
            <td>{shortDay(from)}</td>
            <td>{until === null ? t("dossier.toToday") : shortDay(until)}</td>
          </tr>
        ))}
      </PaperTable>
    </DossierPart>
  );
}

/** The log of an opening names the lead helper's unit only. */
function unitNow({ leadHelper, helperUnit }: PartProps["pairing"], helperId: string): string {
  return leadHelper.id === helperId ? helperUnit.name : "";
}
