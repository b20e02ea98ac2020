import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useMemo } from "react";
import type { MonthEndFigure, MonthEndRow } from "../api/types";
import { Place } from "../feedback/Place";
import type { Column } from "../lists/DataList";
import { useWords, type Wording } from "../wording/useWords";

type List = MonthEndFigure["list"];

export function useMonthEndColumns(list: List): readonly Column<MonthEndRow>[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    const other = otherHelperOf(list);
    return [
      {
        key: "subject",
        title: t("monthEnd.subject"),
        always: true,
        render: (row) => <Household row={row} />,
      },
      { key: "place", title: t("monthEnd.place"), render: ({ areaName }) => <Place name={areaName} /> },
      { key: "day", title: dayTitle(list, words), render: ({ day }) => words.shortDay(day) },
      { key: "unit", title: t("monthEnd.unit"), render: ({ unit }) => unit.name },
      { key: "helper", title: t("monthEnd.helper"), render: ({ helper }) => helper.name },
      ...(other === undefined
        ? []
        : [
            {
              key: "other",
              title: t(`monthEnd.otherHelper.${other}`),
              render: (row: MonthEndRow) => otherInWords(row),
            },
          ]),
      ...(list === "closed" || list === "plans-open"
        ? [
            {
              key: "reason",
              title: t("monthEnd.reason"),
              render: ({ reason }: MonthEndRow) => reasonInWords(reason, words),
            },
          ]
        : []),
    ];
  }, [list, words]);
}

export function Household({ row: { caseId, subject, isNew, isRevisit } }: { row: MonthEndRow }) {
  const { t } = useWords();
  return (
    <>
      {subject === null ? (
        <span className="quiet">{t("monthEnd.gone")}</span>
      ) : (
        <Link to="/pairings/$caseId" params={{ caseId }} search={{}} className="plain-link row-name">
          {subject.name}
        </Link>
      )}{" "}
      {isNew ? <Tag>{t("monthEnd.isNew")}</Tag> : null}
      {isRevisit ? <Tag>{t("monthEnd.revisit")}</Tag> : null}
    </>
  );
}

export function MonthEndCard({ row, list }: { row: MonthEndRow; list: List }) {
  const words = useWords();
  const { unit, helper, day, areaName, reason } = row;
  return (
    <>
      <div className="card-head">
        <Household row={row} />
      </div>
      <div className="quiet">
        <Place name={areaName} /> · {unit.name} · {helper.name}
        {list === "helpers-changed" ? ` ← ${otherInWords(row)}` : null}
      </div>
      <div className="card-foot">
        <span>
          {dayTitle(list, words)} {words.shortDay(day)}
        </span>
        {reason === null ? null : <span className="quiet">{reasonInWords(reason, words)}</span>}
      </div>
    </>
  );
}

function dayTitle(list: List, { t }: Wording): string {
  switch (list) {
    case "visits-done":
    case "revisits-done":
      return t("monthEnd.day.visited");
    case "visits-missed":
    case "revisits-owed":
    case "plans-open":
      return t("monthEnd.day.due");
    case "terms-ending":
      return t("monthEnd.day.ends");
    case "opened":
      return t("monthEnd.day.signed");
    default:
      return t("monthEnd.day.happened");
  }
}

function otherHelperOf(list: List): "visitor" | "before" | undefined {
  if (list === "helpers-changed") return "before";
  return list === "visits-done" || list === "revisits-done" ? "visitor" : undefined;
}

function otherInWords({ otherHelper, otherUnit }: MonthEndRow): string {
  return [otherUnit?.name, otherHelper?.name].filter((name) => name !== undefined && name !== "").join(" ");
}

function reasonInWords(reason: MonthEndRow["reason"], { t, term }: Wording): string {
  if (reason === null) return "";
  return reason === "plan" || reason === "plan-review"
    ? t(`monthEnd.reasons.${reason}`)
    : term("closingReason", reason);
}
