import { ORGANISATION_KINDS } from "@jiedui/domain";
import { Form, Input, Select } from "antd";
import { api } from "../api/routes";
import type { CreateOrganisation, Created, Organisation } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { AreaPicker } from "../forms/pickers";
import { Place } from "../feedback/Place";
import { useWords } from "../wording/useWords";
import { Book } from "./Book";
import type { BookProps } from "./bookProps";

export function OrganisationsBook(props: BookProps) {
  const { t, term } = useWords();
  return (
    <Book<Organisation>
      {...props}
      name="organisations"
      title={t("register.organisations")}
      read={api.organisations}
      rowKey={({ id }) => id}
      createWord={t("register.createOrganisation")}
      emptyTitle={t("register.emptyOrganisations")}
      emptyText={t("register.emptyOrganisationsText")}
      columns={[
        {
          key: "name",
          title: t("register.name"),
          always: true,
          render: ({ name }) => <span className="row-name">{name}</span>,
        },
        { key: "kind", title: t("register.kind"), render: ({ kind }) => term("organisationKind", kind) },
        { key: "area", title: t("register.area"), render: ({ areaName }) => <Place name={areaName} /> },
      ]}
      card={({ name, kind, areaName }) => (
        <>
          <div className="card-head">
            <span className="row-name">{name}</span>
          </div>
          <div className="quiet">
            {term("organisationKind", kind)} · <Place name={areaName} />
          </div>
        </>
      )}
    >
      {(close) => (
        <CommandForm<CreateOrganisation, CreateOrganisation, Created>
          name="create-organisation"
          verb={t("register.createOrganisation")}
          send={api.createOrganisation}
          initial={{ kind: "party-or-government" }}
          bodyOf={({ name, kind, areaCode }) => ({ name, kind, areaCode })}
          onDone={close}
        >
          <Form.Item name="name" label={t("register.name")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="kind" label={t("register.kind")} rules={[{ required: true }]}>
            <Select
              options={ORGANISATION_KINDS.map((kind) => ({
                value: kind,
                label: term("organisationKind", kind),
              }))}
            />
          </Form.Item>
          <Form.Item name="areaCode" label={t("register.area")} rules={[{ required: true }]}>
            <AreaPicker placeholder={t("register.searchAreas")} />
          </Form.Item>
        </CommandForm>
      )}
    </Book>
  );
}
