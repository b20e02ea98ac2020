import { daysBetween, VISIT_OCCASIONS, type Day } from "@jiedui/domain";
import { Form, Input, Segmented, Select } from "antd";
import { api } from "../api/routes";
import type { MoveAnswer, Pairing, RecordVisit } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { useWords } from "../wording/useWords";

type Values = Omit<RecordVisit, "form"> & RecordVisit["form"];
const INCOME_CHANGES = ["up", "same", "down", "unknown"] as const;
const LONGEST = 2000;

/** The unified visit form. */
export function VisitForm({ pairing, onDone }: { pairing: Pairing; onDone: () => void }) {
  const { t, term, today } = useWords();
  const { caseId, leadHelper, coHelpers, signedOn } = pairing;
  const helpers = [leadHelper, ...coHelpers];
  return (
    <CommandForm<Values, RecordVisit, MoveAnswer>
      name={`record-visit:${caseId}`}
      verb={t("visit.submit")}
      send={api.move<RecordVisit>(caseId, "record-visit")}
      initial={{ happenedOn: today, helperId: leadHelper.id, occasion: "regular", incomeChange: "unknown" }}
      bodyOf={({
        happenedOn,
        helperId,
        occasion,
        situation,
        problems,
        measures,
        opinions,
        incomeChange,
      }) => ({
        happenedOn,
        helperId,
        occasion,
        form: {
          situation,
          problems: problems ?? "",
          measures: measures ?? "",
          opinions: opinions ?? "",
          incomeChange,
        },
      })}
      onDone={onDone}
    >
      {({ happenedOn }) => (
        <>
          <Form.Item
            name="happenedOn"
            label={t("visit.happenedOn")}
            rules={[{ required: true }]}
            extra={lateness(happenedOn, today, t)}
          >
            <DayField earliest={signedOn} latest={today} />
          </Form.Item>
          {helpers.length === 1 ? null : (
            <Form.Item name="helperId" label={t("visit.helper")} rules={[{ required: true }]}>
              <Select options={helpers.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
          )}
          <Form.Item name="occasion" label={t("visit.occasion")} rules={[{ required: true }]}>
            <Select
              options={VISIT_OCCASIONS.map((each) => ({ value: each, label: term("occasion", each) }))}
            />
          </Form.Item>
          <Form.Item
            name="situation"
            label={t("visit.situation")}
            rules={[{ required: true, whitespace: true, message: t("session.missing") }]}
          >
            <Input.TextArea
              autoSize={{ minRows: 3, maxRows: 10 }}
              maxLength={LONGEST}
              placeholder={t("visit.situationPlaceholder")}
            />
          </Form.Item>
          {(["problems", "measures", "opinions"] as const).map((field) => (
            <Form.Item key={field} name={field} label={t(`visit.${field}`)}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={LONGEST} />
            </Form.Item>
          ))}
          <Form.Item name="incomeChange" label={t("visit.incomeChange")}>
            <Segmented
              options={INCOME_CHANGES.map((each) => ({ value: each, label: term("incomeChange", each) }))}
            />
          </Form.Item>
        </>
      )}
    </CommandForm>
  );
}

function lateness(happenedOn: string | undefined, today: Day, t: ReturnType<typeof useWords>["t"]) {
  if (happenedOn === undefined || happenedOn >= today) return undefined;
  return t("visit.late", { days: daysBetween(happenedOn as Day, today) });
}
