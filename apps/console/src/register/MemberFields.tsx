import { RELATIONS } from "@jiedui/domain";
import { Button, Form, Input, Select } from "antd";
import { DayField } from "../forms/DayField";
import { useWords } from "../wording/useWords";
import { findingOf } from "./residentId";

/** One member; the resident id fills birthday and sex, and a doubtful one is kept only with a reason. */
export function MemberFields({ index, onRemove }: { index: number; onRemove: () => void }) {
  const words = useWords();
  const { t, term } = words;
  const form = Form.useFormInstance();
  const residentId: unknown = Form.useWatch(["members", index, "residentId"], form);
  const reading = findingOf(typeof residentId === "string" ? residentId : null);
  const isDoubtful = reading !== undefined && reading.finding !== "ok";
  return (
    <div className="member surface">
      <div className="member-head">
        <strong>{t("register.memberNumber", { number: index + 1 })}</strong>
        <Button
          type="text"
          size="small"
          onClick={onRemove}
          aria-label={`${t("register.removeMember")} ${index + 1}`}
        >
          {t("register.removeMember")}
        </Button>
      </div>
      <Form.Item
        name={[index, "name"]}
        label={t("register.personName")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[index, "relation"]} label={t("register.relation")} rules={[{ required: true }]}>
        <Select options={RELATIONS.map((each) => ({ value: each, label: term("relation", each) }))} />
      </Form.Item>
      <Form.Item
        name={[index, "residentId"]}
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
          name={[index, "residentIdUnverifiedReason"]}
          label={t("register.unverifiedReason")}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={200} placeholder={t("register.unverifiedHint")} />
        </Form.Item>
      ) : null}
      <Form.Item name={[index, "joinedPartyOn"]} label={t("register.joinedPartyOn")}>
        <DayField latest={words.today} allowClear />
      </Form.Item>
    </div>
  );
}
