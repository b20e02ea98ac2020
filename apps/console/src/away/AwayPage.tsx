import { AWAY_REASONS } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Form, Select } from "antd";
import { AdminBook } from "../accounts/AdminBook";
import { AskingButton } from "../accounts/AskingButton";
import { api } from "../api/routes";
import type { Created, NameDeputy, OwnDeputies } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { PageHead } from "../feedback/PageHead";
import { EmptyState } from "../feedback/states";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { ReasonField } from "../forms/fields";
import { useWords } from "../wording/useWords";

type OwnDeputy = OwnDeputies["items"][number];

/** A helper who is away names who stands in, from when to when. */
export function AwayPage() {
  const words = useWords();
  const { t, term, today } = words;
  const { add = false } = useSearch({ from: "/framed/away" });
  const navigate = useNavigate({ from: "/away" });
  const onAdd = (next: boolean) => void navigate({ search: { add: next ? true : undefined } });
  const span = ({ fromDay, toDay }: OwnDeputy) =>
    `${words.shortDay(fromDay)} – ${toDay === null ? t("accounts.openEnded") : words.shortDay(toDay)}`;
  const reasonOf = ({ reason }: OwnDeputy) =>
    reason === null ? t("away.byOffice") : term("awayReason", reason);
  const stateOf = ({ fromDay, toDay }: OwnDeputy) =>
    toDay !== null && toDay < today ? "over" : fromDay > today ? "ahead" : "present";
  const state = (deputy: OwnDeputy) => (
    <MeaningTag meaning={stateOf(deputy) === "present" ? "soon" : "not-yet"}>
      {t(`away.${stateOf(deputy)}`)}
    </MeaningTag>
  );
  const end = (deputy: OwnDeputy) =>
    stateOf(deputy) === "over" || deputy.toDay === today ? null : (
      <AskingButton
        name={`end-deputy:${deputy.id}`}
        verb={t(stateOf(deputy) === "ahead" ? "away.takeBack" : "away.endNow")}
        question={t(stateOf(deputy) === "ahead" ? "away.takeBackText" : "away.endText", {
          name: deputy.name,
        })}
        send={api.endOwnDeputy(deputy.id)}
      />
    );
  return (
    <>
      <PageHead title={t("away.title")} />
      <p className="quiet page-text">{t("away.text")}</p>
      <AdminBook<OwnDeputy>
        add={add}
        onAdd={onAdd}
        name="own-deputies"
        title={t("away.title")}
        read={api.ownDeputies}
        rowKey={({ id }) => id}
        addWord={t("away.name")}
        emptyTitle={t("away.emptyTitle")}
        emptyText={t("away.emptyText")}
        columns={[
          {
            key: "deputy",
            title: t("away.deputy"),
            always: true,
            render: ({ name }) => <span className="row-name">{name}</span>,
          },
          { key: "span", title: `${t("accounts.fromDay")} – ${t("accounts.toDay")}`, render: span },
          { key: "reason", title: t("away.reason"), render: reasonOf },
          { key: "state", title: t("register.status"), render: state },
          { key: "acts", title: t("common.acts"), always: true, render: end },
        ]}
        card={(deputy) => (
          <>
            <div className="card-head">
              <span className="row-name">{deputy.name}</span>
              {state(deputy)}
            </div>
            <div className="card-foot">
              <span className="quiet">
                {span(deputy)} · {reasonOf(deputy)}
              </span>
              {end(deputy)}
            </div>
          </>
        )}
      >
        <NameDeputyForm onDone={() => onAdd(false)} />
      </AdminBook>
    </>
  );
}

function NameDeputyForm({ onDone }: { onDone: () => void }) {
  const { t, today } = useWords();
  const { data } = useQuery({ queryKey: ["admin", "own-deputies"], queryFn: () => api.ownDeputies() });
  const colleagues = data?.colleagues ?? [];
  if (data !== undefined && colleagues.length === 0)
    return <EmptyState title={t("away.nobodyTitle")} text={t("away.nobodyText")} />;
  return (
    <CommandForm<NameDeputy, NameDeputy, Created>
      name="name-deputy"
      verb={t("away.name")}
      send={api.nameDeputy}
      initial={{ fromDay: today, reason: "leave" }}
      bodyOf={({ deputyId, fromDay, toDay, reason }) => ({ deputyId, fromDay, toDay, reason })}
      onDone={onDone}
    >
      {({ fromDay }) => (
        <>
          <Form.Item name="deputyId" label={t("away.deputy")} rules={[{ required: true }]}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              options={colleagues.map(({ helperId, name }) => ({ value: helperId, label: name }))}
            />
          </Form.Item>
          <Form.Item name="fromDay" label={t("accounts.fromDay")} rules={[{ required: true }]}>
            <DayField earliest={today} />
          </Form.Item>
          <Form.Item name="toDay" label={t("accounts.toDay")} rules={[{ required: true }]}>
            <DayField earliest={fromDay ?? today} />
          </Form.Item>
          <ReasonField list="awayReason" codes={AWAY_REASONS} label={t("away.reason")} />
        </>
      )}
    </CommandForm>
  );
}
