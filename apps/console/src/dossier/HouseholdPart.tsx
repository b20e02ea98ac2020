import { useQuery } from "@tanstack/react-query";
import { api } from "../api/routes";
import type { Subject } from "../api/types";
import { WhenRead } from "../feedback/states";
import { PaperTable } from "../paper/PaperTable";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";

/** The household as the register knows it today. */
export function HouseholdPart({ pairing: { subject, areaName }, isPublic }: PartProps) {
  const { t, term } = useWords();
  const known = useQuery({ queryKey: ["subject", subject.id], queryFn: () => api.subject(subject.id) });
  return (
    <DossierPart title={t("terms.subject")}>
      <dl className="paper-facts">
        <dt>{t("register.personName")}</dt>
        <dd>{subject.name}</dd>
        <dt>{t("register.kind")}</dt>
        <dd>{term("subjectKind", subject.kind)}</dd>
        <dt>{t("register.area")}</dt>
        <dd>{areaName}</dd>
      </dl>
      <WhenRead query={known}>
        {(household) =>
          isPublic ? (
            household.members.length === 0 ? null : (
              <p>{t("dossier.memberCount", { count: household.members.length })}</p>
            )
          ) : (
            <Particulars household={household} />
          )
        }
      </WhenRead>
    </DossierPart>
  );
}

function Particulars({ household: { address, phone, members } }: { household: Subject }) {
  const { t, term, shortDay } = useWords();
  const blank = t("common.none");
  return (
    <>
      <dl className="paper-facts">
        <dt>{t("register.address")}</dt>
        <dd>{address ?? blank}</dd>
        <dt>{t("register.phone")}</dt>
        <dd>{phone ?? blank}</dd>
      </dl>
      {members.length === 0 ? (
        <p>{t("register.noMembers")}</p>
      ) : (
        <PaperTable
          label={t("register.members")}
          heads={[
            t("register.personName"),
            t("register.relation"),
            t("register.sex"),
            t("register.birthday"),
            t("register.residentId"),
          ]}
        >
          {members.map(({ id, name, relation, sex, birthday, residentIdMasked }) => (
            <tr key={id}>
              <td>{name}</td>
              <td>{term("relation", relation)}</td>
              <td>{sex === null ? "" : term("sex", sex)}</td>
              <td>{birthday === null ? "" : shortDay(birthday)}</td>
              <td className="mono">{residentIdMasked ?? ""}</td>
            </tr>
          ))}
        </PaperTable>
      )}
    </>
  );
}
