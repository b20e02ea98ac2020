import { ACKNOWLEDGEMENT_FORMS, SEND_BACK_GROUNDS, type AcknowledgementForm } from "@jiedui/domain";
import { Checkbox, Form, Input, Radio } from "antd";
import type * as Api from "../api/types";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { AmountField, ConfirmField, CountField, NoteField } from "../forms/fields";
import { useWords } from "../wording/useWords";
import { Asked } from "./Asked";
import { StepForm, type MoveFormProps } from "./StepForm";

type WithEvidence<Request> = Omit<Request, "evidenceIds"> & { evidence?: SentEvidence[] };

export function AppraisalForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<WithEvidence<Api.RecordAppraisal>, Api.RecordAppraisal>
      {...props}
      move="recordAppraisal"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", evidence, ...votes }) => ({
        ...votes,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      <StepDay />
      <CountField name="entitled" label={t("liftOut.entitled")} />
      <CountField name="present" label={t("liftOut.present")} />
      <CountField name="inFavour" label={t("liftOut.inFavour")} />
      <CountField name="against" label={t("liftOut.against")} />
      <WordsOrScan label={t("liftOut.minutes")} missing={t("liftOut.minutesNeeded")} />
      <EvidenceField caseId={props.pairing.caseId} />
    </StepForm>
  );
}

/** A proof in words, unless it comes as a scan. */
function WordsOrScan({
  label,
  missing,
  unless,
}: {
  label: string;
  missing: string;
  /** Of this form of the household's word there is none. */
  unless?: AcknowledgementForm;
}) {
  return (
    <Form.Item
      name="note"
      label={label}
      dependencies={["evidence", "form"]}
      rules={[
        ({ getFieldValue }) => ({
          validator: (_rule, words: unknown) => {
            const scans: unknown = getFieldValue("evidence");
            const isThere =
              (unless !== undefined && getFieldValue("form") === unless) ||
              (typeof words === "string" && words.trim() !== "") ||
              (Array.isArray(scans) && scans.length > 0);
            return isThere ? Promise.resolve() : Promise.reject(new Error(missing));
          },
        }),
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
    </Form.Item>
  );
}

export function OnSiteCheckForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<WithEvidence<Api.RecordOnSiteCheck>, Api.RecordOnSiteCheck>
      {...props}
      move="recordOnSiteCheck"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", evidence, ...found }) => ({
        ...found,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      <StepDay />
      <AmountField name="perHeadFen" label={t("liftOut.perHead")} />
      <Outcome name="confirmed" yes={t("liftOut.confirmed")} no={t("liftOut.notConfirmed")} />
      <NoteField />
      <EvidenceField caseId={props.pairing.caseId} />
    </StepForm>
  );
}

export function AcknowledgementStepForm(props: MoveFormProps) {
  const { t, term, today } = useWords();
  return (
    <StepForm<WithEvidence<Api.RecordAcknowledgement>, Api.RecordAcknowledgement>
      {...props}
      move="recordAcknowledgement"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", evidence, ...word }) => ({ ...word, note, evidenceIds: evidenceIdsOf(evidence) })}
    >
      <StepDay />
      <Form.Item name="form" label={t("liftOut.householdsWord")} rules={[{ required: true }]}>
        <Radio.Group
          className="column-choice"
          options={ACKNOWLEDGEMENT_FORMS.map((each: AcknowledgementForm) => ({
            value: each,
            label: term("acknowledgementForm", each),
          }))}
        />
      </Form.Item>
      <WordsOrScan
        label={t("moves.note")}
        missing={t("liftOut.acknowledgementProofNeeded")}
        unless="refused"
      />
      <EvidenceField caseId={props.pairing.caseId} />
    </StepForm>
  );
}

export function TownshipReviewForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq } = props.pairing;
  return (
    <StepForm<Omit<Api.RecordTownshipReview, "basedOnSeq">, Api.RecordTownshipReview>
      {...props}
      move="recordTownshipReview"
      bodyOf={({ passed, note = "" }) => ({ basedOnSeq: seq, passed, note })}
    >
      <Asked caseId={props.pairing.caseId} event="LiftOutProposed" />
      <Outcome name="passed" yes={t("liftOut.passed")} no={t("liftOut.notPassed")} />
      <NoteField />
    </StepForm>
  );
}

export function CountyCheckForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<WithEvidence<Api.RecordCountyCheck>, Api.RecordCountyCheck>
      {...props}
      move="recordCountyCheck"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", evidence, ...check }) => ({
        ...check,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      <StepDay />
      <Outcome name="passed" yes={t("liftOut.passed")} no={t("liftOut.notPassed")} />
      <NoteField />
      <EvidenceField caseId={props.pairing.caseId} />
    </StepForm>
  );
}

export function ApproveLiftOutForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq, caseId } = props.pairing;
  return (
    <StepForm<{ checked: boolean }, Api.ApproveLiftOut>
      {...props}
      move="approveLiftOut"
      bodyOf={() => ({ basedOnSeq: seq })}
    >
      <Asked caseId={caseId} event="LiftOutProposed" />
      <p className="approve-text">{t("liftOut.approveText")}</p>
      <ConfirmField text={t("liftOut.approveConfirm")} />
    </StepForm>
  );
}

export function AnnounceLiftOutForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<Api.AnnounceLiftOut, Api.AnnounceLiftOut>
      {...props}
      move="announceLiftOut"
      initial={{ happenedOn: today }}
      bodyOf={({ happenedOn }) => ({ happenedOn })}
    >
      <p className="notice">{t("liftOut.announceText")}</p>
      <StepDay />
    </StepForm>
  );
}

export function SendBackLiftOutForm(props: MoveFormProps) {
  const { t, term } = useWords();
  const { seq } = props.pairing;
  return (
    <StepForm<Omit<Api.SendBackLiftOut, "basedOnSeq">, Api.SendBackLiftOut>
      {...props}
      move="sendBackLiftOut"
      bodyOf={({ grounds, note = "" }) => ({ basedOnSeq: seq, grounds, note })}
      danger
    >
      <p className="notice">{t("liftOut.sendBackText")}</p>
      <Form.Item name="grounds" label={t("liftOut.grounds")} rules={[{ required: true }]}>
        <Checkbox.Group
          className="column-choice"
          options={SEND_BACK_GROUNDS.map((each) => ({ value: each, label: term("sendBackGround", each) }))}
        />
      </Form.Item>
      <NoteField />
    </StepForm>
  );
}

/** The day on which a step was taken. */
export function StepDay() {
  const { t, today } = useWords();
  return (
    <Form.Item name="happenedOn" label={t("liftOut.stepDay")} rules={[{ required: true }]}>
      <DayField latest={today} />
    </Form.Item>
  );
}

export function Outcome({ name, yes, no }: { name: string; yes: string; no: string }) {
  const { t } = useWords();
  return (
    <Form.Item name={name} label={t("liftOut.outcome")} rules={[{ required: true }]}>
      <Radio.Group
        options={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    </Form.Item>
  );
}
