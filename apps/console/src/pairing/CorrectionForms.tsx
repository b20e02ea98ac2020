import { VOID_DECLINE_REASONS, VOID_REASONS } from "@jiedui/domain";
import { Form, Select } from "antd";
import type * as Api from "../api/types";
import { SkeletonRows } from "../feedback/states";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { ConfirmField, NoteField, ReasonField } from "../forms/fields";
import { eventSentence } from "../wording/events";
import { useWords } from "../wording/useWords";
import { EventContent } from "./EventContent";
import { StepForm, type MoveFormProps } from "./StepForm";
import { useTimeline } from "./timeline";

interface RequestValues {
  entrySeq: number;
  reason: Api.RequestVoid["reason"];
  note?: string;
  evidence?: SentEvidence[];
}

/** Says that an entry is wrong. */
export function RequestVoidForm({ entry, ...props }: MoveFormProps & { entry: number | undefined }) {
  const { t } = useWords();
  const { caseId, seq, life } = props.pairing;
  const entries = useEntries(caseId, life.correctable);
  if (entries === undefined) return <SkeletonRows rows={3} />;
  if (entries.length === 0) return <p>{t("correction.noEntry")}</p>;
  return (
    <StepForm<RequestValues, Api.RequestVoid>
      {...props}
      move="requestVoid"
      initial={{ ...(entry === undefined ? {} : { entrySeq: entry }) }}
      bodyOf={({ entrySeq, reason, note = "", evidence }) => ({
        basedOnSeq: seq,
        entrySeq,
        reason,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
      danger
    >
      <p className="notice">{t("correction.requestText")}</p>
      <Form.Item name="entrySeq" label={t("correction.whichEntry")} rules={[{ required: true }]}>
        <Select options={entries.map(({ event, label }) => ({ value: event.seq, label }))} />
      </Form.Item>
      <ReasonField list="voidReason" codes={VOID_REASONS} label={t("correction.reason")} />
      <NoteField />
      <EvidenceField caseId={caseId} />
    </StepForm>
  );
}

export function ApproveVoidForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq } = props.pairing;
  return (
    <StepForm<{ requestedSeq: number; checked: boolean }, Api.ApproveVoid>
      {...props}
      move="approveVoid"
      initial={firstOf(props)}
      bodyOf={({ requestedSeq }) => ({ basedOnSeq: seq, requestedSeq })}
      danger
    >
      {({ requestedSeq }) => (
        <>
          <RequestField {...props} requestedSeq={requestedSeq} />
          <p className="approve-text">{t("correction.approveText")}</p>
          <ConfirmField text={t("correction.approveConfirm")} />
        </>
      )}
    </StepForm>
  );
}

export function DeclineVoidForm(props: MoveFormProps) {
  const { t } = useWords();
  const { seq } = props.pairing;
  return (
    <StepForm<Omit<Api.DeclineVoid, "basedOnSeq">, Api.DeclineVoid>
      {...props}
      move="declineVoid"
      initial={firstOf(props)}
      bodyOf={({ requestedSeq, reason, note = "" }) => ({ basedOnSeq: seq, requestedSeq, reason, note })}
    >
      {({ requestedSeq }) => (
        <>
          <RequestField {...props} requestedSeq={requestedSeq} />
          <ReasonField
            list="voidDeclineReason"
            codes={VOID_DECLINE_REASONS}
            label={t("correction.declineReason")}
          />
          <NoteField />
        </>
      )}
    </StepForm>
  );
}

function firstOf({ pairing }: MoveFormProps): { requestedSeq?: number } {
  const first = pairing.life.corrections[0];
  return first === undefined ? {} : { requestedSeq: first.requestedSeq };
}

/** Which request is decided on, with what it says and the entry that it is about. */
function RequestField({ pairing, requestedSeq }: MoveFormProps & { requestedSeq: number | undefined }) {
  const { t } = useWords();
  const { caseId, life } = pairing;
  const seqs = life.corrections.flatMap((each) => [each.requestedSeq, each.entrySeq]);
  const entries = useEntries(caseId, seqs);
  if (life.corrections.length === 0) return <p>{t("correction.noRequest")}</p>;
  const chosen = life.corrections.find((each) => each.requestedSeq === requestedSeq);
  const shown = [chosen?.requestedSeq, chosen?.entrySeq].flatMap(
    (seq) => entries?.find(({ event }) => event.seq === seq) ?? [],
  );
  return (
    <>
      <Form.Item name="requestedSeq" label={t("correction.whichRequest")} rules={[{ required: true }]}>
        <Select
          options={life.corrections.map((each) => ({
            value: each.requestedSeq,
            label: entries?.find(({ event }) => event.seq === each.requestedSeq)?.label ?? each.requestedSeq,
          }))}
        />
      </Form.Item>
      {shown.map(({ event, label }) => (
        <div key={event.seq} className="notice">
          {label}
          <EventContent contents={event.contents} />
        </div>
      ))}
    </>
  );
}

/** The events of those numbers as a list shows them, newest first; undefined while they are read. */
function useEntries(caseId: string, seqs: readonly number[]) {
  const words = useWords();
  const timeline = useTimeline(caseId, undefined);
  return timeline.data?.pages
    .flatMap((page) => page.items)
    .filter(({ seq }) => seqs.includes(seq))
    .map((event) => ({
      event,
      label: words.t("correction.entry", {
        seq: event.seq,
        day: words.fullDay(event.happenedOn),
        sentence: eventSentence(event, words),
      }),
    }));
}
