import { DECLINE_REASONS, GONE_REASONS, HANDOVER_REASONS } from "@jiedui/domain";
import { Form } from "antd";
import { api } from "../api/routes";
import type {
  AcceptHandover,
  DeclineHandover,
  MoveAnswer,
  Pairing,
  ProposeHandover,
  ReportLeadGone,
} from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { HelperPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { Asked } from "./Asked";

interface Props {
  pairing: Pairing;
  onDone: () => void;
}

export function ProposeHandoverForm({ pairing: { caseId, leadHelper, signedOn }, onDone }: Props) {
  const { t, today } = useWords();
  return (
    <CommandForm<ProposeHandover, ProposeHandover, MoveAnswer>
      name={`propose-handover:${caseId}`}
      verb={t("moves.propose")}
      send={api.move<ProposeHandover>(caseId, "propose-handover")}
      initial={{ happenedOn: today }}
      bodyOf={({ successorId, reason, happenedOn, note }) => ({
        successorId,
        reason,
        happenedOn,
        note: note ?? "",
      })}
      onDone={onDone}
    >
      <p className="notice">{t("moves.proposeText", { helper: leadHelper.name })}</p>
      <Form.Item name="successorId" label={t("moves.successor")} rules={[{ required: true }]}>
        <HelperPicker />
      </Form.Item>
      <ReasonField list="handoverReason" codes={HANDOVER_REASONS} label={t("moves.handoverReason")} />
      <Form.Item name="happenedOn" label={t("moves.happenedOn")} rules={[{ required: true }]}>
        <DayField earliest={signedOn} latest={today} />
      </Form.Item>
      <NoteField />
    </CommandForm>
  );
}

/** Before anybody knows who takes over: from then on the offices owe a proposal. */
export function ReportLeadGoneForm({ pairing: { caseId, leadHelper, signedOn }, onDone }: Props) {
  const { t, today } = useWords();
  return (
    <CommandForm<ReportLeadGone, ReportLeadGone, MoveAnswer>
      name={`report-lead-gone:${caseId}`}
      verb={t("moves.reportLeadGone")}
      send={api.move<ReportLeadGone>(caseId, "report-lead-gone")}
      initial={{ goneOn: today }}
      bodyOf={({ reason, goneOn, note }) => ({ reason, goneOn, note: note ?? "" })}
      onDone={onDone}
    >
      <p className="notice">{t("moves.reportLeadGoneText", { helper: leadHelper.name })}</p>
      <ReasonField list="handoverReason" codes={GONE_REASONS} label={t("moves.handoverReason")} />
      <Form.Item name="goneOn" label={t("moves.goneOn")} rules={[{ required: true }]}>
        <DayField earliest={signedOn} />
      </Form.Item>
      <NoteField />
    </CommandForm>
  );
}

export function AcceptHandoverForm({ pairing: { caseId, seq, successor }, onDone }: Props) {
  const { t } = useWords();
  return (
    <CommandForm<{ checked: boolean }, AcceptHandover, MoveAnswer>
      name={`accept-handover:${caseId}`}
      verb={t("moves.acceptHandover")}
      send={api.move<AcceptHandover>(caseId, "accept-handover")}
      bodyOf={() => ({ basedOnSeq: seq })}
      onDone={onDone}
    >
      <Asked caseId={caseId} event="HandoverProposed" />
      <p className="approve-text">{t("moves.acceptText", { successor: successor?.name ?? "" })}</p>
      <ConfirmField text={t("moves.acceptConfirm")} />
    </CommandForm>
  );
}

export function DeclineHandoverForm({ pairing: { caseId, seq }, onDone }: Props) {
  const { t } = useWords();
  return (
    <CommandForm<Omit<DeclineHandover, "basedOnSeq">, DeclineHandover, MoveAnswer>
      name={`decline-handover:${caseId}`}
      verb={t("moves.declineHandover")}
      send={api.move<DeclineHandover>(caseId, "decline-handover")}
      bodyOf={({ reason, note }) => ({ basedOnSeq: seq, reason, note: note ?? "" })}
      onDone={onDone}
    >
      <Asked caseId={caseId} event="HandoverProposed" />
      <ReasonField list="declineReason" codes={DECLINE_REASONS} label={t("moves.declineReason")} />
      <NoteField />
    </CommandForm>
  );
}
