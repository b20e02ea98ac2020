import HomeOutlined from "@ant-design/icons/HomeOutlined";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { PairingItem } from "../api/types";
import { DueTag, StageTag } from "../feedback/MeaningTag";
import { Place } from "../feedback/Place";
import { capital } from "../wording/capital";
import { matterOf } from "../wording/events";
import { useWords } from "../wording/useWords";
import { KeptVisit } from "./KeptVisit";

interface Props {
  household: PairingItem;
  isKept: boolean;
  onVisit: () => void;
  onSent: () => void;
}

/** One household as its helper sees it on the road: what is due, when it was seen last, and the visit one tap away. */
export function HouseholdCard({ household, isKept, onVisit, onSent }: Props) {
  const words = useWords();
  const { t } = words;
  const { caseId, subject, areaName, next, lastVisitOn, stage } = household;
  return (
    <li className="card surface household">
      <Link to="/pairings/$caseId" params={{ caseId }} search={{}} className="household-who">
        <span className="household-name">{subject.name}</span>
        <span className="quiet">
          {words.term("subjectKind", subject.kind)} · <Place name={areaName} />
        </span>
      </Link>
      <div className="household-due">
        {next === null ? <StageTag stage={stage} /> : <DueTag {...dueOf(next)} />}
        {next === null ? null : <span>{capital(matterOf(next.key, words))}</span>}
      </div>
      <p className="quiet">
        {t("pairing.lastVisit")}：{lastVisitOn === null ? t("pairing.never") : words.nearDay(lastVisitOn)}
      </p>
      {isKept ? <KeptVisit caseId={caseId} onOpen={onVisit} onSent={onSent} /> : null}
      {isKept || stage === "closed" ? null : (
        <Button type="primary" block icon={<HomeOutlined aria-hidden />} onClick={onVisit}>
          {t("visit.submit")}
          <span className="only-heard"> {subject.name}</span>
        </Button>
      )}
    </li>
  );
}

function dueOf({ dueOn, rung, overdue }: NonNullable<PairingItem["next"]>) {
  return { dueOn, rung, overdue };
}
