import CopyOutlined from "@ant-design/icons/CopyOutlined";
import PrinterOutlined from "@ant-design/icons/PrinterOutlined";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Pairing } from "../api/types";
import { StageTag } from "../feedback/MeaningTag";
import { Place } from "../feedback/Place";
import { StageSteps } from "./StageSteps";
import { useWords } from "../wording/useWords";

interface Props {
  pairing: Pairing;
  programme: string;
  asOf: string | undefined;
}

/** Stays in sight: name, place, stage, helper, programme and policy version. */
export function CaseHeader({ pairing, programme, asOf }: Props) {
  const words = useWords();
  const { t } = words;
  const { subject, areaName, leadHelper, stage, policyVersion } = pairing;
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
      <p className="case-papers">
        <Link
          to="/pairings/$caseId/dossier"
          params={{ caseId: pairing.caseId }}
          search={{ asOf }}
          className="act-link"
        >
          <PrinterOutlined aria-hidden /> {t("dossier.open")}
        </Link>
      </p>
      <StageSteps pairing={pairing} />
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
