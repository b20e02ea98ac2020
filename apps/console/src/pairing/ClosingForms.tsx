import { CLOSING_REASONS, REJECTION_REASONS } from "@jiedui/domain";
import { Checkbox, Form, Input, Select } from "antd";
import { api } from "../api/routes";
import type { ApproveClosing, MoveAnswer, Pairing, RejectClosing, RequestClosing } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { textOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { useTimeline } from "./timeline";

interface Props {
  pairing: Pairing;
  onDone: () => void;
}
const LONGEST = 2000;

export function RequestClosingForm({ pairing: { caseId }, onDone }: Props) {
  const { t, term, today } = useWords();
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
      <Form.Item name="reason" label={t("moves.reason")} rules={[{ required: true }]}>
        <Select
          options={CLOSING_REASONS.map((each) => ({ value: each, label: term("closingReason", each) }))}
        />
      </Form.Item>
      <Form.Item name="happenedOn" label={t("moves.happenedOn")} rules={[{ required: true }]}>
        <DayField latest={today} />
      </Form.Item>
      <Form.Item name="note" label={t("moves.note")}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LONGEST} />
      </Form.Item>
    </CommandForm>
  );
}

/** What was asked for, before one decides on it. */
function ClosingAsked({ caseId }: { caseId: string }) {
  const words = useWords();
  const { t } = words;
  const timeline = useTimeline(caseId, undefined);
  const asked = timeline.data?.pages
    .flatMap((page) => page.items)
    .filter(({ type }) => type === "ClosingRequested")
    .sort((one, other) => other.seq - one.seq)[0];
  if (asked === undefined) return null;
  return (
    <p className="notice">
      {t("moves.requested", {
        name: asked.actorName ?? t("events.someone"),
        day: words.fullDay(asked.happenedOn),
        reason: words.term("closingReason", textOf(asked.data, "reason")),
      })}
    </p>
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
      <ClosingAsked caseId={caseId} />
      <p className="approve-text">{t("moves.approveText")}</p>
      <Form.Item
        name="checked"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, checked) =>
              checked === true ? Promise.resolve() : Promise.reject(new Error(t("common.fixFields"))),
          },
        ]}
      >
        <Checkbox>{t("moves.approveConfirm")}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}

export function RejectClosingForm({ pairing: { caseId, seq }, onDone }: Props) {
  const { t, term } = useWords();
  return (
    <CommandForm<Omit<RejectClosing, "basedOnSeq">, RejectClosing, MoveAnswer>
      name={`reject-closing:${caseId}`}
      verb={t("moves.reject")}
      send={api.move<RejectClosing>(caseId, "reject-closing")}
      bodyOf={({ reason, note }) => ({ basedOnSeq: seq, reason, note: note ?? "" })}
      onDone={onDone}
    >
      <ClosingAsked caseId={caseId} />
      <Form.Item name="reason" label={t("moves.rejectReason")} rules={[{ required: true }]}>
        <Select
          options={REJECTION_REASONS.map((each) => ({ value: each, label: term("rejectionReason", each) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t("moves.note")}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={LONGEST} />
      </Form.Item>
    </CommandForm>
  );
}
