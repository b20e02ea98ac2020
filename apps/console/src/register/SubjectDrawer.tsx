import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { api } from "../api/routes";
import type { Subject } from "../api/types";
import { WhenRead } from "../feedback/states";
import { mayKeepRegister, useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { HouseholdHistory } from "./HouseholdHistory";

export function SubjectDrawer({
  subjectId,
  onClose,
}: {
  subjectId: string | undefined;
  onClose: () => void;
}) {
  const { t } = useWords();
  const subject = useQuery({
    queryKey: ["subject", subjectId],
    queryFn: () => api.subject(subjectId ?? ""),
    enabled: subjectId !== undefined,
  });
  return (
    <Drawer open={subjectId !== undefined} onClose={onClose} title={t("register.details")} size={520}>
      {subjectId === undefined ? null : (
        <WhenRead query={subject}>{(data) => <SubjectDetails subject={data} />}</WhenRead>
      )}
    </Drawer>
  );
}

function SubjectDetails({ subject }: { subject: Subject }) {
  const words = useWords();
  const { t, term } = words;
  const { role } = useSession();
  const { id, name, kind, areaName, address, phone, members, formerMembers, changes, openPairings } = subject;
  return (
    <>
      <h2>{name}</h2>
      <dl className="facts">
        <dt>{t("register.kind")}</dt>
        <dd>{term("subjectKind", kind)}</dd>
        <dt>{t("register.area")}</dt>
        <dd>{areaName}</dd>
        <dt>{t("register.address")}</dt>
        <dd>{address ?? t("common.none")}</dd>
        <dt>{t("register.phone")}</dt>
        <dd>{phone ?? t("common.none")}</dd>
      </dl>
      <p className="drawer-links">
        {openPairings > 0 ? (
          <Link to="/pairings" search={{ search: name }} className="act-link">
            {t("pairings.title")}
          </Link>
        ) : mayKeepRegister(role) ? (
          <Link to="/pairings/new" search={{ subject: id }} className="act-link act-link-primary">
            {t("register.pairThis")}
          </Link>
        ) : null}
      </p>
      <h3>{t("register.members")}</h3>
      {members.length === 0 ? (
        <p className="quiet">{t("register.noMembers")}</p>
      ) : (
        <ul className="members">
          {members.map((member) => (
            <li key={member.id}>
              <strong>{member.name}</strong> <span>{term("relation", member.relation)}</span>{" "}
              {member.sex === null ? null : <span>{term("sex", member.sex)}</span>}
              <div className="quiet">
                {member.birthday === null ? null : words.shortDay(member.birthday)}{" "}
                {member.joinedPartyOn === null
                  ? null
                  : `${t("register.joinedPartyOn")} ${words.shortDay(member.joinedPartyOn)}`}{" "}
                {member.residentIdMasked === null ? null : <code>{member.residentIdMasked}</code>}
              </div>
            </li>
          ))}
        </ul>
      )}
      <HouseholdHistory formerMembers={formerMembers} changes={changes} />
    </>
  );
}
