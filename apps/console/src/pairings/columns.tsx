import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { PairingItem } from "../api/types";
import { DueTag, MeaningTag, StageTag } from "../feedback/MeaningTag";
import type { Column } from "../lists/DataList";
import { Place } from "../feedback/Place";
import { matterOf } from "../wording/events";
import { useWords } from "../wording/useWords";

export function usePairingColumns(asOf: string | undefined): readonly Column<PairingItem>[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    return [
      {
        key: "subject",
        title: t("pairings.subject"),
        always: true,
        render: ({ caseId, subject }) => (
          <>
            <Link
              to="/pairings/$caseId"
              params={{ caseId }}
              search={{ asOf }}
              className="plain-link row-name"
            >
              {subject.name}
            </Link>{" "}
            <span className="quiet">{words.term("subjectKind", subject.kind)}</span>
          </>
        ),
      },
      { key: "place", title: t("pairings.place"), render: ({ areaName }) => <Place name={areaName} /> },
      { key: "helper", title: t("pairings.helper"), render: ({ leadHelper }) => leadHelper.name },
      { key: "stage", title: t("pairings.stage"), render: ({ stage }) => <StageTag stage={stage} /> },
      {
        key: "next",
        title: t("pairings.next"),
        render: ({ next }) =>
          next === null ? (
            <MeaningTag meaning="done">{t("pairings.nothingOwed")}</MeaningTag>
          ) : (
            <span title={`${matterOf(next.key, words)} · ${words.fullDay(next.dueOn)}`}>
              <DueTag {...next} />
            </span>
          ),
      },
      {
        key: "last-visit",
        title: t("pairings.lastVisit"),
        render: ({ lastVisitOn }) =>
          lastVisitOn === null ? (
            <span className="quiet">{t("pairings.never")}</span>
          ) : (
            <span title={words.fullDay(lastVisitOn)}>{words.nearDay(lastVisitOn)}</span>
          ),
      },
      {
        key: "signed",
        title: t("pairings.signedOn"),
        render: ({ signedOn }) => <span title={words.fullDay(signedOn)}>{words.shortDay(signedOn)}</span>,
      },
      {
        key: "term",
        title: t("pairings.termEndsOn"),
        render: ({ termEndsOn }) => (
          <span title={words.fullDay(termEndsOn)}>{words.shortDay(termEndsOn)}</span>
        ),
      },
    ];
  }, [asOf, words]);
}
