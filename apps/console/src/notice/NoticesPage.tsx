import { NOTICE_PURPOSES, NOTICE_STATES } from "@jiedui/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../api/routes";
import type { NoticeItem } from "../api/types";
import type { NoticesSearch } from "../app/search";
import { MeaningTag } from "../feedback/MeaningTag";
import { PageHead } from "../feedback/PageHead";
import { Place } from "../feedback/Place";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { AreaFilter, ChoiceFilter, Filters } from "../lists/filters";
import { Pager } from "../lists/Pager";
import { mayKeepRegister, useSession } from "../session/session";
import { useWords, type Wording } from "../wording/useWords";
import { NoticeStateTag } from "./NoticeStateTag";

const PAGE_SIZE = 50;

/** Notices of the area, the newest first. */
export function NoticesPage() {
  const { t, term } = useWords();
  const { role } = useSession();
  const search = useSearch({ from: "/framed/notices" });
  const navigate = useNavigate({ from: "/notices" });
  const { page = 1, cursor, ...filters } = search;
  const list = useQuery({
    queryKey: ["notices", filters, cursor],
    queryFn: ({ signal }) => api.notices({ ...filters, cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const columns = useColumns();
  const change = (changed: Partial<NoticesSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }) });
  const narrow = (changed: Partial<NoticesSearch>) =>
    change({ page: undefined, cursor: undefined, ...changed });
  const make = mayKeepRegister(role) ? (
    <Link to="/notices/new" search={{}} className="act-link act-link-primary">
      {t("notice.make")}
    </Link>
  ) : undefined;
  return (
    <>
      <PageHead title={t("notice.title")} sub={t("notice.text")} actions={make} />
      <Filters>
        <ChoiceFilter
          label={t("notice.state")}
          any={t("notice.anyState")}
          choices={NOTICE_STATES}
          word={(each) => term("noticeState", each)}
          value={filters.state}
          onChange={(state) => narrow({ state })}
        />
        <ChoiceFilter
          label={t("notice.purpose")}
          any={t("notice.anyPurpose")}
          choices={NOTICE_PURPOSES}
          word={(each) => term("liftOutStep", each)}
          value={filters.purpose}
          onChange={(purpose) => narrow({ purpose })}
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
              <EmptyState title={t("notice.empty")} text={t("notice.emptyText")} action={make} />
            </div>
          ) : (
            <div className={list.isPlaceholderData ? "stale" : undefined}>
              <DataList
                name="notices"
                label={t("notice.title")}
                columns={columns}
                rows={data.items}
                rowKey={({ id }) => id}
                card={(row) => <Card row={row} />}
              />
              <Pager
                list={`notices:${JSON.stringify(filters)}`}
                page={page}
                cursor={cursor}
                shown={data}
                onTurn={change}
              />
            </div>
          )
        }
      </WhenRead>
    </>
  );
}

/** `3月1日至3月7日 · 还有 3 天`. */
export function hangsInWords(
  { from, until, state }: Pick<NoticeItem, "from" | "until" | "state">,
  words: Wording,
): string {
  if (from === null || until === null) return words.t("notice.notBegun");
  const span = words.t("notice.span", { from: words.shortDay(from), until: words.shortDay(until) });
  return state === "hanging" ? `${span} · ${leftInWords(until, words)}` : span;
}

function leftInWords(until: string, words: Wording): string {
  return until < words.today ? words.t("notice.over") : words.due(until);
}

function useColumns(): readonly Column<NoticeItem>[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    return [
      { key: "purpose", title: t("notice.purpose"), always: true, render: (row) => <OpenLink row={row} /> },
      { key: "place", title: t("pairings.place"), render: ({ areaName }) => <Place name={areaName} /> },
      { key: "state", title: t("notice.state"), render: ({ state }) => <NoticeStateTag state={state} /> },
      { key: "hangs", title: t("notice.hangs"), render: (row) => hangsInWords(row, words) },
      {
        key: "households",
        title: t("notice.households"),
        numeric: true,
        render: ({ households }) => households,
      },
      {
        key: "objections",
        title: t("notice.objections"),
        render: (row) => <Objections row={row} />,
      },
    ];
  }, [words]);
}

function Objections({ row: { openObjections } }: { row: NoticeItem }) {
  const { t } = useWords();
  if (openObjections === 0) return <span className="quiet">{t("notice.noObjection")}</span>;
  return <MeaningTag meaning="overdue">{t("notice.objectionsOpen", { count: openObjections })}</MeaningTag>;
}

function OpenLink({ row }: { row: NoticeItem }) {
  const { term } = useWords();
  return (
    <Link to="/notices/$noticeId" params={{ noticeId: row.id }} search={{}} className="plain-link row-name">
      {term("liftOutStep", row.purpose)}
    </Link>
  );
}

function Card({ row }: { row: NoticeItem }) {
  const words = useWords();
  return (
    <>
      <div className="card-head">
        <OpenLink row={row} />
        <NoticeStateTag state={row.state} />
      </div>
      <div className="quiet">
        <Place name={row.areaName} /> · {words.t("notice.householdCount", { count: row.households })}
      </div>
      <div className="card-foot">
        <span className="quiet">{hangsInWords(row, words)}</span>
        <Objections row={row} />
      </div>
    </>
  );
}
