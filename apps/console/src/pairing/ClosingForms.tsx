import { CLOSING_REASONS, REJECTION_REASONS } from "@jiedui/domain";
import { Form } from "antd";
import { api } from "../api/routes";
import type { ApproveClosing, MoveAnswer, Pairing, RejectClosing, RequestClosing } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { useWords } from "../wording/useWords";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { Asked } from "./Asked";

interface Props {
  pairing: Pairing;
  onDone: () => void;
}

export function RequestClosingForm({ pairing: { caseId }, onDone }: Props) {
  const { t, today } = useWords();
  return (
    <CommandForm<RequestClosing, RequestClosing, MoveAnswer>
      name={`request-closing:${caseId}`}
      verb={t("moves.request")}
      send={api.move<RequestClosing>(caseId, "request-closing")}
      initial={{ happenedOn: today }}
      bodyOf={({ reason, happenedOn, note }) => ({ reason, happenedOn, note: note ?? "" })}
      onDone={onDone}
    >
      <p className="notice">{t("moves.requestText")}</p>
      <ReasonField list="closingReason" codes={CLOSING_REASONS} label={t("moves.reason")} />
      <Form.Item name="happenedOn" label={t("moves.happenedOn")} rules={[{ required: true }]}>
        <DayField latest={today} />
      </Form.Item>
      <NoteField />
    </CommandForm>
  );
}

export function ApproveClosingForm({ pairing: { caseId, seq }, onDone }: Props) {
  const { t } = useWords();
  return (
    <CommandForm<{ checked: boolean }, ApproveClosing, MoveAnswer>
      name={`approve-closing:${caseId}`}
      verb={t("moves.approve")}
      send={api.move<ApproveClosing>(caseId, "approve-closing")}
      bodyOf={() => ({ basedOnSeq: seq })}
      onDone={onDone}
      danger
    >
      <Asked caseId={caseId} event="ClosingRequested" />
      <p className="approve-text">{t("moves.approveText")}</p>
      <ConfirmField text={t("moves.approveConfirm")} />
    </CommandForm>
  );
}

export function RejectClosingForm({ pairing: { caseId, seq }, onDone }: Props) {
  const { t } = useWords();
  return (
    <CommandForm<Omit<RejectClosing, "basedOnSeq">, RejectClosing, MoveAnswer>
      name={`reject-closing:${caseId}`}
      verb={t("moves.reject")}
      send={api.move<RejectClosing>(caseId, "reject-closing")}
      bodyOf={({ reason, note }) => ({ basedOnSeq: seq, reason, note: note ?? "" })}
      onDone={onDone}
    >
      <Asked caseId={caseId} event="ClosingRequested" />
      <ReasonField list="rejectionReason" codes={REJECTION_REASONS} label={t("moves.rejectReason")} />
      <NoteField />
    </CommandForm>
  );
}
