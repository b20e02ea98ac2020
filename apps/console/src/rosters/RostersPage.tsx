import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../api/routes";
import type { RosterItem } from "../api/types";
import { PageHead } from "../feedback/PageHead";
import { Place } from "../feedback/Place";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { Pager } from "../lists/Pager";
import { useProgrammeName } from "../pairings/programmes";
import { dayOf } from "../wording/dates";
import { useWords } from "../wording/useWords";
import { RosterStateTag } from "./RosterStateTag";
import { UploadPanel } from "./UploadPanel";

const PAGE_SIZE = 20;

/** Counties that are taken over from their workbooks: a new one above, those before below. */
export function RostersPage() {
  const { t } = useWords();
  const { page = 1, cursor } = useSearch({ from: "/framed/rosters" });
  const navigate = useNavigate({ from: "/rosters" });
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ["rosters", cursor],
    queryFn: ({ signal }) => api.rosters({ cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t("rosters.title")} sub={t("rosters.text")} />
      <UploadPanel
        onRead={({ id }) => {
          void queries.invalidateQueries({ queryKey: ["rosters"] });
          void navigate({ to: "/rosters/$rosterId", params: { rosterId: id }, search: {} });
        }}
      />
      <h2 className="roster-before">{t("rosters.before")}</h2>
      <WhenRead query={list} skeleton={<SkeletonRows rows={4} />}>
        {(data) =>
          data.items.length === 0 ? (
            <div className="surface">
              <EmptyState title={t("rosters.emptyTitle")} text={t("rosters.emptyText")} />
            </div>
          ) : (
            <>
              <DataList
                name="rosters"
                label={t("rosters.title")}
                columns={columns}
                rows={data.items}
                rowKey={({ id }) => id}
                card={(row) => <Card row={row} />}
              />
              <Pager
                list="rosters"
                page={page}
                cursor={cursor}
                shown={data}
                onTurn={(to) => void navigate({ search: (before) => ({ ...before, ...to }) })}
              />
            </>
          )
        }
      </WhenRead>
    </>
  );
}

function useColumns(): readonly Column<RosterItem>[] {
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    return [
      { key: "file", title: t("rosters.file"), always: true, render: (row) => <FileLink row={row} /> },
      { key: "place", title: t("pairings.place"), render: ({ areaName }) => <Place name={areaName} /> },
      {
        key: "programme",
        title: t("terms.programme"),
        render: ({ programmeId }) => <ProgrammeName id={programmeId} />,
      },
      {
        key: "state",
        title: t("rosters.stateWord"),
        render: ({ state }) => <RosterStateTag state={state} />,
      },
      { key: "done", title: t("rosters.done"), numeric: true, render: ({ done }) => done },
      { key: "failed", title: t("rosters.failed"), numeric: true, render: ({ failed }) => failed },
      { key: "rows", title: t("rosters.rows"), numeric: true, render: ({ rows }) => rows },
      {
        key: "uploaded",
        title: t("rosters.uploadedAt"),
        render: ({ uploadedAt, uploadedByName }) => (
          <span title={words.instant(uploadedAt)}>
            {words.nearDay(dayOf(uploadedAt))} {uploadedByName}
          </span>
        ),
      },
    ];
  }, [words]);
}

function ProgrammeName({ id }: { id: string }) {
  return <>{useProgrammeName(id)}</>;
}

function FileLink({ row: { id, fileName } }: { row: RosterItem }) {
  const { t } = useWords();
  return (
    <Link to="/rosters/$rosterId" params={{ rosterId: id }} search={{}} className="plain-link row-name">
      {fileName ?? t("rosters.unnamed")}
    </Link>
  );
}

function Card({ row }: { row: RosterItem }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <div className="card-head">
        <FileLink row={row} />
        <RosterStateTag state={row.state} />
      </div>
      <div className="quiet">
        <Place name={row.areaName} /> · <ProgrammeName id={row.programmeId} />
      </div>
      <div className="card-foot">
        <span>{t("rosters.doneOf", { done: row.done, rows: row.rows })}</span>
        <span className="quiet">{words.nearDay(dayOf(row.uploadedAt))}</span>
      </div>
    </>
  );
}
