import { TAKE_DOWN_REASONS } from "@jiedui/domain";
import { Form, Select } from "antd";
import type * as Api from "../api/types";
import { DayField } from "../forms/DayField";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { useWords } from "../wording/useWords";
import { Asked } from "./Asked";
import { Outcome, StepDay } from "./LiftOutForms";
import { StepForm, type MoveFormProps } from "./StepForm";

/** A sheet for this household alone; it hangs as long as the policy says. */
export function HangNoticeForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<{ from: string }, Api.HangNotice>
      {...props}
      move="hangNotice"
      initial={{ from: today }}
      bodyOf={({ from }) => ({ noticeId: crypto.randomUUID(), from })}
    >
      <p className="notice">{t("liftOut.hangText")}</p>
      <Form.Item name="from" label={t("liftOut.hungFrom")} rules={[{ required: true }]}>
        <DayField latest={today} />
      </Form.Item>
    </StepForm>
  );
}

export function TakeDownNoticeForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <StepForm<Omit<Api.TakeDownNotice, "noticeId">, Api.TakeDownNotice>
      {...props}
      move="takeDownNotice"
      bodyOf={({ reason }) => ({ noticeId: noticeIdOf(props), reason })}
      danger
    >
      <p className="notice">{t("liftOut.takeDownText")}</p>
      <ReasonField list="takeDownReason" codes={TAKE_DOWN_REASONS} label={t("moves.reason")} />
    </StepForm>
  );
}

export function RaiseObjectionForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<Api.RaiseObjection, Api.RaiseObjection>
      {...props}
      move="raiseObjection"
      initial={{ happenedOn: today }}
      bodyOf={({ happenedOn, note }) => ({ happenedOn, note })}
    >
      <p className="notice">{t("liftOut.objectionText")}</p>
      <StepDay />
      <NoteField required />
    </StepForm>
  );
}

export function AnswerObjectionForm(props: MoveFormProps) {
  const { t, shortDay } = useWords();
  const open = (props.pairing.life.liftOut?.objections ?? []).filter(({ answered }) => !answered);
  return (
    <StepForm<Api.AnswerObjection, Api.AnswerObjection>
      {...props}
      move="answerObjection"
      initial={{ objectionId: open[0]?.id }}
      bodyOf={({ objectionId, upheld, note }) => ({ objectionId, upheld, note })}
    >
      <Asked caseId={props.pairing.caseId} event="ObjectionRaised" />
      {open.length === 1 ? null : (
        <Form.Item name="objectionId" label={t("liftOut.whichObjection")} rules={[{ required: true }]}>
          <Select
            options={open.map(({ id, seq, since }) => ({
              value: id,
              label: t("liftOut.objectionOf", { seq, day: shortDay(since) }),
            }))}
          />
        </Form.Item>
      )}
      <Outcome name="upheld" yes={t("liftOut.upheld")} no={t("liftOut.notUpheld")} />
      <NoteField required />
    </StepForm>
  );
}

export function ConcludeNoticeForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <StepForm<{ checked: boolean; note?: string }, Api.ConcludeNotice>
      {...props}
      move="concludeNotice"
      bodyOf={({ note = "" }) => ({ noticeId: noticeIdOf(props), note })}
    >
      <p className="notice">{t("liftOut.concludeText")}</p>
      <NoteField />
      <ConfirmField text={t("liftOut.concludeConfirm")} />
    </StepForm>
  );
}

function noticeIdOf({ pairing }: MoveFormProps): string {
  return pairing.life.liftOut?.notice?.id ?? "";
}
