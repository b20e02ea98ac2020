import { MUST_OCCASIONS } from "@jiedui/domain";
import { Form, Select } from "antd";
import { api } from "../api/routes";
import type { MoveAnswer, Pairing, ReportOccasion } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { NoteField } from "../forms/fields";
import { useWords } from "../wording/useWords";

/** Something in the household on which the helper must come. */
export function OccasionForm({
  pairing: { caseId, signedOn },
  onDone,
}: {
  pairing: Pairing;
  onDone: () => void;
}) {
  const { t, term, today } = useWords();
  return (
    <CommandForm<ReportOccasion, ReportOccasion, MoveAnswer>
      name={`report-occasion:${caseId}`}
      verb={t("moves.reportOccasion")}
      send={api.move<ReportOccasion>(caseId, "report-occasion")}
      initial={{ happenedOn: today }}
      bodyOf={({ occasion, happenedOn, note }) => ({ occasion, happenedOn, note: note ?? "" })}
      onDone={onDone}
    >
      <p className="notice">{t("moves.occasionText")}</p>
      <Form.Item name="occasion" label={t("moves.occasion")} rules={[{ required: true }]}>
        <Select options={MUST_OCCASIONS.map((each) => ({ value: each, label: term("occasion", each) }))} />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("moves.occasionOn")} rules={[{ required: true }]}>
        <DayField earliest={signedOn} latest={today} />
      </Form.Item>
      <NoteField />
    </CommandForm>
  );
}
