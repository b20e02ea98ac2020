import {
  DISMISSAL_REASONS,
  NO_OFFER_REASONS,
  POVERTY_CAUSES,
  RELAPSE_GROUNDS,
  TERM_REVIEW_OUTCOMES,
  type NoOfferReason,
  type PovertyCause,
  type RelapseGround,
  type TermReviewOutcome,
} from "@jiedui/domain";
import { Form, Radio, Select } from "antd";
import type * as Api from "../api/types";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { SubjectPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { Asked } from "./Asked";
import { StepForm, type MoveFormProps } from "./StepForm";

interface RelapseValues {
  ground: RelapseGround;
  cause: PovertyCause;
  incomeYear: number;
  note?: string;
}

export function ReportRelapseForm(props: MoveFormProps) {
  const { t, term } = useWords();
  const { incomes } = props.pairing.life;
  return (
    <StepForm<RelapseValues, Api.ReportRelapse>
      {...props}
      move="reportRelapse"
      initial={{ ground: "cause-returned", incomeYear: incomes.at(-1)?.incomeYear }}
      bodyOf={({ ground, cause, incomeYear, note = "" }) => ({
        because: ground === "cause-returned" ? { ground, cause } : { ground, incomeYear },
        note,
      })}
    >
      {({ ground }) => (
        <>
          <Form.Item name="ground" label={t("liftOut.relapseGround")} rules={[{ required: true }]}>
            <Radio.Group
              className="column-choice"
              options={RELAPSE_GROUNDS.map((each) => ({ value: each, label: term("relapseGround", each) }))}
            />
          </Form.Item>
          {ground === "income-below-line" ? (
            <Form.Item name="incomeYear" label={t("liftOut.incomeYear")} rules={[{ required: true }]}>
              <Select options={incomes.map(({ incomeYear }) => ({ value: incomeYear, label: incomeYear }))} />
            </Form.Item>
          ) : (
            <Form.Item name="cause" label={t("liftOut.cause")} rules={[{ required: true }]}>
              <Select
                options={POVERTY_CAUSES.map((each) => ({ value: each, label: term("povertyCause", each) }))}
              />
            </Form.Item>
          )}
          <NoteField />
        </>
      )}
    </StepForm>
  );
}

export function ConfirmRelapseForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq, caseId } = props.pairing;
  return (
    <StepForm<{ checked: boolean }, Api.ConfirmRelapse>
      {...props}
      move="confirmRelapse"
      bodyOf={() => ({ basedOnSeq: seq })}
    >
      <Asked caseId={caseId} event="RelapseReported" />
      <p className="approve-text">{t("liftOut.confirmRelapseText")}</p>
      <ConfirmField text={t("liftOut.confirmRelapse")} />
    </StepForm>
  );
}

export function DismissRelapseForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq, caseId } = props.pairing;
  return (
    <StepForm<Omit<Api.DismissRelapse, "basedOnSeq">, Api.DismissRelapse>
      {...props}
      move="dismissRelapse"
      bodyOf={({ reason, note = "" }) => ({ basedOnSeq: seq, reason, note })}
    >
      <Asked caseId={caseId} event="RelapseReported" />
      <ReasonField list="dismissalReason" codes={DISMISSAL_REASONS} label={t("moves.reason")} />
      <NoteField />
    </StepForm>
  );
}

/** A household, or why there is none. */
export function OfferHouseholdForm(props: MoveFormProps) {
  const { t, term } = useWords();
  return (
    <StepForm<{ subjectId?: string; reason?: NoOfferReason }, Api.OfferHousehold>
      {...props}
      move="offerHousehold"
      bodyOf={({ subjectId, reason }) => ({
        offer: subjectId === undefined ? { reason: reason ?? "none-left" } : { subjectId },
      })}
    >
      {({ subjectId }) => (
        <>
          <p className="notice">{t("liftOut.offerText", { helper: props.pairing.leadHelper.name })}</p>
          <Form.Item name="subjectId" label={t("liftOut.offered")}>
            <SubjectPicker uncovered allowClear />
          </Form.Item>
          {subjectId === undefined ? (
            <Form.Item name="reason" label={t("liftOut.noOffer")} rules={[{ required: true }]}>
              <Select
                options={NO_OFFER_REASONS.map((each) => ({
                  value: each,
                  label: term("noOfferReason", each),
                }))}
              />
            </Form.Item>
          ) : null}
        </>
      )}
    </StepForm>
  );
}

export function ReviewTermForm(props: MoveFormProps) {
  const { t, term } = useWords();
  return (
    <StepForm<{ outcome: TermReviewOutcome; note?: string }, Api.ReviewTerm>
      {...props}
      move="reviewTerm"
      bodyOf={({ outcome, note = "" }) => ({ outcome, note })}
    >
      <Form.Item name="outcome" label={t("liftOut.reviewOutcome")} rules={[{ required: true }]}>
        <Radio.Group
          className="column-choice"
          options={TERM_REVIEW_OUTCOMES.map((each) => ({
            value: each,
            label: term("termReviewOutcome", each),
          }))}
        />
      </Form.Item>
      <NoteField />
    </StepForm>
  );
}
