import { SHAM_JUDGEMENTS } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer, Form, Input, Radio } from "antd";
import { api } from "../api/routes";
import type { Created, JudgeSham, ShamSign } from "../api/types";
import { WhenRead } from "../feedback/states";
import { CommandForm } from "../forms/CommandForm";
import { EventContent } from "../pairing/EventContent";
import { useWords } from "../wording/useWords";
import { shamSentence } from "../wording/sham";
import { JudgementTag } from "./JudgementTag";

const LONGEST = 2000;

/** A sign with its visits side by side, and the place to say what it has turned out to be. */
export function ShamDrawer({ signId, onClose }: { signId: string | undefined; onClose: () => void }) {
  const { t } = useWords();
  const sign = useQuery({
    queryKey: ["sham-sign", signId],
    queryFn: () => api.shamSign(signId ?? ""),
    enabled: signId !== undefined,
  });
  return (
    <Drawer open={signId !== undefined} onClose={onClose} title={t("sham.title")} size={960} destroyOnHidden>
      {signId === undefined ? null : (
        <WhenRead query={sign}>{(data) => <Sign sign={data} onDone={onClose} />}</WhenRead>
      )}
    </Drawer>
  );
}

function Sign({ sign, onDone }: { sign: ShamSign; onDone: () => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <h2>{shamSentence(sign, words)}</h2>
      <p className="quiet">
        {sign.helper.name} · {words.term("shamKind", sign.kind)}
      </p>
      <ul className="sham-visits">
        {sign.visits.map((visit) => (
          <li key={`${visit.caseId}:${visit.seq}`}>
            <Visit visit={visit} />
          </li>
        ))}
      </ul>
      <Judgements sign={sign} />
      {sign.mayJudge ? (
        <JudgeForm sign={sign} onDone={onDone} />
      ) : (
        <p className="notice">{t("sham.mayNotJudge")}</p>
      )}
    </>
  );
}

function Visit({ visit }: { visit: ShamSign["visits"][number] }) {
  const words = useWords();
  const { t } = words;
  const { caseId, subjectName, areaName, happenedOn, recordedAt, enteredByName, contents } = visit;
  return (
    <>
      <h3>
        <Link to="/pairings/$caseId" params={{ caseId }} search={{}} className="plain-link">
          {subjectName}
        </Link>
      </h3>
      <p className="quiet">{areaName}</p>
      <dl className="facts">
        <dt>{t("visit.happenedOn")}</dt>
        <dd>{words.fullDay(happenedOn)}</dd>
        <dt>{t("sham.enteredAt")}</dt>
        <dd>
          {words.instant(recordedAt)}
          {enteredByName === null ? null : ` · ${enteredByName}`}
        </dd>
      </dl>
      <EventContent contents={contents} />
    </>
  );
}

function Judgements({ sign: { judgements } }: { sign: ShamSign }) {
  const words = useWords();
  if (judgements.length === 0) return null;
  return (
    <ol className="sham-judgements">
      {judgements.map(({ judgement, note, accountName, judgedAt }) => (
        <li key={judgedAt}>
          <JudgementTag judgement={judgement} /> {note}
          <span className="quiet">
            {" "}
            · {accountName} · {words.instant(judgedAt)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function JudgeForm({ sign, onDone }: { sign: ShamSign; onDone: () => void }) {
  const { t, term } = useWords();
  return (
    <CommandForm<JudgeSham, JudgeSham, Created>
      name={`judge-sham:${sign.id}`}
      verb={t("sham.judge")}
      send={api.judgeShamSign(sign.id)}
      bodyOf={({ judgement, note }) => ({ judgement, note })}
      onDone={onDone}
    >
      <Form.Item name="judgement" label={t("sham.judgement")} rules={[{ required: true }]}>
        <Radio.Group
          optionType="button"
          options={SHAM_JUDGEMENTS.map((each) => ({ value: each, label: term("shamJudgement", each) }))}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label={t("sham.note")}
        rules={[{ required: true, whitespace: true, message: t("session.missing") }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={LONGEST}
          placeholder={t("sham.notePlaceholder")}
        />
      </Form.Item>
    </CommandForm>
  );
}
