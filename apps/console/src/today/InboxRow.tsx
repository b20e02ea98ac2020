import CheckOutlined from "@ant-design/icons/CheckOutlined";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { api } from "../api/routes";
import type { InboxItem } from "../api/types";
import { DueTag } from "../feedback/MeaningTag";
import { Place } from "../feedback/Place";
import { matterOf, seatOfObligation } from "../wording/events";
import { useWords } from "../wording/useWords";
import { capital } from "../wording/capital";

export function InboxRow({ item, onWhy }: { item: InboxItem; onWhy: () => void }) {
  const words = useWords();
  const { t } = words;
  const { caseId } = item;
  const params = { caseId };
  const fallen = item.emptySeats.map((seat) => words.term("seat", seat.split(":")[0] ?? seat));
  return (
    <li className={item.seen ? "inbox-row" : "inbox-row inbox-new"} data-row>
      <div className="inbox-due">
        <DueTag {...item} />
        <span className="quiet">{t("today.dueOn", { day: words.shortDay(item.dueOn) })}</span>
      </div>
      <div className="inbox-what">
        <Link to="/pairings/$caseId" params={params} search={{}} className="plain-link inbox-name">
          {item.subject.name}
        </Link>
        <span className="inbox-matter">{capital(matterOf(item.key, words))}</span>
        <div className="quiet inbox-where">
          <Place name={item.areaName} /> · {words.term("subjectKind", item.subject.kind)} ·{" "}
          {t("today.lead", { name: item.leadHelper.name })}
        </div>
        <div className="quiet inbox-where">
          {t("today.asSeat", { seat: seatOfObligation(item, words) })}
          {item.deputy ? ` · ${t("today.deputy")}` : null}
          {fallen.length === 0
            ? null
            : ` · ${t("today.fallen", { seat: fallen.join(t("outcomes.separator")) })}`}
        </div>
      </div>
      <div className="inbox-acts">
        <button type="button" className="text-button" onClick={onWhy}>
          {t("common.why")}
        </button>
        <Seen item={item} />
        {isVisitOwed(item) ? (
          <Link to="/pairings/$caseId" params={params} search={{ act: "recordVisit" }} className="act-link">
            {t("visit.submit")}
          </Link>
        ) : (
          <Link to="/pairings/$caseId" params={params} search={{}} className="act-link">
            {t("pairing.closingOwed")}
          </Link>
        )}
      </div>
    </li>
  );
}

function Seen({ item: { caseId, key, rung, seen } }: { item: InboxItem }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: () => api.markSeen({ caseId, key, rung }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["inbox"] }),
  });
  if (seen)
    return (
      <span className="quiet">
        <CheckOutlined aria-hidden /> {t("today.seen")}
      </span>
    );
  return (
    <Button size="small" type="text" disabled={mark.isPending} onClick={() => mark.mutate()}>
      {t("today.markSeen")}
    </Button>
  );
}

/** The month's, an occasion's or a festival's: all are met by recording a visit. */
function isVisitOwed({ kind }: InboxItem): boolean {
  return kind === "visit" || kind === "occasion-visit" || kind === "festival-visit";
}
