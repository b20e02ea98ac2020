import DownloadOutlined from "@ant-design/icons/DownloadOutlined";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { api, monthEndWorkbookAddress } from "../api/routes";
import type { MonthEnd, MonthEndFigure } from "../api/types";
import type { MonthEndSearch } from "../app/search";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList } from "../lists/DataList";
import { Pager } from "../lists/Pager";
import { useWords } from "../wording/useWords";
import { MonthEndCard, useMonthEndColumns } from "./columns";
import { listName } from "./figures";

const PAGE_SIZE = 50;

/** The rows behind a figure: all, or only what came or went since last month; each opens its pairing. */
export function MonthEndList({
  month,
  monthEnd,
  list,
  search,
  onChange,
}: {
  month: string;
  monthEnd: MonthEnd;
  list: MonthEndFigure["list"];
  search: MonthEndSearch;
  onChange: (changed: Partial<MonthEndSearch>) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { area, unit, asOf, change, cursor, page = 1 } = search;
  const filter = { area, unit, asOf };
  const columns = useMonthEndColumns(list);
  const rows = useQuery({
    queryKey: ["month-end", month, "rows", list, filter, change, cursor],
    queryFn: ({ signal }) =>
      api.monthEndRows(month, list, { ...filter, change, cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  const name = listName(list, monthEnd.isOver, words);
  return (
    <section className="month-list">
      <header className="month-list-head">
        <h2>{name}</h2>
        <Changes
          figure={monthEnd.figures.find((each) => each.list === list)}
          change={change}
          onChange={onChange}
        />
        <a className="act-link" href={monthEndWorkbookAddress(month, { ...filter, list })} download>
          <DownloadOutlined aria-hidden /> {t("monthEnd.exportList")}
        </a>
      </header>
      <WhenRead
        query={rows}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={8} />
          </div>
        }
      >
        {(data) =>
          data.items.length === 0 ? (
            <div className="surface">
              <EmptyState title={t("monthEnd.emptyTitle")} text={t("monthEnd.emptyText")} />
            </div>
          ) : (
            <div className={rows.isPlaceholderData ? "stale" : undefined}>
              <DataList
                name={`month-end-${list}`}
                label={name}
                columns={columns}
                rows={data.items}
                rowKey={({ caseId, seq }) => `${caseId}:${seq}`}
                card={(row) => <MonthEndCard row={row} list={list} />}
              />
              <Pager
                list={`month-end:${JSON.stringify({ month, list, change, ...filter })}`}
                page={page}
                cursor={cursor}
                shown={data}
                onTurn={onChange}
              />
            </div>
          )
        }
      </WhenRead>
    </section>
  );
}

function Changes({
  figure,
  change,
  onChange,
}: {
  figure: MonthEndFigure | undefined;
  change: MonthEndSearch["change"];
  onChange: (changed: Partial<MonthEndSearch>) => void;
}) {
  const { t } = useWords();
  const { came = 0, went = 0 } = figure ?? {};
  return (
    <Segmented<"all" | "came" | "went">
      className="month-change"
      aria-label={t("monthEnd.change")}
      value={change ?? "all"}
      onChange={(chosen) => onChange({ change: chosen === "all" ? undefined : chosen })}
      options={[
        { value: "all", label: t("monthEnd.all") },
        { value: "came", label: t("monthEnd.came", { count: came }) },
        { value: "went", label: t("monthEnd.went", { count: went }) },
      ]}
    />
  );
}
