import { Checkbox, Form, Input, Select } from "antd";
import { useWords } from "../wording/useWords";

const LONGEST = 2000;

/** One of a list's codes, in words. */
export function ReasonField({
  list,
  codes,
  label,
}: {
  list: string;
  codes: readonly string[];
  label: string;
}) {
  const { term } = useWords();
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true }]}>
      <Select options={codes.map((each) => ({ value: each, label: term(list, each) }))} />
    </Form.Item>
  );
}

export function NoteField() {
  const { t } = useWords();
  return (
    <Form.Item name="note" label={t("moves.note")}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LONGEST} />
    </Form.Item>
  );
}

/** To be ticked before something that cannot be taken back. */
export function ConfirmField({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <Form.Item
      name="checked"
      valuePropName="checked"
      rules={[
        {
          validator: (_rule, checked) =>
            checked === true ? Promise.resolve() : Promise.reject(new Error(t("common.fixFields"))),
        },
      ]}
    >
      <Checkbox>{text}</Checkbox>
    </Form.Item>
  );
}
