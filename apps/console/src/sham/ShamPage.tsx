import { SHAM_KINDS } from "@jiedui/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../api/routes";
import type { ShamItem } from "../api/types";
import { SHAM_SHOWN, type ShamSearch } from "../app/search";
import { PageHead } from "../feedback/PageHead";
import { Place } from "../feedback/Place";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { AreaFilter, ChoiceFilter, Filters } from "../lists/filters";
import { Pager } from "../lists/Pager";
import { shamSentence } from "../wording/sham";
import { useWords } from "../wording/useWords";
import { JudgementTag } from "./JudgementTag";
import { ShamDrawer } from "./ShamDrawer";

const PAGE_SIZE = 50;
const JUDGED: Readonly<Record<(typeof SHAM_SHOWN)[number], boolean | undefined>> = {
  open: false,
  judged: true,
  all: undefined,
};

/** Signs for a person to judge; those that nobody has judged come first to the eye. */
export function ShamPage() {
  const { t, term } = useWords();
  const search = useSearch({ from: "/framed/visit-check" });
  const navigate = useNavigate({ from: "/visit-check" });
  const { page = 1, cursor, open, shown = "open", ...filters } = search;
  const list = useQuery({
    queryKey: ["sham-signs", filters, shown, cursor],
    queryFn: ({ signal }) =>
      api.shamSigns({ ...filters, judged: JUDGED[shown], cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const change = (changed: Partial<ShamSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }) });
  const narrow = (changed: Partial<ShamSearch>) => change({ page: undefined, cursor: undefined, ...changed });
  const isFiltered = filters.kind !== undefined || filters.area !== undefined || shown !== "open";
  return (
    <>
      <PageHead title={t("sham.title")} />
      <p className="quiet page-text">{t("sham.text")}</p>
      <Filters>
        <ChoiceFilter
          label={t("sham.judgement")}
          choices={SHAM_SHOWN}
          word={(each) => t(`sham.shown.${each}`)}
          value={shown}
          onChange={(chosen) => narrow({ shown: chosen === "open" ? undefined : chosen })}
        />
        <ChoiceFilter
          label={t("sham.kind")}
          any={t("sham.anyKind")}
          choices={SHAM_KINDS}
          word={(each) => term("shamKind", each)}
          value={filters.kind}
          onChange={(kind) => narrow({ kind })}
        />
        <AreaFilter value={filters.area} onChange={(area) => narrow({ area })} />
      </Filters>
      <WhenRead
        query={list}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={8} />
          </div>
        }
      >
        {(data) =>
          data.items.length === 0 ? (
            <div className="surface">
              <EmptyState
                title={t(isFiltered ? "sham.emptyFiltered" : "sham.emptyTitle")}
                text={t(isFiltered ? "sham.emptyFilteredText" : "sham.emptyText")}
              />
            </div>
          ) : (
            <div className={list.isPlaceholderData ? "stale" : undefined}>
              <DataList
                name="visit-check"
                label={t("sham.title")}
                columns={columns}
                rows={data.items}
                rowKey={({ id }) => id}
                card={(row) => <Card row={row} />}
              />
              <Pager
                list={`visit-check:${JSON.stringify({ ...filters, shown })}`}
                page={page}
                cursor={cursor}
                shown={data}
                onTurn={change}
              />
            </div>
          )
        }
      </WhenRead>
      <ShamDrawer signId={open} onClose={() => change({ open: undefined })} />
    </>
  );
}

function useColumns(): readonly Column<ShamItem>[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    return [
      { key: "sign", title: t("sham.kind"), always: true, render: (row) => <OpenLink row={row} /> },
      { key: "helper", title: t("pairings.helper"), render: ({ helper }) => helper.name },
      {
        key: "households",
        title: t("sham.households"),
        render: ({ visits }) => [...new Set(visits.map(({ subjectName }) => subjectName))].join("、"),
      },
      {
        key: "day",
        title: t("sham.day"),
        render: ({ happenedOn }) => (
          <span title={words.fullDay(happenedOn)}>{words.shortDay(happenedOn)}</span>
        ),
      },
      { key: "place", title: t("pairings.place"), render: ({ areaName }) => <Place name={areaName} /> },
      {
        key: "judgement",
        title: t("sham.judgement"),
        render: ({ judgement }) => <JudgementTag judgement={judgement} />,
      },
    ];
  }, [words]);
}

function OpenLink({ row }: { row: ShamItem }) {
  const words = useWords();
  return (
    <Link
      from="/visit-check"
      to="/visit-check"
      search={(before) => ({ ...before, open: row.id })}
      className="plain-link row-name"
      resetScroll={false}
    >
      {shamSentence(row, words)}
    </Link>
  );
}

function Card({ row }: { row: ShamItem }) {
  const words = useWords();
  const { helper, visits, happenedOn, judgement } = row;
  return (
    <>
      <div className="card-head">
        <OpenLink row={row} />
      </div>
      <div className="quiet">
        {helper.name} · {[...new Set(visits.map(({ subjectName }) => subjectName))].join("、")}
      </div>
      <div className="card-foot">
        <JudgementTag judgement={judgement} />
        <span className="quiet">{words.shortDay(happenedOn)}</span>
      </div>
    </>
  );
}
