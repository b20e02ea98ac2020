import { RANKS } from "@jiedui/domain";
import { Button, Checkbox, Drawer, Form, Input, Select, Space } from "antd";
import { useState } from "react";
import { api } from "../api/routes";
import type { CreateHelper, Created, Helper, RetireHelper } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { textOrNull } from "../forms/text";
import { AreaPicker, OrganisationPicker } from "../forms/pickers";
import { mayKeepRegister, mayRetireHelper, useSession } from "../session/session";
import { Place } from "../feedback/Place";
import { useWords } from "../wording/useWords";
import { Book } from "./Book";
import type { BookProps } from "./bookProps";
import { HandOverDrawer } from "./HandOverDrawer";

export function HelpersBook(props: BookProps) {
  const words = useWords();
  const { t, term } = words;
  const { role } = useSession();
  const [leaving, setLeaving] = useState<Helper>();
  const [handingOver, setHandingOver] = useState<Helper>();
  const status = ({ retiredOn }: Helper) =>
    retiredOn === null ? (
      <MeaningTag meaning="done">{t("register.inService")}</MeaningTag>
    ) : (
      <MeaningTag meaning="not-yet">{t("register.retired", { day: words.shortDay(retiredOn) })}</MeaningTag>
    );
  const acts = (helper: Helper) => (
    <Space>
      {helper.openPairings > 0 && mayKeepRegister(role) ? (
        <Button size="small" onClick={() => setHandingOver(helper)}>
          {t("handover.title")}
        </Button>
      ) : null}
      {helper.retiredOn === null && mayRetireHelper(role) ? (
        <Button size="small" onClick={() => setLeaving(helper)}>
          {t("register.retire")}
        </Button>
      ) : null}
    </Space>
  );
  return (
    <>
      <Book<Helper>
        {...props}
        name="helpers"
        title={t("register.helpers")}
        read={api.helpers}
        rowKey={({ id }) => id}
        createWord={t("register.createHelper")}
        emptyTitle={t("register.emptyHelpers")}
        emptyText={t("register.emptyHelpersText")}
        filters={
          <Checkbox
            checked={props.search.uncovered === true}
            onChange={({ target }) =>
              props.onChange({
                uncovered: target.checked ? true : undefined,
                page: undefined,
                cursor: undefined,
              })
            }
          >
            {t("household.uncoveredCadres")}
          </Checkbox>
        }
        columns={[
          {
            key: "name",
            title: t("register.personName"),
            always: true,
            render: ({ name }) => <span className="row-name">{name}</span>,
          },
          { key: "unit", title: t("register.unit"), render: ({ unitName }) => unitName },
          { key: "rank", title: t("register.rank"), render: ({ rank }) => term("rank", rank) },
          { key: "area", title: t("register.area"), render: ({ areaName }) => <Place name={areaName} /> },
          {
            key: "pairings",
            title: t("register.openPairings"),
            numeric: true,
            render: ({ openPairings }) => openPairings,
          },
          { key: "status", title: t("register.status"), render: status },
          { key: "acts", title: t("common.acts"), always: true, render: acts },
        ]}
        card={(helper) => (
          <>
            <div className="card-head">
              <span className="row-name">{helper.name}</span>
              {status(helper)}
            </div>
            <div className="quiet">
              {helper.unitName} · {term("rank", helper.rank)} · <Place name={helper.areaName} />
            </div>
            <div className="card-foot">
              <span className="quiet">{t("opening.openPairings", { count: helper.openPairings })}</span>
              {acts(helper)}
            </div>
          </>
        )}
      >
        {(close) => <CreateHelperForm onDone={close} />}
      </Book>
      <HandOverDrawer helper={handingOver} onClose={() => setHandingOver(undefined)} />
      <Drawer
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={`${t("register.retire")} · ${leaving?.name ?? ""}`}
        size={420}
        destroyOnHidden
      >
        {leaving === undefined ? null : <RetireForm helper={leaving} onDone={() => setLeaving(undefined)} />}
      </Drawer>
    </>
  );
}

function CreateHelperForm({ onDone }: { onDone: () => void }) {
  const { t, term } = useWords();
  return (
    <CommandForm<CreateHelper, CreateHelper, Created>
      name="create-helper"
      verb={t("register.createHelper")}
      send={api.createHelper}
      initial={{ rank: "general" }}
      bodyOf={({ name, rank, unitId, areaCode, phone }) => ({
        name,
        rank,
        unitId,
        areaCode,
        phone: textOrNull(phone),
      })}
      onDone={onDone}
    >
      <Form.Item name="name" label={t("register.personName")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="unitId" label={t("register.unit")} rules={[{ required: true }]}>
        <OrganisationPicker />
      </Form.Item>
      <Form.Item name="rank" label={t("register.rank")} rules={[{ required: true }]}>
        <Select options={RANKS.map((rank) => ({ value: rank, label: term("rank", rank) }))} />
      </Form.Item>
      <Form.Item name="areaCode" label={t("register.area")} rules={[{ required: true }]}>
        <AreaPicker placeholder={t("register.searchAreas")} />
      </Form.Item>
      <Form.Item name="phone" label={t("register.phone")}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
    </CommandForm>
  );
}

function RetireForm({ helper, onDone }: { helper: Helper; onDone: () => void }) {
  const { t, today } = useWords();
  return (
    <CommandForm<RetireHelper, RetireHelper, Created>
      name={`retire-helper:${helper.id}`}
      verb={t("register.retire")}
      send={api.retireHelper(helper.id)}
      initial={{ retiredOn: today }}
      bodyOf={({ retiredOn }) => ({ retiredOn })}
      onDone={onDone}
      danger
    >
      <p className="notice">{t("register.retireText")}</p>
      <Form.Item name="retiredOn" label={t("register.retiredOn")} rules={[{ required: true }]}>
        <DayField latest={today} />
      </Form.Item>
    </CommandForm>
  );
}
