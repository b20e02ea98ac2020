import { CO_HELPER_END_REASONS } from "@jiedui/domain";
import { Form, Select } from "antd";
import type { AddCoHelper, EndCoHelper } from "../api/types";
import { DayField } from "../forms/DayField";
import { NoteField, ReasonField } from "../forms/fields";
import { HelperPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";

export function AddCoHelperForm(props: MoveFormProps) {
  const { t, today } = useWords();
  const { leadHelper, signedOn } = props.pairing;
  return (
    <StepForm<AddCoHelper, AddCoHelper>
      {...props}
      move="addCoHelper"
      initial={{ happenedOn: today }}
      bodyOf={({ helperId, happenedOn, note = "" }) => ({ helperId, happenedOn, note })}
    >
      <p className="notice">{t("household.coHelperText", { helper: leadHelper.name })}</p>
      <Form.Item name="helperId" label={t("household.coHelper")} rules={[{ required: true }]}>
        <HelperPicker />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("household.joinedOn")} rules={[{ required: true }]}>
        <DayField earliest={signedOn} latest={today} />
      </Form.Item>
      <NoteField />
    </StepForm>
  );
}

export function EndCoHelperForm(props: MoveFormProps) {
  const { t, today } = useWords();
  const { company, signedOn } = props.pairing;
  const present = company.coHelpers.filter(({ until }) => until === null);
  return (
    <StepForm<EndCoHelper, EndCoHelper>
      {...props}
      move="endCoHelper"
      initial={{ happenedOn: today, helperId: present.length === 1 ? present[0]?.id : undefined }}
      bodyOf={({ helperId, reason, happenedOn, note = "" }) => ({ helperId, reason, happenedOn, note })}
    >
      <Form.Item name="helperId" label={t("household.coHelper")} rules={[{ required: true }]}>
        <Select options={present.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <ReasonField list="coHelperEndReason" codes={CO_HELPER_END_REASONS} label={t("household.endReason")} />
      <Form.Item name="happenedOn" label={t("household.endedOn")} rules={[{ required: true }]}>
        <DayField earliest={signedOn} latest={today} />
      </Form.Item>
      <NoteField />
    </StepForm>
  );
}
