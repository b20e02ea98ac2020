import {
  daysBetween,
  INCOME_CHANGES,
  VISIT_OCCASIONS,
  type Day,
  type VisitFormField,
  type VisitOccasion,
} from "@jiedui/domain";
import { Form, Input, Segmented, Select } from "antd";
import { VISIT_FILLING } from "../api/filling";
import { api } from "../api/routes";
import type { MoveAnswer, Pairing, RecordVisit } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { useIsPhone } from "../lists/useIsPhone";
import { useSession } from "../session/session";
import { useWords } from "../wording/useWords";

export type VisitValues = Omit<RecordVisit, "form" | "evidenceIds"> &
  RecordVisit["form"] & { evidence?: readonly SentEvidence[] };
const LONGEST = 2000;

/**
 * The unified visit form. On the telephone what may be left out is folded away; a helper's own device keeps it, an
 * office's machine, at which others sit as well, only as long as the tab is open.
 */
export function VisitForm({ pairing, onDone }: { pairing: Pairing; onDone: () => void }) {
  const { t, term, today } = useWords();
  const { caseId, leadHelper, coHelpers, signedOn, visitForm } = pairing;
  const helpers = [leadHelper, ...coHelpers];
  const { role } = useSession();
  const isPhone = useIsPhone();
  const asked = visitForm.fields.filter(({ required }) => required || !isPhone);
  const folded = visitForm.fields.filter((field) => !asked.includes(field));
  return (
    <CommandForm<VisitValues, RecordVisit, MoveAnswer>
      name={`${VISIT_FILLING}${caseId}`}
      shelf={role === "helper" ? "device" : "tab"}
      verb={t("visit.submit")}
      send={api.move<RecordVisit>(caseId, "record-visit")}
      initial={{
        happenedOn: today,
        helperId: leadHelper.id,
        occasion: owedOccasion(pairing.next?.key),
        incomeChange: "unknown",
      }}
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
          {asked.map((field) => (
            <FormField key={field.name} {...field} />
          ))}
          <EvidenceField caseId={caseId} />
          {folded.length === 0 ? null : (
            <details className="visit-folded">
              <summary>{t("visit.folded", { fields: foldedNames(folded, t) })}</summary>
              {folded.map((field) => (
                <FormField key={field.name} {...field} />
              ))}
            </details>
          )}
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

/** The occasion of what is due first: a visit of sympathy, a festival's, or the month's. */
function owedOccasion(key: string | undefined): VisitOccasion {
  const [kind, code] = key?.split(":") ?? [];
  if (kind === "festival") return "festival";
  return (kind === "occasion" ? VISIT_OCCASIONS.find((each) => each === code) : undefined) ?? "regular";
}

function foldedNames(fields: Pairing["visitForm"]["fields"], t: ReturnType<typeof useWords>["t"]): string {
  return fields.map(({ name }) => t(`visit.${name}`)).join(t("outcomes.separator"));
}

function lateness(happenedOn: string | undefined, today: Day, t: ReturnType<typeof useWords>["t"]) {
  if (happenedOn === undefined || happenedOn >= today) return undefined;
  return t("visit.late", { days: daysBetween(happenedOn as Day, today) });
}
