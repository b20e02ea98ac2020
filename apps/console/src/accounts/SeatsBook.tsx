import { SEAT_KINDS, type SeatKind } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Select } from "antd";
import { api } from "../api/routes";
import type { Created, HoldSeat, SeatHolding } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { AreaPicker, HelperPicker, OrganisationPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import type { AccountsTabProps } from "./accountsTabProps";
import { AdminBook } from "./AdminBook";
import { AskingButton } from "./AskingButton";
import { seatOf } from "./seat";

type Values = Omit<HoldSeat, "seat"> & { kind: SeatKind; belongsTo?: string };

export function SeatsBook(props: AccountsTabProps) {
  const words = useWords();
  const { t, term } = words;
  const { onAdd } = props;
  const kindOf = ({ seat }: SeatHolding) => term("seat", seat.split(":")[0] ?? seat);
  const manner = ({ deputy }: SeatHolding) => (
    <MeaningTag meaning={deputy ? "soon" : "done"}>
      {t(deputy ? "accounts.deputy" : "accounts.regular")}
    </MeaningTag>
  );
  const span = ({ fromDay, toDay }: SeatHolding) =>
    `${words.shortDay(fromDay)} – ${toDay === null ? t("accounts.openEnded") : words.shortDay(toDay)}`;
  const end = ({ id, toDay, displayName }: SeatHolding) =>
    toDay !== null ? null : (
      <AskingButton
        name={`end-seat:${id}`}
        verb={t("accounts.end")}
        question={t("accounts.endText", { name: displayName })}
        send={api.endSeat(id)}
      />
    );
  return (
    <AdminBook<SeatHolding>
      {...props}
      name="seats"
      title={t("accounts.seats")}
      read={api.seats}
      rowKey={({ id }) => id}
      addWord={t("accounts.hold")}
      emptyTitle={t("accounts.emptySeats")}
      emptyText={t("accounts.emptySeatsText")}
      columns={[
        {
          key: "holder",
          title: t("accounts.holder"),
          always: true,
          render: ({ displayName }) => <span className="row-name">{displayName}</span>,
        },
        { key: "kind", title: t("accounts.seatKind"), render: kindOf },
        {
          key: "seat",
          title: t("accounts.belongsTo"),
          render: ({ seatName }) => seatName,
        },
        { key: "manner", title: t("register.status"), render: manner },
        { key: "span", title: `${t("accounts.fromDay")} – ${t("accounts.toDay")}`, render: span },
        { key: "acts", title: t("common.acts"), always: true, render: end },
      ]}
      card={(holding) => (
        <>
          <div className="card-head">
            <span className="row-name">{holding.displayName}</span>
            {manner(holding)}
          </div>
          <div className="card-foot">
            <span className="quiet">
              {kindOf(holding)} · {span(holding)}
            </span>
            {end(holding)}
          </div>
        </>
      )}
    >
      <HoldSeatForm onDone={() => onAdd(false)} />
    </AdminBook>
  );
}

function HoldSeatForm({ onDone }: { onDone: () => void }) {
  const { t, term, today } = useWords();
  const accounts = useQuery({
    queryKey: ["admin", "accounts"],
    queryFn: () => api.accounts(),
  });
  return (
    <CommandForm<Values, HoldSeat, Created>
      name="hold-seat"
      verb={t("accounts.hold")}
      send={api.holdSeat}
      initial={{ kind: "unit-head", fromDay: today, deputy: false }}
      bodyOf={({ kind, belongsTo, accountId, fromDay, toDay, deputy }) => ({
        seat: seatOf(kind, belongsTo),
        accountId,
        fromDay,
        toDay: toDay ?? null,
        deputy,
      })}
      onDone={onDone}
    >
      {({ kind }, change) => (
        <>
          <p className="notice">{t("accounts.holdText")}</p>
          <Form.Item name="kind" label={t("accounts.seatKind")} rules={[{ required: true }]}>
            <Select
              onChange={(next: SeatKind) => change({ kind: next, belongsTo: undefined })}
              options={SEAT_KINDS.map((each) => ({ value: each, label: term("seat", each) }))}
            />
          </Form.Item>
          {kind === "administrator" || kind === undefined ? null : (
            <Form.Item name="belongsTo" label={t("accounts.belongsTo")} rules={[{ required: true }]}>
              <BelongsTo key={kind} kind={kind} />
            </Form.Item>
          )}
          <Form.Item name="accountId" label={t("accounts.holder")} rules={[{ required: true }]}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              loading={accounts.isPending}
              options={(accounts.data?.items ?? []).map(({ id, displayName, login }) => ({
                value: id,
                label: `${displayName} · ${login}`,
              }))}
            />
          </Form.Item>
          <Form.Item name="fromDay" label={t("accounts.fromDay")} rules={[{ required: true }]}>
            <DayField />
          </Form.Item>
          <Form.Item name="toDay" label={t("accounts.toDay")}>
            <DayField allowClear placeholder={t("accounts.openEnded")} />
          </Form.Item>
          <Form.Item name="deputy" valuePropName="checked">
            <Checkbox>{t("accounts.deputy")}</Checkbox>
          </Form.Item>
        </>
      )}
    </CommandForm>
  );
}

function BelongsTo({
  kind,
  ...field
}: {
  kind: SeatKind;
  value?: string;
  onChange?: (value: string | undefined) => void;
}) {
  if (kind === "lead-helper") return <HelperPicker {...field} />;
  if (kind === "unit-head") return <OrganisationPicker {...field} />;
  return <AreaPicker {...field} />;
}
