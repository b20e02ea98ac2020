import DeleteOutlined from "@ant-design/icons/DeleteOutlined";
import PlusOutlined from "@ant-design/icons/PlusOutlined";
import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import type { Pairing, SubmitPlan } from "../api/types";
import { DayField } from "../forms/DayField";
import { AmountField } from "../forms/fields";
import { useWords } from "../wording/useWords";

export type PlanLine = Partial<SubmitPlan["lines"][number]>;
const MOST_LINES = 20;

/** The planned measures: a line added is where one goes on typing. */
export function PlanLines({
  kinds,
  lines,
}: {
  kinds: Pairing["measures"]["kinds"];
  lines: readonly PlanLine[];
}) {
  const { t } = useWords();
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <fieldset className="plan-lines">
          <legend>{t("plan.lines")}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="plan-line" role="group" aria-label={t("plan.line", { line: name + 1 })}>
              <div className="plan-line-head">
                <strong>{t("plan.line", { line: name + 1 })}</strong>
                {fields.length === 1 ? null : (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t("plan.removeLine", { line: name + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </div>
              <LineFields name={name} kinds={kinds} line={lines[name] ?? {}} />
            </div>
          ))}
          {fields.length >= MOST_LINES ? null : (
            <Button
              block
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => {
                add({});
                focusSoon(`lines_${fields.length}_kind`);
              }}
            >
              {t("plan.addLine")}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function LineFields({
  name,
  kinds,
  line: { kind },
}: {
  name: number;
  kinds: Pairing["measures"]["kinds"];
  line: PlanLine;
}) {
  const { t, term, today } = useWords();
  const rule = kinds.find((each) => each.kind === kind);
  return (
    <>
      <Form.Item name={[name, "kind"]} label={t("plan.kind")} rules={[{ required: true }]}>
        <Select
          options={kinds.map((each) => ({ value: each.kind, label: term("measureKind", each.kind) }))}
        />
      </Form.Item>
      <Form.Item name={[name, "what"]} label={t("plan.what")}>
        <Input maxLength={200} />
      </Form.Item>
      {rule === undefined || rule.unit === null ? null : (
        <Form.Item
          name={[name, "amount"]}
          label={t("plan.amount", { unit: term("measureUnit", rule.unit) })}
          rules={[{ required: true }]}
        >
          <InputNumber min={1} max={1_000_000} precision={0} inputMode="numeric" className="count-field" />
        </Form.Item>
      )}
      {rule === undefined || rule.money === "none" ? null : (
        <AmountField
          name={[name, "amountFen"]}
          within={["lines"]}
          label={t("plan.money")}
          optional={rule.money === "optional"}
        />
      )}
      <Form.Item name={[name, "until"]} label={t("plan.until")} rules={[{ required: true }]}>
        <DayField earliest={today} />
      </Form.Item>
      {rule?.mayProduce === true ? (
        <Form.Item name={[name, "isProducing"]} valuePropName="checked">
          <Checkbox>{t("plan.producing")}</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

/** A new line is drawn after this; then its first field takes the keyboard. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}
