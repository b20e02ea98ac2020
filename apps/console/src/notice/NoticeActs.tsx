import { STRIKE_OFF_REASONS, TAKE_DOWN_REASONS } from "@jiedui/domain";
import { Form } from "antd";
import { api } from "../api/routes";
import type * as Api from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { StepDay } from "../pairing/LiftOutForms";
import { useWords } from "../wording/useWords";

export interface ActProps {
  notice: Api.Notice;
  household: Api.Notice["households"][number] | undefined;
  onDone: () => void;
}

export function BeginForm({ notice: { id, from }, onDone }: ActProps) {
  const { t, today } = useWords();
  return (
    <CommandForm<{ from: string }, Api.BeginNotice, Api.NoticeAnswer>
      name={`notice-begin:${id}`}
      verb={t("notice.begin")}
      send={api.beginNotice(id)}
      initial={{ from: from ?? today }}
      bodyOf={(values) => ({ from: values.from })}
      onDone={onDone}
    >
      <p className="notice">{t("notice.beginText")}</p>
      <Form.Item name="from" label={t("liftOut.hungFrom")} rules={[{ required: true }]}>
        <DayField latest={today} disabled={from !== null} />
      </Form.Item>
    </CommandForm>
  );
}

/** Photographs are sent for the first household that hangs; they prove the days of all. */
export function ConcludeForm({ notice: { id, households }, onDone }: ActProps) {
  const { t } = useWords();
  const first = households.find(({ state }) => state === "hanging") ?? households[0];
  const withObjection = households.filter(
    ({ state, objections }) => state === "hanging" && objections.some(({ answer }) => answer === null),
  );
  return (
    <CommandForm<
      { note?: string; evidence?: SentEvidence[]; checked: boolean },
      Api.ConcludeNotice,
      Api.NoticeAnswer
    >
      name={`notice-conclude:${id}`}
      verb={t("notice.conclude")}
      send={api.concludeNotice(id)}
      bodyOf={({ note = "", evidence }) => ({ note, evidenceIds: evidenceIdsOf(evidence) })}
      onDone={onDone}
    >
      <p className="notice">{t("notice.concludeText")}</p>
      {withObjection.length === 0 ? null : (
        <p className="tone-overdue">
          {t("notice.staying", {
            names: withObjection.map(({ subjectName }) => subjectName).join(t("outcomes.separator")),
          })}
        </p>
      )}
      {first === undefined ? null : <EvidenceField caseId={first.caseId} />}
      <NoteField />
      <ConfirmField text={t("liftOut.concludeConfirm")} />
    </CommandForm>
  );
}

export function TakeDownForm({ notice: { id }, onDone }: ActProps) {
  const { t } = useWords();
  return (
    <CommandForm<Api.TakeDownNotice, Api.TakeDownNotice, Api.NoticeAnswer>
      name={`notice-take-down:${id}`}
      verb={t("notice.takeDown")}
      send={api.takeDownNotice(id)}
      bodyOf={({ reason }) => ({ reason })}
      onDone={onDone}
      danger
    >
      <p className="notice">{t("notice.takeDownText")}</p>
      <ReasonField list="takeDownReason" codes={TAKE_DOWN_REASONS} label={t("moves.reason")} />
    </CommandForm>
  );
}

export function StrikeOffForm({ notice: { id }, household, onDone }: ActProps) {
  const { t } = useWords();
  const caseId = household?.caseId ?? "";
  return (
    <CommandForm<Api.StrikeOff, Api.StrikeOff, Api.NoticeAnswer>
      name={`notice-strike-off:${id}:${caseId}`}
      verb={t("notice.strikeOff")}
      send={api.strikeOff(id)}
      bodyOf={({ reason }) => ({ caseId, reason })}
      onDone={onDone}
      danger
    >
      <p className="notice">{t("notice.strikeOffText")}</p>
      <ReasonField list="strikeOffReason" codes={STRIKE_OFF_REASONS} label={t("moves.reason")} />
    </CommandForm>
  );
}

/** Goes to that household's case alone. */
export function ObjectionForm({ household, onDone }: ActProps) {
  const { t, today } = useWords();
  const caseId = household?.caseId ?? "";
  return (
    <CommandForm<Api.RaiseObjection, Api.RaiseObjection, Api.MoveAnswer>
      name={`raise-objection:${caseId}`}
      verb={t("notice.object")}
      send={api.move<Api.RaiseObjection>(caseId, "raise-objection")}
      initial={{ happenedOn: today }}
      bodyOf={({ happenedOn, note }) => ({ happenedOn, note })}
      onDone={onDone}
    >
      <p className="notice">{t("liftOut.objectionText")}</p>
      <StepDay />
      <NoteField required />
    </CommandForm>
  );
}
