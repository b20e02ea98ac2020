import { Form, Select } from "antd";
import type * as Api from "../api/types";
import { NoteField } from "../forms/fields";
import { useWords } from "../wording/useWords";
import { Asked } from "./Asked";
import { Outcome, StepDay } from "./LiftOutForms";
import { StepForm, type MoveFormProps } from "./StepForm";

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
