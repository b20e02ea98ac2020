import PlusOutlined from "@ant-design/icons/PlusOutlined";
import { SUBJECT_KINDS } from "@jiedui/domain";
import { Button, Form, Input, Select } from "antd";
import { api } from "../api/routes";
import type { Created, CreateSubject, HouseholdMember } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { AreaPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { textOrNull } from "../forms/text";
import { MemberFields } from "./MemberFields";
import { findingOf } from "./residentId";

const MOST_MEMBERS = 40;

export function CreateSubjectForm({ onDone }: { onDone: () => void }) {
  const { t, term } = useWords();
  return (
    <CommandForm<CreateSubject, CreateSubject, Created>
      name="create-subject"
      verb={t("register.createSubject")}
      send={api.createSubject}
      initial={{ kind: "poor-household" }}
      bodyOf={bodyOf}
      onDone={onDone}
    >
      <Form.Item name="kind" label={t("register.kind")} rules={[{ required: true }]}>
        <Select options={SUBJECT_KINDS.map((kind) => ({ value: kind, label: term("subjectKind", kind) }))} />
      </Form.Item>
      <Form.Item name="name" label={t("register.personName")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="areaCode" label={t("register.area")} rules={[{ required: true }]}>
        <AreaPicker placeholder={t("register.searchAreas")} />
      </Form.Item>
      <Form.Item name="address" label={t("register.address")}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="phone" label={t("register.phone")}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
      <Form.List name="members">
        {(fields, { add, remove }) => (
          <fieldset className="member-list">
            <legend>{t("register.members")}</legend>
            {fields.map(({ key, name }) => (
              <MemberFields key={key} index={name} onRemove={() => remove(name)} />
            ))}
            <Button
              icon={<PlusOutlined aria-hidden />}
              disabled={fields.length >= MOST_MEMBERS}
              onClick={() => add({ relation: fields.length === 0 ? "head" : "other" })}
            >
              {t("register.addMember")}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </CommandForm>
  );
}

function bodyOf({ kind, name, areaCode, address, phone, members }: CreateSubject): CreateSubject {
  return {
    kind,
    name,
    areaCode,
    address: textOrNull(address),
    phone: textOrNull(phone),
    members: (members ?? []).map(memberOf),
  };
}

/** A reason is kept only beside a number that fails its check. */
function memberOf({
  name,
  relation,
  residentId,
  residentIdUnverifiedReason,
  joinedPartyOn,
}: HouseholdMember): HouseholdMember {
  const number = textOrNull(residentId)?.toUpperCase() ?? null;
  const isDoubtful = number !== null && findingOf(number)?.finding !== "ok";
  return {
    name,
    relation,
    residentId: number,
    residentIdUnverifiedReason: isDoubtful ? (residentIdUnverifiedReason ?? null) : null,
    joinedPartyOn: joinedPartyOn ?? null,
  };
}
