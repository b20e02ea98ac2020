import type { LiftOutCriterion } from "@jiedui/domain";
import { Checkbox, Form, Input } from "antd";
import type * as Api from "../api/types";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { NoteField } from "../forms/fields";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";

interface Values {
  /** Keyed by criterion. */
  met?: Partial<Record<LiftOutCriterion, boolean>>;
  proofs?: Partial<Record<LiftOutCriterion, string>>;
  note?: string;
  evidence?: SentEvidence[];
}

/** Every criterion with its question, what was answered and seen, and a tick; the income is told, not ticked. */
export function ProposeLiftOutForm(props: MoveFormProps) {
  const { t } = useWords();
  const { criteria, incomesAsked } = props.pairing.life;
  return (
    <StepForm<Values, Api.ProposeLiftOut>
      {...props}
      move="proposeLiftOut"
      bodyOf={({ met = {}, proofs = {}, note = "", evidence }) => ({
        criteria: criteria.map((criterion) => ({
          criterion,
          met: met[criterion] === true,
          proof: proofs[criterion] ?? "",
        })),
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      <p className="notice">{t("liftOut.proposeText")}</p>
      {incomesAsked.map((asked) => (
        <AskedIncome key={asked.incomeYear} asked={asked} />
      ))}
      <h3>{t("liftOut.criteria")}</h3>
      {criteria.map((criterion) => (
        <Criterion key={criterion} criterion={criterion} />
      ))}
      <EvidenceField caseId={props.pairing.caseId} />
      <NoteField />
    </StepForm>
  );
}

function Criterion({ criterion }: { criterion: LiftOutCriterion }) {
  const { t, term } = useWords();
  const name = term("liftOutCriterion", criterion);
  return (
    <fieldset className="criterion">
      <legend>{name}</legend>
      <p className="quiet">{t(`liftOut.questions.${criterion}`)}</p>
      <Form.Item
        name={["proofs", criterion]}
        label={<span aria-label={t("liftOut.proofOf", { criterion: name })}>{t("liftOut.proof")}</span>}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={500}
          aria-label={t("liftOut.proofOf", { criterion: name })}
        />
      </Form.Item>
      <Form.Item
        name={["met", criterion]}
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, met) =>
              met === true ? Promise.resolve() : Promise.reject(new Error(t("liftOut.allCriteria"))),
          },
        ]}
      >
        <Checkbox>
          {t("liftOut.isMet")}
          <span className="only-heard"> {name}</span>
        </Checkbox>
      </Form.Item>
    </fieldset>
  );
}

function AskedIncome({
  asked: { incomeYear, perHeadFen, lineFen, forecastOn },
}: {
  asked: Api.Pairing["life"]["incomesAsked"][number];
}) {
  const { t, shortDay } = useWords();
  if (perHeadFen === null)
    return <p className="tone-overdue">{t("liftOut.noIncome", { year: incomeYear })}</p>;
  if (forecastOn !== null)
    return (
      <p className="tone-overdue">
        {t("liftOut.forecastIncome", { year: incomeYear, day: shortDay(forecastOn) })}
      </p>
    );
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
