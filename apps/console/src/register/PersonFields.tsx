import { RELATIONS } from "@jiedui/domain";
import { Form, Input, Select } from "antd";
import { DayField } from "../forms/DayField";
import { useWords } from "../wording/useWords";
import { findingOf } from "./residentId";

interface Props {
  /** Where the person stands in the form, as its fields are named. */
  at: readonly (string | number)[];
  /** The same from the form's root. */
  absolute: readonly (string | number)[];
}

/** One person; the resident id fills birthday and sex, and a doubtful one is kept only with a reason. */
export function PersonFields({ at, absolute }: Props) {
  const words = useWords();
  const { t, term } = words;
  const form = Form.useFormInstance();
  const residentId: unknown = Form.useWatch([...absolute, "residentId"], form);
  const reading = findingOf(typeof residentId === "string" ? residentId : null);
  const isDoubtful = reading !== undefined && reading.finding !== "ok";
  return (
    <>
      <Form.Item
        name={[...at, "name"]}
        label={t("register.personName")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[...at, "relation"]} label={t("register.relation")} rules={[{ required: true }]}>
        <Select options={RELATIONS.map((each) => ({ value: each, label: term("relation", each) }))} />
      </Form.Item>
      <Form.Item
        name={[...at, "residentId"]}
        label={t("register.residentId")}
        validateStatus={isDoubtful ? "warning" : undefined}
        extra={
          reading === undefined ? undefined : (
            <>
              {t(`register.residentIdFinding.${reading.finding}`)}
              {reading.birthday === undefined || reading.sex === undefined ? null : (
                <span className="member-reading">
                  {t("register.birthday")} {words.shortDay(reading.birthday)} · {t("register.sex")}{" "}
                  {term("sex", reading.sex)}
                </span>
              )}
            </>
          )
        }
      >
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      {isDoubtful ? (
        <Form.Item
          name={[...at, "residentIdUnverifiedReason"]}
          label={t("register.unverifiedReason")}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={200} placeholder={t("register.unverifiedHint")} />
        </Form.Item>
      ) : null}
      <Form.Item name={[...at, "joinedPartyOn"]} label={t("register.joinedPartyOn")}>
        <DayField latest={words.today} allowClear />
      </Form.Item>
    </>
  );
}
