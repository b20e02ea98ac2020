import CopyOutlined from "@ant-design/icons/CopyOutlined";
import { useEffect, useState } from "react";
import type { Pairing } from "../api/types";
import { StageTag } from "../feedback/MeaningTag";
import { DayField } from "../forms/DayField";
import { useClockDay } from "../session/session";
import { Place } from "../feedback/Place";
import { StageSteps } from "./StageSteps";
import { useWords } from "../wording/useWords";

interface Props {
  pairing: Pairing;
  programme: string;
  asOf: string | undefined;
  onAsOf: (day: string | undefined) => void;
}

/** Stays in sight: name, place, stage, helper, programme and policy version. */
export function CaseHeader({ pairing, programme, asOf, onAsOf }: Props) {
  const words = useWords();
  const { t } = words;
  const today = useClockDay();
  const { subject, areaName, leadHelper, stage, policyVersion, signedOn } = pairing;
  useEffect(() => {
    document.title = `${subject.name} · ${t("terms.product")}`;
  }, [subject.name, t]);
  return (
    <header className="case-header surface">
      <div className="case-title">
        <h1>{subject.name}</h1>
        <StageTag stage={stage} />
        <span className="quiet">{words.term("subjectKind", subject.kind)}</span>
      </div>
      <ul className="case-facts">
        <li>
          <Place name={areaName} />
        </li>
        <li>
          <span className="quiet">{t("terms.helper")}</span> {leadHelper.name}
        </li>
        <li>{t("pairing.programmeVersion", { programme, version: policyVersion })}</li>
        <li>
          <CaseNumber caseId={pairing.caseId} />
        </li>
      </ul>
      <StageSteps pairing={pairing} />
      <div className="case-as-of">
        <DayField
          value={asOf}
          onChange={onAsOf}
          earliest={signedOn}
          latest={today}
          allowClear
          placeholder={t("pairing.asOf")}
          aria-label={t("pairing.asOf")}
        />
      </div>
    </header>
  );
}

/** Short and in monospace; one click copies the whole of it. */
export function CaseNumber({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(caseId);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button
      type="button"
      className="case-number"
      title={caseId}
      aria-label={`${t("common.copy")} ${t("pairing.caseNumber")} ${caseId.slice(0, 8)}`}
      onClick={() => void copy()}
    >
      <code>{caseId.slice(0, 8)}</code>
      {copied ? <span role="status">{t("common.copied")}</span> : <CopyOutlined aria-hidden />}
    </button>
  );
}
