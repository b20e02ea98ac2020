import { Link } from "@tanstack/react-router";
import type { PairingItem } from "../api/types";
import { DueTag, StageTag } from "../feedback/MeaningTag";
import { Place } from "../feedback/Place";
import { matterOf } from "../wording/events";
import { useWords } from "../wording/useWords";

/** A pairing on the phone. */
export function PairingCard({ row, asOf }: { row: PairingItem; asOf: string | undefined }) {
  const words = useWords();
  const { t } = words;
  const { caseId, subject, areaName, leadHelper, stage, next, lastVisitOn } = row;
  return (
    <>
      <div className="card-head">
        <Link
          to="/pairings/$caseId"
          params={{ caseId }}
          search={{ asOf }}
          className="plain-link row-name card-link"
        >
          {subject.name}
        </Link>
        {next === null ? <StageTag stage={stage} /> : <DueTag {...next} />}
      </div>
      <div className="quiet">
        {words.term("subjectKind", subject.kind)} · <Place name={areaName} />
      </div>
      <div className="card-foot">
        <span>{leadHelper.name}</span>
        <span className="quiet">
          {next === null ? null : `${matterOf(next.key, words)} · `}
          {lastVisitOn === null
            ? t("pairings.never")
            : `${t("pairings.lastVisit")} ${words.nearDay(lastVisitOn)}`}
        </span>
      </div>
    </>
  );
}
