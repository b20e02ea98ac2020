import type { PlanPart } from "@jiedui/domain";
import { Form, Input } from "antd";
import type * as Api from "../api/types";
import { SkeletonRows } from "../feedback/states";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { CodesField, ConfirmField, NoteField } from "../forms/fields";
import { useWords } from "../wording/useWords";
import { PlanLines, type PlanLine } from "./PlanLines";
import { StepForm, type MoveFormProps } from "./StepForm";
import { SubmittedPlan } from "./SubmittedPlan";
import { useWrittenPlan, type WrittenPlan } from "./writtenPlan";

type Plan = NonNullable<Api.Pairing["plan"]>;
interface Values {
  texts: Partial<Record<PlanPart, string>>;
  lines: PlanLine[];
  note?: string;
  evidence?: readonly SentEvidence[];
}

/** Begins with what was submitted last, so that a plan that came back is mended and not typed again. */
export function SubmitPlanForm(props: MoveFormProps) {
  const { plan } = props.pairing;
  const [last] = plan?.history ?? [];
  const written = useWrittenPlan(props.pairing.caseId, last?.seq);
  if (plan === null || written === undefined) return <SkeletonRows rows={6} />;
  return <PlanForm {...props} plan={plan} written={written} />;
}

function PlanForm({ plan, written, ...props }: MoveFormProps & { plan: Plan; written: WrittenPlan }) {
  const { t, term } = useWords();
  const { measures, caseId } = props.pairing;
  return (
    <StepForm<Values, Api.SubmitPlan>
      {...props}
      move="submitPlan"
      initial={{ texts: written.texts, lines: linesOf(plan, written) }}
      bodyOf={({ texts, lines, note = "", evidence }) => ({
        texts,
        lines: lines.map((line) => fitting(line, measures.kinds)),
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      {({ lines = [] }) => (
        <>
          <p className="notice">
            {t("plan.submitText", { parts: plan.parts.length, needed: plan.producingAtLeast })}
          </p>
          {plan.parts.map((part) => (
            <Form.Item
              key={part}
              name={["texts", part]}
              label={term("planPart", part)}
              rules={[{ required: true, whitespace: true, message: t("session.missing") }]}
            >
              <Input.TextArea
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={2000}
                placeholder={t("plan.partText")}
              />
            </Form.Item>
          ))}
          <PlanLines kinds={measures.kinds} lines={lines} />
          <NoteField />
          <EvidenceField caseId={caseId} />
        </>
      )}
    </StepForm>
  );
}

function linesOf({ history: [last] }: Plan, { whats }: WrittenPlan): PlanLine[] {
  if (last === undefined) return [{}];
  return last.lines.map(({ line: _line, until, ...planned }, index) => ({
    ...planned,
    ...(last.review?.approved === true ? {} : { until }),
    what: whats[index] ?? "",
  }));
}

/** What a kind is not counted in was typed before another kind was chosen: it is left out. */
function fitting(
  { kind, amount = 0, amountFen = 0, until, isProducing = false, what = "" }: PlanLine,
  kinds: Api.Pairing["measures"]["kinds"],
): Api.SubmitPlan["lines"][number] {
  const rule = kinds.find((each) => each.kind === kind);
  if (kind === undefined || until === undefined || rule === undefined)
    throw new Error("a line that was sent is filled in");
  return {
    kind,
    until,
    what,
    amount: rule.unit === null ? 0 : amount,
    amountFen: rule.money === "none" ? 0 : amountFen,
    isProducing: rule.mayProduce && isProducing,
  };
}

export function ApprovePlanForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq } = props.pairing;
  return (
    <StepForm<{ checked: boolean; note?: string }, Api.ApprovePlan>
      {...props}
      move="approvePlan"
      bodyOf={({ note = "" }) => ({ basedOnSeq: seq, note })}
    >
      <p className="notice">{t("plan.reviewText")}</p>
      <SubmittedPlan pairing={props.pairing} />
      <p className="approve-text">{t("plan.approveText")}</p>
      <NoteField />
      <ConfirmField text={t("plan.approveConfirm")} />
    </StepForm>
  );
}

export function SendBackPlanForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq, plan } = props.pairing;
  return (
    <StepForm<Omit<Api.SendBackPlan, "basedOnSeq">, Api.SendBackPlan>
      {...props}
      move="sendBackPlan"
      bodyOf={({ grounds, note = "" }) => ({ basedOnSeq: seq, grounds, note })}
      danger
    >
      <p className="notice">{t("plan.sendBackText")}</p>
      <SubmittedPlan pairing={props.pairing} />
      <CodesField name="grounds" list="planGround" codes={plan?.grounds ?? []} label={t("plan.grounds")} />
      <NoteField />
    </StepForm>
  );
}
