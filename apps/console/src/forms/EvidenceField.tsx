import CameraOutlined from "@ant-design/icons/CameraOutlined";
import CloseOutlined from "@ant-design/icons/CloseOutlined";
import FilePdfOutlined from "@ant-design/icons/FilePdfOutlined";
import PictureOutlined from "@ant-design/icons/PictureOutlined";
import { EVIDENCE_LIMITS } from "@jiedui/domain";
import { Form } from "antd";
import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "../api/problem";
import { api } from "../api/routes";
import { readyToSend } from "../evidence/photograph";
import { problemSentence } from "../wording/refusal";
import { useWords } from "../wording/useWords";

/** A photograph or scan that has been sent and waits for the move that brings it. */
export interface SentEvidence {
  readonly id: string;
  readonly name: string;
  readonly thumbnail: string | null;
}
/** On its way, or refused. */
interface Sending {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly problem: ApiProblem | null;
}

const PICTURES = "image/jpeg,image/png,image/webp";
const PICTURES_AND_SCANS = `${PICTURES},application/pdf`;

/** What goes into a move's request. */
export function evidenceIdsOf(sent: readonly SentEvidence[] | undefined): string[] | undefined {
  return sent === undefined || sent.length === 0 ? undefined : sent.map(({ id }) => id);
}

/** Photographs and scans of a move, as its form's `evidence`: sent at once, so that they outlive a reload with the rest. */
export function EvidenceField({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const isUnderWay = sending.some(({ problem }) => problem === null);
  return (
    <Form.Item
      name="evidence"
      label={t("evidence.label")}
      extra={t("evidence.hint", {
        most: EVIDENCE_LIMITS.mostOfAMove,
        megabytes: EVIDENCE_LIMITS.mostBytes / 1024 / 1024,
      })}
      // Only when the form is sent: a photograph that has just arrived is no mistake.
      validateTrigger={false}
      rules={[
        {
          validator: () =>
            isUnderWay ? Promise.reject(new Error(t("evidence.stillSending"))) : Promise.resolve(),
        },
      ]}
    >
      <EvidenceInput caseId={caseId} sending={sending} onSending={setSending} />
    </Form.Item>
  );
}

interface InputProps {
  caseId: string;
  sending: readonly Sending[];
  onSending: (change: (before: readonly Sending[]) => readonly Sending[]) => void;
  id?: string;
  value?: readonly SentEvidence[];
  onChange?: (value: readonly SentEvidence[]) => void;
}

function EvidenceInput({ caseId, sending, onSending, id, value = [], onChange }: InputProps) {
  const { t } = useWords();
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const change = (next: readonly SentEvidence[]) => {
    latest.current = next;
    onChange?.(next);
  };
  const note = (key: string, changed: Partial<Sending>) =>
    onSending((before) => before.map((each) => (each.key === key ? { ...each, ...changed } : each)));
  const leave = (key: string) => onSending((before) => before.filter((each) => each.key !== key));

  const sendOne = async (key: string, file: File) => {
    try {
      const { blob, thumbnail } = await readyToSend(file);
      if (blob.size > EVIDENCE_LIMITS.mostBytes)
        throw new ApiProblem(413, "FILE_TOO_LARGE", { limitBytes: EVIDENCE_LIMITS.mostBytes });
      const sent = await api.bringEvidence(caseId, blob, (share) => note(key, { share }));
      leave(key);
      if (latest.current.every((each) => each.id !== sent.id))
        change([...latest.current, { id: sent.id, name: file.name, thumbnail }]);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      note(key, { problem: error });
    }
  };
  const take = async (files: readonly File[]) => {
    const room = EVIDENCE_LIMITS.mostOfAMove - latest.current.length;
    const taken = files.slice(0, room).map((file) => ({ key: crypto.randomUUID(), file }));
    onSending((before) => [
      ...before.filter(({ problem }) => problem === null),
      ...taken.map(({ key, file }) => ({ key, name: file.name, share: 0, problem: null })),
    ]);
    for (const { key, file } of taken) await sendOne(key, file);
  };
  const isFull = value.length + sending.length >= EVIDENCE_LIMITS.mostOfAMove;
  return (
    <div className="evidence-field">
      {value.length + sending.length === 0 ? null : (
        <ul className="evidence-sent" aria-label={t("evidence.label")}>
          {value.map((each) => (
            <li key={each.id}>
              <Thumbnail of={each} />
              <RemoveButton
                name={each.name}
                onRemove={() => change(latest.current.filter((other) => other.id !== each.id))}
              />
            </li>
          ))}
          {sending.map((each) => (
            <SendingItem key={each.key} of={each} onRemove={() => leave(each.key)} />
          ))}
        </ul>
      )}
      {isFull ? null : (
        <div className="evidence-choices">
          <FileChoice camera icon={<CameraOutlined />} word={t("evidence.photograph")} onTake={take} />
          <FileChoice id={id} icon={<PictureOutlined />} word={t("evidence.choose")} onTake={take} />
        </div>
      )}
    </div>
  );
}

function Thumbnail({ of: { name, thumbnail } }: { of: SentEvidence }) {
  return thumbnail === null ? (
    <span className="evidence-document">
      <FilePdfOutlined aria-hidden />
      <span>{name}</span>
    </span>
  ) : (
    <img src={thumbnail} alt={name} />
  );
}

function SendingItem({ of: { name, share, problem }, onRemove }: { of: Sending; onRemove: () => void }) {
  const { t, language } = useWords();
  if (problem === null)
    return (
      <li className="evidence-sending">
        <progress max={1} value={share} aria-label={t("evidence.sending", { name })} />
      </li>
    );
  return (
    <li className="evidence-refused">
      <span role="alert">
        {name}：{problemSentence(problem, t, language)}
      </span>
      <RemoveButton name={name} onRemove={onRemove} />
    </li>
  );
}

function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useWords();
  const word = t("evidence.remove", { name });
  return (
    <button type="button" className="evidence-remove" aria-label={word} title={word} onClick={onRemove}>
      <CloseOutlined aria-hidden />
    </button>
  );
}

interface ChoiceProps {
  id?: string | undefined;
  camera?: boolean;
  icon: React.ReactNode;
  word: string;
  onTake: (files: readonly File[]) => Promise<void>;
}

/** A telephone opens its camera at once for the one, its pictures for the other. */
function FileChoice({ id, camera, icon, word, onTake }: ChoiceProps) {
  return (
    <label className={camera === true ? "file-choice phone-only" : "file-choice"}>
      <input
        id={id}
        type="file"
        className="only-heard"
        accept={camera === true ? PICTURES : PICTURES_AND_SCANS}
        multiple={camera !== true}
        {...(camera === true ? { capture: "environment" as const } : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          void onTake(files);
        }}
      />
      {icon} {word}
    </label>
  );
}
