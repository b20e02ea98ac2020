import {
  ACKNOWLEDGEMENT_FORMS,
  SEND_BACK_GROUNDS,
  type AcknowledgementForm,
  type LiftOutCriterion,
} from "@jiedui/domain";
import { Form, Radio } from "antd";
import type * as Api from "../api/types";
import { DayField } from "../forms/DayField";
import { AmountField, CodeBoxes, CodesField, ConfirmField, CountField, NoteField } from "../forms/fields";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";
import { Asked } from "./Asked";
import { StepForm, type MoveFormProps } from "./StepForm";

/** Every criterion has to be ticked by whoever has asked and seen; the income is told, not ticked. */
export function ProposeLiftOutForm(props: MoveFormProps) {
  const { t } = useWords();
  const { criteria, incomesAsked } = props.pairing.life;
  return (
    <StepForm<{ met?: LiftOutCriterion[]; note?: string }, Api.ProposeLiftOut>
      {...props}
      move="proposeLiftOut"
      bodyOf={({ met = [], note = "" }) => ({
        criteria: criteria.map((criterion) => ({ criterion, met: met.includes(criterion) })),
        note,
      })}
    >
      <p className="notice">{t("liftOut.proposeText")}</p>
      {incomesAsked.map((asked) => (
        <AskedIncome key={asked.incomeYear} asked={asked} />
      ))}
      <Form.Item
        name="met"
        label={t("liftOut.criteria")}
        rules={[
          {
            required: true,
            validator: (_rule, met: unknown) =>
              Array.isArray(met) && met.length === criteria.length
                ? Promise.resolve()
                : Promise.reject(new Error(t("liftOut.allCriteria"))),
          },
        ]}
      >
        <CodeBoxes list="liftOutCriterion" codes={criteria} />
      </Form.Item>
      <NoteField />
    </StepForm>
  );
}

function AskedIncome({
  asked: { incomeYear, perHeadFen, lineFen },
}: {
  asked: Api.Pairing["life"]["incomesAsked"][number];
}) {
  const { t } = useWords();
  if (perHeadFen === null)
    return <p className="tone-overdue">{t("liftOut.noIncome", { year: incomeYear })}</p>;
  return (
    <p className={lineFen !== null && perHeadFen > lineFen ? "tone-done" : "tone-overdue"}>
      {t("liftOut.lastIncome", {
        year: incomeYear,
        perHead: yuan(perHeadFen),
        line: lineFen === null ? t("liftOut.noLine") : yuan(lineFen),
      })}
    </p>
  );
}

export function AppraisalForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<Api.RecordAppraisal, Api.RecordAppraisal>
      {...props}
      move="recordAppraisal"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", ...votes }) => ({ ...votes, note })}
    >
      <StepDay />
      <CountField name="entitled" label={t("liftOut.entitled")} />
      <CountField name="present" label={t("liftOut.present")} />
      <CountField name="inFavour" label={t("liftOut.inFavour")} />
      <CountField name="against" label={t("liftOut.against")} />
      <NoteField />
    </StepForm>
  );
}

export function OnSiteCheckForm(props: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <StepForm<Api.RecordOnSiteCheck, Api.RecordOnSiteCheck>
      {...props}
      move="recordOnSiteCheck"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", ...found }) => ({ ...found, note })}
    >
      <StepDay />
      <AmountField name="perHeadFen" label={t("liftOut.perHead")} />
      <Outcome name="confirmed" yes={t("liftOut.confirmed")} no={t("liftOut.notConfirmed")} />
      <NoteField />
    </StepForm>
  );
}

export function AcknowledgementStepForm(props: MoveFormProps) {
  const { t, term, today } = useWords();
  return (
    <StepForm<Api.RecordAcknowledgement, Api.RecordAcknowledgement>
      {...props}
      move="recordAcknowledgement"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", ...word }) => ({ ...word, note })}
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
      <NoteField />
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
    <StepForm<Api.RecordCountyCheck, Api.RecordCountyCheck>
      {...props}
      move="recordCountyCheck"
      initial={{ happenedOn: today }}
      bodyOf={({ note = "", ...check }) => ({ ...check, note })}
    >
      <StepDay />
      <Outcome name="passed" yes={t("liftOut.passed")} no={t("liftOut.notPassed")} />
      <NoteField />
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
  const { t } = useWords();
  const { seq } = props.pairing;
  return (
    <StepForm<Omit<Api.SendBackLiftOut, "basedOnSeq">, Api.SendBackLiftOut>
      {...props}
      move="sendBackLiftOut"
      bodyOf={({ grounds, note = "" }) => ({ basedOnSeq: seq, grounds, note })}
      danger
    >
      <p className="notice">{t("liftOut.sendBackText")}</p>
      <CodesField
        name="grounds"
        list="sendBackGround"
        codes={SEND_BACK_GROUNDS}
        label={t("liftOut.grounds")}
      />
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
