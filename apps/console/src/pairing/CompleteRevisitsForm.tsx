import { REVISIT_GAP_REASONS, type RevisitGapReason } from "@jiedui/domain";
import { Form, Select } from "antd";
import type * as Api from "../api/types";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { ConfirmField, NoteField } from "../forms/fields";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";

interface Values {
  checked: boolean;
  /** Keyed by month. */
  gaps?: Record<string, RevisitGapReason>;
  note: string;
  evidence?: SentEvidence[];
}

/** Every month whose revisit was not made in its time asks for a reason; somebody else decides on the closing. */
export function CompleteRevisitsForm(props: MoveFormProps) {
  const words = useWords();
  const { t, term } = words;
  const { caseId, seq, life } = props.pairing;
  const missed = life.lifted?.missed ?? [];
  return (
    <StepForm<Values, Api.CompleteRevisits>
      {...props}
      move="completeRevisits"
      bodyOf={({ gaps = {}, note, evidence }) => ({
        basedOnSeq: seq,
        gaps: missed.flatMap((month) => {
          const reason = gaps[month];
          return reason === undefined ? [] : [{ month, reason }];
        }),
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
      danger
    >
      <p className="approve-text">{t("liftOut.completeText")}</p>
      {missed.length === 0 ? <p className="notice tone-done">{t("liftOut.noGaps")}</p> : null}
      {missed.map((month) => (
        <Form.Item
          key={month}
          name={["gaps", month]}
          label={t("liftOut.gapOf", { month: words.month(month) })}
          rules={[{ required: true }]}
        >
          <Select
            options={REVISIT_GAP_REASONS.map((each) => ({
              value: each,
              label: term("revisitGapReason", each),
            }))}
          />
        </Form.Item>
      ))}
      <NoteField required />
      <EvidenceField caseId={caseId} />
      <ConfirmField text={t("liftOut.completeConfirm")} />
    </StepForm>
  );
}
