import { daysBetween, INCOME_CHANGES, VISIT_OCCASIONS, type Day, type VisitFormField } from "@jiedui/domain";
import { Form, Input, Segmented, Select } from "antd";
import { api } from "../api/routes";
import type { MoveAnswer, Pairing, RecordVisit } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { useWords } from "../wording/useWords";

type Values = Omit<RecordVisit, "form" | "evidenceIds"> &
  RecordVisit["form"] & { evidence?: readonly SentEvidence[] };
const LONGEST = 2000;

/** The unified visit form. */
export function VisitForm({ pairing, onDone }: { pairing: Pairing; onDone: () => void }) {
  const { t, term, today } = useWords();
  const { caseId, leadHelper, coHelpers, signedOn, visitForm } = pairing;
  const helpers = [leadHelper, ...coHelpers];
  return (
    <CommandForm<Values, RecordVisit, MoveAnswer>
      name={`record-visit:${caseId}`}
      verb={t("visit.submit")}
      send={api.move<RecordVisit>(caseId, "record-visit")}
      initial={{ happenedOn: today, helperId: leadHelper.id, occasion: "regular", incomeChange: "unknown" }}
      bodyOf={({ happenedOn, helperId, occasion, evidence, ...form }) => ({
        happenedOn,
        helperId,
        occasion,
        formVersion: visitForm.version,
        form: Object.fromEntries(visitForm.fields.map(({ name }) => [name, form[name]])),
        evidenceIds: evidenceIdsOf(evidence),
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
          {visitForm.fields.map((field) => (
            <FormField key={field.name} {...field} />
          ))}
          <EvidenceField caseId={caseId} />
        </>
      )}
    </CommandForm>
  );
}

/** One field of the policy's form. */
function FormField({ name, required }: { name: VisitFormField; required: boolean }) {
  const { t, term } = useWords();
  if (name === "incomeChange")
    return (
      <Form.Item name={name} label={t("visit.incomeChange")} rules={[{ required }]}>
        <Segmented
          options={INCOME_CHANGES.map((each) => ({ value: each, label: term("incomeChange", each) }))}
        />
      </Form.Item>
    );
  return (
    <Form.Item
      name={name}
      label={t(`visit.${name}`)}
      rules={[{ required, whitespace: required, message: t("session.missing") }]}
    >
      <Input.TextArea
        autoSize={{ minRows: required ? 3 : 2, maxRows: 10 }}
        maxLength={LONGEST}
        {...(name === "situation" ? { placeholder: t("visit.situationPlaceholder") } : {})}
      />
    </Form.Item>
  );
}

function lateness(happenedOn: string | undefined, today: Day, t: ReturnType<typeof useWords>["t"]) {
  if (happenedOn === undefined || happenedOn >= today) return undefined;
  return t("visit.late", { days: daysBetween(happenedOn as Day, today) });
}
