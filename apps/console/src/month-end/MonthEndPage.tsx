import DownloadOutlined from "@ant-design/icons/DownloadOutlined";
import PrinterOutlined from "@ant-design/icons/PrinterOutlined";
import { addToMonth, firstDayOf, monthOf, type Month } from "@jiedui/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { api, monthEndWorkbookAddress } from "../api/routes";
import type { MonthEnd } from "../api/types";
import type { MonthEndSearch } from "../app/search";
import { PageHead } from "../feedback/PageHead";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { useClockDay } from "../session/session";
import { useWords } from "../wording/useWords";
import { Figures } from "./Figures";
import { MonthEndFilters } from "./MonthEndFilters";
import { MonthEndList } from "./MonthEndList";
import { UnitTable } from "./UnitTable";

/** Until this day of a month people are busy with the month before. */
const LAST_MONTH_UNTIL_DAY = 10;

/** What a county is asked for each month: figures first, with what changed; the rows of the chosen one below. */
export function MonthEndPage() {
  const words = useWords();
  const { t } = words;
  const today = useClockDay();
  const search = useSearch({ from: "/framed/month-end" });
  const navigate = useNavigate({ from: "/month-end" });
  const month = search.month ?? usualMonth(today);
  const { area, unit, asOf, list = "visits-missed" } = search;
  const filter = { area, unit, asOf };
  const summary = useQuery({
    queryKey: ["month-end", month, "summary", filter],
    queryFn: ({ signal }) => api.monthEnd(month, filter, signal),
    placeholderData: keepPreviousData,
  });
  const change = (changed: Partial<MonthEndSearch>) =>
    void navigate({
      search: (before) => ({ ...before, cursor: undefined, page: undefined, ...changed }),
    });
  const visitList = ["visits-done", "visits-missed"].includes(list);
  return (
    <>
      <PageHead
        title={`${t("monthEnd.title")} · ${words.month(month)}`}
        sub={summary.data === undefined ? undefined : knownInWords(summary.data, words)}
        actions={
          <>
            <a className="act-link" href={monthEndWorkbookAddress(month, filter)} download>
              <DownloadOutlined aria-hidden /> {t("monthEnd.exportAll")}
            </a>
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t("monthEnd.print")}
            </Button>
          </>
        }
      />
      <MonthEndFilters month={month} search={search} onChange={change} />
      <WhenRead query={summary} skeleton={<SkeletonRows rows={4} height={72} />}>
        {(data) => (
          <div className={summary.isPlaceholderData ? "stale" : undefined}>
            <Figures monthEnd={data} chosen={list} />
            {visitList && unit === undefined ? <UnitTable month={month} filter={{ area, asOf }} /> : null}
            <MonthEndList month={month} monthEnd={data} list={list} search={search} onChange={change} />
          </div>
        )}
      </WhenRead>
    </>
  );
}

/** The month that people now work on the end of. */
export function usualMonth(today: string): Month {
  const present = monthOf(today as Parameters<typeof monthOf>[0]);
  const isEarly = today <= `${firstDayOf(present).slice(0, 8)}${LAST_MONTH_UNTIL_DAY}`;
  return isEarly ? addToMonth(present, -1) : present;
}

function knownInWords({ knownAt, isOver }: MonthEnd, { t, instant }: ReturnType<typeof useWords>): string {
  const known = t("monthEnd.knownAt", { at: instant(knownAt) });
  return isOver ? known : `${known} · ${t("monthEnd.running")}`;
}
