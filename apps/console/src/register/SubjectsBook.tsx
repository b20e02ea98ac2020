import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { api } from "../api/routes";
import type { SubjectItem } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { Place } from "../feedback/Place";
import { mayKeepRegister, useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { Book } from "./Book";
import { CreateSubjectForm } from "./CreateSubjectForm";
import type { BookProps } from "./bookProps";
import { SubjectDrawer } from "./SubjectDrawer";

export function SubjectsBook(props: BookProps) {
  const { search, onChange } = props;
  const { t, term } = useWords();
  const { role } = useSession();
  const paired = ({ openPairings }: SubjectItem) =>
    openPairings > 0 ? (
      <MeaningTag meaning="done">{t("register.pairedYes")}</MeaningTag>
    ) : (
      <MeaningTag meaning="not-yet">{t("register.pairedNo")}</MeaningTag>
    );
  const pair = ({ id, openPairings }: SubjectItem) =>
    openPairings > 0 ? null : (
      <Link to="/pairings/new" search={{ subject: id }} className="plain-link">
        {t("register.pairThis")}
      </Link>
    );
  const nameOf = ({ id, name }: SubjectItem) => (
    <button type="button" className="text-button row-name" onClick={() => onChange({ open: id })}>
      {name}
    </button>
  );
  return (
    <>
      <Book<SubjectItem>
        {...props}
        name="subjects"
        title={t("register.subjects")}
        read={api.subjects}
        rowKey={({ id }) => id}
        createWord={t("register.createSubject")}
        emptyTitle={t("register.emptySubjects")}
        emptyText={t("register.emptySubjectsText")}
        filters={
          <>
            <Checkbox
              checked={search.unpaired === true}
              onChange={({ target }) =>
                onChange({ unpaired: target.checked ? true : undefined, page: undefined, cursor: undefined })
              }
            >
              {t("register.unpairedOnly")}
            </Checkbox>
            <Checkbox
              checked={search.uncovered === true}
              onChange={({ target }) =>
                onChange({ uncovered: target.checked ? true : undefined, page: undefined, cursor: undefined })
              }
            >
              {t("household.uncoveredHouseholds")}
            </Checkbox>
          </>
        }
        columns={[
          { key: "name", title: t("register.personName"), always: true, render: nameOf },
          { key: "kind", title: t("register.kind"), render: ({ kind }) => term("subjectKind", kind) },
          { key: "area", title: t("register.area"), render: ({ areaName }) => <Place name={areaName} /> },
          { key: "paired", title: t("register.paired"), render: paired },
          ...(mayKeepRegister(role) ? [{ key: "acts", title: t("common.acts"), render: pair }] : []),
        ]}
        card={(subject) => (
          <>
            <div className="card-head">
              {nameOf(subject)}
              {paired(subject)}
            </div>
            {mayKeepRegister(role) ? pair(subject) : null}
            <div className="quiet">
              {term("subjectKind", subject.kind)} · <Place name={subject.areaName} />
            </div>
          </>
        )}
      >
        {(close) => <CreateSubjectForm onDone={close} />}
      </Book>
      <SubjectDrawer subjectId={search.open} onClose={() => onChange({ open: undefined })} />
    </>
  );
}
