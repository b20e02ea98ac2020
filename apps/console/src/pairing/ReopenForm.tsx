import { REOPENING_REASONS } from "@jiedui/domain";
import { Form } from "antd";
import type * as Api from "../api/types";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { NoteField, ReasonField } from "../forms/fields";
import { HelperPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { Asked } from "./Asked";
import { StepForm, type MoveFormProps } from "./StepForm";

interface Values {
  reason: Api.Reopen["reason"];
  successorId?: string;
  note?: string;
  evidence?: SentEvidence[];
}

/** Takes a wrong closing back. */
export function ReopenForm(props: MoveFormProps) {
  const { t } = useWords();
  const { caseId, seq } = props.pairing;
  return (
    <StepForm<Values, Api.Reopen>
      {...props}
      move="reopen"
      bodyOf={({ reason, successorId, note = "", evidence }) => ({
        basedOnSeq: seq,
        reason,
        successorId: successorId ?? null,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      <Asked caseId={caseId} event="PairingClosed" />
      <p className="notice">{t("correction.reopenText")}</p>
      <ReasonField list="reopeningReason" codes={REOPENING_REASONS} label={t("correction.reopenReason")} />
      <Form.Item name="successorId" label={t("correction.successor")}>
        <HelperPicker allowClear />
      </Form.Item>
      <NoteField />
      <EvidenceField caseId={caseId} />
    </StepForm>
  );
}
