import { ROSTER_PARTS, ROSTER_ROW_STATES } from "@jiedui/domain";
import { rosterReasonSentence, ROSTER_PART_NAMES } from "@jiedui/http-contracts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../api/routes";
import type { Roster, RosterRow } from "../api/types";
import type { RosterSearch } from "../app/search";
import { MeaningTag, type Meaning } from "../feedback/MeaningTag";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { ChoiceFilter, Filters } from "../lists/filters";
import { Pager } from "../lists/Pager";
import { useWords } from "../wording/useWords";
import { workbookLanguage } from "./templates";

const PAGE_SIZE = 50;
const MEANING_OF: Readonly<Record<RosterRow["state"], Meaning>> = {
  ready: "soon",
  known: "not-yet",
  failed: "overdue",
  done: "done",
};

/** The file's rows, line by line; those that cannot be taken over first to the eye, each with the cell that is at fault. */
export function RosterRows({ roster }: { roster: Roster }) {
  const { t, language } = useWords();
  const search = useSearch({ from: "/framed/rosters/$rosterId" });
  const navigate = useNavigate({ from: "/rosters/$rosterId" });
  const { page = 1, cursor, ...filters } = search;
  const list = useQuery({
    queryKey: ["roster-rows", roster.id, filters, cursor, roster.state],
    queryFn: ({ signal }) => api.rosterRows(roster.id)({ ...filters, cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const change = (changed: Partial<RosterSearch>) =>
    void navigate({
      search: (before) => ({ ...before, page: undefined, cursor: undefined, ...changed }),
      resetScroll: false,
    });
  const names = ROSTER_PART_NAMES[workbookLanguage(language)];
  return (
    <section className="roster-rows">
      <h2>{t("rosters.rowsTitle")}</h2>
      <Filters>
        <ChoiceFilter
          label={t("rosters.stateWord")}
          any={t("rosters.anyState")}
          choices={ROSTER_ROW_STATES}
          word={(each) => t(`rosters.rowState.${each}`)}
          value={filters.state}
          onChange={(state) => change({ state, code: undefined })}
        />
        <ChoiceFilter
          label={t("rosters.part")}
          any={t("rosters.anyPart")}
          choices={ROSTER_PARTS}
          word={(each) => names[each]}
          value={filters.part}
          onChange={(part) => change({ part })}
        />
      </Filters>
      <WhenRead query={list} skeleton={<SkeletonRows rows={8} />}>
        {(data) =>
          data.items.length === 0 ? (
            <p className="quiet">{t("rosters.noRows")}</p>
          ) : (
            <div className={list.isPlaceholderData ? "stale" : undefined}>
              <DataList
                name="roster-rows"
                label={t("rosters.rowsTitle")}
                columns={columns}
                rows={data.items}
                rowKey={({ ordinal }) => String(ordinal)}
                card={(row) => <Card row={row} />}
              />
              <Pager
                list={`roster-rows:${roster.id}:${JSON.stringify(filters)}`}
                page={page}
                cursor={cursor}
                shown={data}
                onTurn={change}
              />
            </div>
          )
        }
      </WhenRead>
    </section>
  );
}

function useColumns(): readonly Column<RosterRow>[] {
  const words = useWords();
  return useMemo(() => {
    const { t, language } = words;
    const names = ROSTER_PART_NAMES[workbookLanguage(language)];
    return [
      { key: "who", title: t("rosters.who"), always: true, render: (row) => <Who row={row} /> },
      { key: "part", title: t("rosters.part"), render: ({ part }) => names[part] },
      {
        key: "where",
        title: t("rosters.where"),
        render: ({ sheet, line }) => t("rosters.at", { sheet, line }),
      },
      { key: "state", title: t("rosters.stateWord"), render: (row) => <RowState row={row} /> },
      { key: "reason", title: t("rosters.reason"), render: (row) => <Reason row={row} /> },
      {
        key: "cell",
        title: t("rosters.cell"),
        render: ({ cell }) => (cell === null ? null : <code>{cell.text === "" ? "—" : cell.text}</code>),
      },
    ];
  }, [words]);
}

/** Leads to what has become of the row. */
function Who({ row: { label, caseId } }: { row: RosterRow }) {
  if (caseId === null) return <span className="row-name">{label}</span>;
  return (
    <Link to="/pairings/$caseId" params={{ caseId }} search={{}} className="plain-link row-name">
      {label}
    </Link>
  );
}

function RowState({ row: { state } }: { row: RosterRow }) {
  const { t } = useWords();
  return <MeaningTag meaning={MEANING_OF[state]}>{t(`rosters.rowState.${state}`)}</MeaningTag>;
}

function Reason({ row: { code, facts, cell } }: { row: RosterRow }) {
  const { language } = useWords();
  if (code === null) return null;
  return <>{rosterReasonSentence({ code, facts }, workbookLanguage(language), cell?.heading)}</>;
}

function Card({ row }: { row: RosterRow }) {
  const { t } = useWords();
  return (
    <>
      <div className="card-head">
        <Who row={row} />
        <RowState row={row} />
      </div>
      <div className="quiet">{t("rosters.at", { sheet: row.sheet, line: row.line })}</div>
      <div>
        <Reason row={row} /> {row.cell === null ? null : <code>{row.cell.text}</code>}
      </div>
    </>
  );
}
