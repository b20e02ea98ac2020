import { CORRECTION_REASONS, PROJECT_STAGES, stagesAhead } from "@jiedui/domain";
import { Form, InputNumber, Select } from "antd";
import type * as Api from "../api/types";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { AmountField, NoteField, ReasonField } from "../forms/fields";
import { amountInWords } from "../wording/amount";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";

const UNPLANNED = 0;
type Evidenced = { evidence?: readonly SentEvidence[] };
type Kinds = Api.Pairing["measures"]["kinds"];

/** Whoever names the line of the plan need not name the kind. */
export function RecordMeasureForm(props: MoveFormProps) {
  const words = useWords();
  const { t, term, today } = words;
  const { measures, caseId, signedOn } = props.pairing;
  const ruleOf = (kind: string | undefined) => measures.kinds.find((each) => each.kind === kind);
  const kindOf = ({ line, kind }: Partial<Api.RecordMeasure>) =>
    measures.planned.find((each) => each.line === line)?.kind ?? kind;
  return (
    <StepForm<Api.RecordMeasure & Evidenced, Api.RecordMeasure>
      {...props}
      move="recordMeasure"
      initial={{
        happenedOn: today,
        line: measures.planned[0]?.line ?? UNPLANNED,
      }}
      bodyOf={({
        line,
        amount = 0,
        amountFen = 0,
        happenedOn,
        projectStage,
        note = "",
        evidence,
        ...rest
      }) => {
        const kind = kindOf({ line, kind: rest.kind }) ?? rest.kind;
        const rule = ruleOf(kind);
        return {
          kind,
          line: line === UNPLANNED ? null : line,
          amount: rule?.unit == null ? 0 : amount,
          amountFen: rule?.money === "none" ? 0 : amountFen,
          projectStage: kind === "project" ? (projectStage ?? "prepared") : null,
          happenedOn,
          note,
          evidenceIds: evidenceIdsOf(evidence),
        };
      }}
    >
      {(values) => {
        const rule = ruleOf(kindOf(values));
        return (
          <>
            <Form.Item name="happenedOn" label={t("measure.happenedOn")} rules={[{ required: true }]}>
              <DayField earliest={signedOn} latest={today} />
            </Form.Item>
            {measures.planned.length === 0 ? null : (
              <Form.Item name="line" label={t("measure.which")} rules={[{ required: true }]}>
                <Select
                  options={[
                    ...measures.planned.map((each) => ({
                      value: each.line,
                      label: lineChoice(each, measures.kinds),
                    })),
                    { value: UNPLANNED, label: t("measure.unplanned") },
                  ]}
                />
              </Form.Item>
            )}
            {values.line === UNPLANNED ? (
              <Form.Item name="kind" label={t("plan.kind")} rules={[{ required: true }]}>
                <Select
                  options={measures.kinds.map(({ kind }) => ({
                    value: kind,
                    label: term("measureKind", kind),
                  }))}
                />
              </Form.Item>
            ) : null}
            <Figures rule={rule} amountLabel="plan.amount" moneyLabel="plan.money" least={1} />
            {rule?.kind === "project" ? (
              <Form.Item name="projectStage" label={t("measure.projectStage")}>
                <Select
                  options={PROJECT_STAGES.map((each) => ({ value: each, label: term("projectStage", each) }))}
                />
              </Form.Item>
            ) : null}
            <NoteField />
            <EvidenceField caseId={caseId} />
          </>
        );
      }}
    </StepForm>
  );

  function lineChoice(line: Api.Pairing["measures"]["planned"][number], kinds: Kinds): string {
    const unit = kinds.find(({ kind }) => kind === line.kind)?.unit ?? null;
    return t("measure.lineChoice", {
      line: line.line,
      kind: term("measureKind", line.kind),
      planned: amountInWords({ ...line, unit }, words),
      done: amountInWords({ amount: line.doneAmount, amountFen: line.doneFen, unit }, words),
    });
  }
}

/** Amount and money, as far as the kind is counted in them. */
function Figures({
  rule,
  amountLabel,
  moneyLabel,
  least,
}: {
  rule: Kinds[number] | undefined;
  amountLabel: "plan.amount" | "measure.rightAmount";
  moneyLabel: "plan.money" | "measure.rightMoney";
  least: number;
}) {
  const { t, term } = useWords();
  if (rule === undefined) return null;
  return (
    <>
      {rule.unit === null ? null : (
        <Form.Item
          name="amount"
          label={t(amountLabel, { unit: term("measureUnit", rule.unit) })}
          rules={[{ required: true }]}
        >
          <InputNumber
            min={least}
            max={1_000_000}
            precision={0}
            inputMode="numeric"
            className="count-field"
          />
        </Form.Item>
      )}
      {rule.money === "none" ? null : (
        <AmountField name="amountFen" label={t(moneyLabel)} optional={rule.money === "optional"} />
      )}
    </>
  );
}

/** A counter-entry: the wrong one stays where it is. */
export function CorrectMeasureForm(props: MoveFormProps) {
  const words = useWords();
  const { t, term } = words;
  const { measures } = props.pairing;
  const correctable = measures.newest.filter((each) => each.correctable);
  return (
    <StepForm<Api.CorrectMeasure, Api.CorrectMeasure>
      {...props}
      move="correctMeasure"
      initial={{ measureSeq: correctable[0]?.seq }}
      bodyOf={({ measureSeq, amount = 0, amountFen = 0, reason, note = "" }) => ({
        measureSeq,
        amount,
        amountFen,
        reason,
        note,
      })}
    >
      {({ measureSeq }) => {
        const chosen = correctable.find(({ seq }) => seq === measureSeq);
        return (
          <>
            <p className="notice">{t("measure.correctText")}</p>
            <Form.Item name="measureSeq" label={t("measure.whichMeasure")} rules={[{ required: true }]}>
              <Select
                options={correctable.map((each) => ({
                  value: each.seq,
                  label: `${words.shortDay(each.on)} ${term("measureKind", each.kind)} ${amountInWords(each, words)}`,
                }))}
              />
            </Form.Item>
            <Figures
              rule={measures.kinds.find(({ kind }) => kind === chosen?.kind)}
              amountLabel="measure.rightAmount"
              moneyLabel="measure.rightMoney"
              least={0}
            />
            <ReasonField
              list="correctionReason"
              codes={CORRECTION_REASONS}
              label={t("measure.correctReason")}
            />
            <NoteField />
          </>
        );
      }}
    </StepForm>
  );
}

export function AdvanceProjectForm(props: MoveFormProps) {
  const words = useWords();
  const { t, term, today } = words;
  const { measures, caseId } = props.pairing;
  const projects = measures.projects.filter(({ stage }) => stagesAhead(stage).length > 0);
  return (
    <StepForm<Api.AdvanceProject & Evidenced, Api.AdvanceProject>
      {...props}
      move="advanceProject"
      initial={{
        projectSeq: projects[0]?.seq,
        happenedOn: today,
      }}
      bodyOf={({ projectSeq, projectStage, happenedOn, note = "", evidence }) => ({
        projectSeq,
        projectStage,
        happenedOn,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      {({ projectSeq }) => {
        const chosen = projects.find(({ seq }) => seq === projectSeq);
        return (
          <>
            <Form.Item name="projectSeq" label={t("measure.whichProject")} rules={[{ required: true }]}>
              <Select
                options={projects.map(({ seq, stage, since }) => ({
                  value: seq,
                  label: `${t("pairing.eventNumber", { seq })} · ${term("projectStage", stage)} · ${t("measure.since", { day: words.shortDay(since) })}`,
                }))}
              />
            </Form.Item>
            <Form.Item name="projectStage" label={t("measure.projectStage")} rules={[{ required: true }]}>
              <Select
                options={(chosen === undefined ? [] : stagesAhead(chosen.stage)).map((each) => ({
                  value: each,
                  label: term("projectStage", each),
                }))}
              />
            </Form.Item>
            <Form.Item name="happenedOn" label={t("measure.happenedOn")} rules={[{ required: true }]}>
              <DayField earliest={chosen?.since} latest={today} />
            </Form.Item>
            <NoteField />
            <EvidenceField caseId={caseId} />
          </>
        );
      }}
    </StepForm>
  );
}
