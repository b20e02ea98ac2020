import { CLOSING_REASONS, REJECTION_REASONS, type ClosingProof } from "@jiedui/domain";
import { Form, Select } from "antd";
import { api } from "../api/routes";
import type { ApproveClosing, MoveAnswer, Pairing, RejectClosing, RequestClosing } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { AreaPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { Asked } from "./Asked";

interface Props {
  pairing: Pairing;
  onDone: () => void;
}

interface ClosingValues extends Pick<RequestClosing, "reason" | "happenedOn" | "note"> {
  proof?: ClosingProof;
  movedTo?: string;
  evidence?: SentEvidence[];
}

export function RequestClosingForm({ pairing: { caseId, life }, onDone }: Props) {
  const { t, today } = useWords();
  return (
    <CommandForm<ClosingValues, RequestClosing, MoveAnswer>
      name={`request-closing:${caseId}`}
      verb={t("moves.request")}
      send={api.move<RequestClosing>(caseId, "request-closing")}
      initial={{ happenedOn: today }}
      bodyOf={({ reason, happenedOn, proof, movedTo, note, evidence }) => ({
        reason,
        happenedOn,
        proof: proof ?? null,
        movedTo: movedTo ?? null,
        note: note ?? "",
        evidenceIds: evidenceIdsOf(evidence),
      })}
      onDone={onDone}
    >
      {({ reason }) => (
        <>
          <p className="notice">{t("moves.requestText")}</p>
          <ReasonField list="closingReason" codes={CLOSING_REASONS} label={t("moves.reason")} />
          {life.closing.kinds
            .filter((kind) => kind.reason === reason)
            .map((kind) => (
              <AskedProof key={kind.reason} {...kind} />
            ))}
          <Form.Item name="happenedOn" label={t("moves.happenedOn")} rules={[{ required: true }]}>
            <DayField latest={today} />
          </Form.Item>
          <NoteField />
          <EvidenceField caseId={caseId} />
        </>
      )}
    </CommandForm>
  );
}

/** What a closing of this kind has to bring, and who decides on it. */
function AskedProof({
  reason,
  proofs,
  evidenceAtLeast,
  asksDestination,
  decidedBy,
}: Pairing["life"]["closing"]["kinds"][number]) {
  const { t, term } = useWords();
  const named = proofs.map((each) => ({ value: each, label: term("closingProof", each) }));
  return (
    <>
      <div className="notice">
        {reason === "died" ? <p>{t("correction.diedText")}</p> : null}
        <p>
          {named.length === 0
            ? t("correction.noProof")
            : t("correction.proofAsked", {
                proofs: named.map(({ label }) => label).join(t("outcomes.separator")),
              })}
        </p>
        {evidenceAtLeast === 0 ? null : <p>{t("correction.evidenceAsked", { count: evidenceAtLeast })}</p>}
        <p>{t("correction.decidedBy", { office: term("seat", decidedBy) })}</p>
      </div>
      {named.length === 0 ? null : (
        <Form.Item name="proof" label={t("correction.proof")} rules={[{ required: true }]}>
          <Select options={named} />
        </Form.Item>
      )}
      {asksDestination ? (
        <Form.Item name="movedTo" label={t("correction.movedTo")} rules={[{ required: true }]}>
          <AreaPicker />
        </Form.Item>
      ) : null}
    </>
  );
}

export function ApproveClosingForm({ pairing: { caseId, seq, life }, onDone }: Props) {
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
      <p className="approve-text">{t("moves.approveText", { days: life.closing.reopenWithinDays })}</p>
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
