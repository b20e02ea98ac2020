import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { capitalYuan } from "../wording/money";
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

export function NoteField({ required = false }: { required?: boolean }) {
  const { t } = useWords();
  return (
    <Form.Item name="note" label={t("moves.note")} rules={[{ required, whitespace: required }]}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LONGEST} />
    </Form.Item>
  );
}

/** Some of a list's codes, in words; at least one. */
export function CodesField({
  name,
  list,
  codes,
  label,
}: {
  name: string;
  list: string;
  codes: readonly string[];
  label: string;
}) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <CodeBoxes list={list} codes={codes} />
    </Form.Item>
  );
}

/** The field's own attributes stay out of it: a group of boxes may not call itself required. */
export function CodeBoxes({
  list,
  codes,
  value,
  onChange,
}: {
  list: string;
  codes: readonly string[];
  value?: string[];
  onChange?: (chosen: string[]) => void;
}) {
  const { term } = useWords();
  return (
    <Checkbox.Group
      className="column-choice"
      value={value}
      onChange={onChange}
      options={codes.map((each) => ({ value: each, label: term(list, each) }))}
    />
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

/** A whole number that is not negative. */
export function CountField({ name, label }: { name: string; label: string }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <InputNumber min={0} max={10_000} precision={0} inputMode="numeric" className="count-field" />
    </Form.Item>
  );
}

/** An amount that is typed in yuan and kept in whole fen, repeated in capital characters so that a slip shows. */
export function AmountField({
  name,
  within = [],
  label,
  optional = false,
}: {
  name: string | [number, string];
  /** The list of which the field is part. */
  within?: readonly string[];
  label: string;
  optional?: boolean;
}) {
  const { t } = useWords();
  const fen: unknown = Form.useWatch([...within, ...(typeof name === "string" ? [name] : name)]);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: !optional }]}
      getValueProps={(value: unknown) => ({ value: typeof value === "number" ? value / 100 : null })}
      normalize={(value: unknown) => (typeof value === "number" ? Math.round(value * 100) : undefined)}
      extra={typeof fen === "number" && fen > 0 ? capitalYuan(fen) : undefined}
    >
      <InputNumber
        min={0}
        max={100_000_000}
        precision={2}
        inputMode="decimal"
        suffix={t("common.yuan")}
        className="amount-field"
      />
    </Form.Item>
  );
}
