import { levelOf, type DivisionCode } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import { api } from "../api/routes";
import type { DrawAnswer, DrawItem, MakeDraw, StandingForDraw } from "../api/types";
import { useCommand } from "../api/useCommand";
import type { DrawsSearch } from "../app/search";
import { CommandNotice } from "../feedback/CommandNotice";
import { PageHead } from "../feedback/PageHead";
import { Place } from "../feedback/Place";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList, type Column } from "../lists/DataList";
import { AreaFilter, Filters } from "../lists/filters";
import { Pager } from "../lists/Pager";
import { useProgrammeName } from "../pairings/programmes";
import { mayDraw, useSession } from "../session/session";
import { sampleRuleInWords } from "../wording/draw";
import { useWords } from "../wording/useWords";

const PAGE_SIZE = 50;

/** The county's draws: who stands for the next one, and those that were made. */
export function DrawsPage() {
  const { t } = useWords();
  const search = useSearch({ from: "/framed/draws" });
  const navigate = useNavigate({ from: "/draws" });
  const { areaCode } = useSession();
  const area = search.area ?? areaCode ?? undefined;
  const isCounty = area !== undefined && levelOf(area as DivisionCode) === "county";
  const change = (changed: Partial<DrawsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }) });
  return (
    <>
      <PageHead title={t("draw.title")} sub={t("draw.text")} />
      {areaCode === null ? (
        <Filters>
          <AreaFilter
            value={area}
            onChange={(chosen) => change({ area: chosen, page: undefined, cursor: undefined })}
            any={t("draw.chooseCounty")}
          />
        </Filters>
      ) : null}
      {isCounty ? <Standing area={area} /> : <p className="notice">{t("draw.chooseCounty")}</p>}
      <Draws area={area} search={search} onChange={change} />
    </>
  );
}

function Standing({ area }: { area: string }) {
  const { t } = useWords();
  const standing = useQuery({
    queryKey: ["standing-for-draw", area],
    queryFn: () => api.standingForDraw({ area }),
  });
  return (
    <section className="surface present-part">
      <h2>{t("draw.standing")}</h2>
      <WhenRead query={standing} skeleton={<SkeletonRows rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("draw.nobody")}</p>
          ) : (
            <>
              {items.map((group) => (
                <Group key={`${group.programmeId}:${group.policyVersion}`} area={area} group={group} />
              ))}
            </>
          )
        }
      </WhenRead>
    </section>
  );
}

function Group({ area, group }: { area: string; group: StandingForDraw["items"][number] }) {
  const words = useWords();
  const { t } = words;
  const { role } = useSession();
  const navigate = useNavigate();
  const { programmeId, policyVersion, rule, toDraw, cases } = group;
  const programme = useProgrammeName(programmeId);
  const { submit, progress, isBusy } = useCommand<object, MakeDraw, DrawAnswer>({
    name: `draw:${area}:${programmeId}:${policyVersion}`,
    send: api.makeDraw,
    onDone: ({ id }) => void navigate({ to: "/draws/$drawId", params: { drawId: id } }),
  });
  return (
    <div className="draw-group">
      <h3>{t("pairing.programmeVersion", { programme, version: policyVersion })}</h3>
      <p className="quiet">{sampleRuleInWords(rule, t)}</p>
      <p>{t("draw.toDraw", { count: cases.length, drawn: toDraw })}</p>
      <details>
        <summary>{t("draw.whoStands")}</summary>
        <ol>
          {cases.map(({ caseId, subjectName, areaName }) => (
            <li key={caseId}>
              <Link to="/pairings/$caseId" params={{ caseId }} search={{}} className="plain-link">
                {subjectName}
              </Link>{" "}
              <span className="quiet">
                <Place name={areaName} />
              </span>
            </li>
          ))}
        </ol>
      </details>
      <CommandNotice progress={progress} move={t("draw.draw")} />
      {mayDraw(role) ? (
        <Popconfirm
          title={t("draw.confirm", { drawn: toDraw })}
          okText={t("draw.draw")}
          cancelText={t("common.cancel")}
          onConfirm={() => void submit({ areaCode: area, programmeId, policyVersion })}
        >
          <Button type="primary" disabled={isBusy}>
            {t("draw.draw")}
          </Button>
        </Popconfirm>
      ) : null}
    </div>
  );
}

function Draws({
  area,
  search: { page = 1, cursor },
  onChange,
}: {
  area: string | undefined;
  search: DrawsSearch;
  onChange: (changed: Partial<DrawsSearch>) => void;
}) {
  const { t } = useWords();
  const list = useQuery({
    queryKey: ["draws", area, cursor],
    queryFn: ({ signal }) => api.draws({ area, cursor, limit: PAGE_SIZE }, signal),
  });
  const columns = useColumns();
  return (
    <WhenRead
      query={list}
      skeleton={
        <div className="surface">
          <SkeletonRows rows={5} />
        </div>
      }
    >
      {(data) =>
        data.items.length === 0 ? (
          <div className="surface">
            <EmptyState title={t("draw.empty")} text={t("draw.emptyText")} />
          </div>
        ) : (
          <>
            <DataList
              name="draws"
              label={t("draw.made")}
              columns={columns}
              rows={data.items}
              rowKey={({ id }) => id}
              card={(row) => (
                <>
                  <div className="card-head">
                    <OpenLink row={row} />
                  </div>
                  <div className="quiet">{t("draw.counts", { group: row.group, drawn: row.drawn })}</div>
                  <div className="card-foot quiet">{row.drawnByName}</div>
                </>
              )}
            />
            <Pager list={`draws:${area ?? ""}`} page={page} cursor={cursor} shown={data} onTurn={onChange} />
          </>
        )
      }
    </WhenRead>
  );
}

function useColumns(): readonly Column<DrawItem>[] {
  const { t } = useWords();
  return [
    { key: "at", title: t("draw.at"), always: true, render: (row) => <OpenLink row={row} /> },
    { key: "place", title: t("pairings.place"), render: ({ areaName }) => <Place name={areaName} /> },
    { key: "group", title: t("draw.group"), numeric: true, render: ({ group }) => group },
    { key: "drawn", title: t("draw.drawn"), numeric: true, render: ({ drawn }) => drawn },
    { key: "by", title: t("draw.by"), render: ({ drawnByName }) => drawnByName },
  ];
}

function OpenLink({ row: { id, drawnAt } }: { row: DrawItem }) {
  const words = useWords();
  return (
    <Link to="/draws/$drawId" params={{ drawId: id }} className="plain-link row-name">
      {words.instant(drawnAt)}
    </Link>
  );
}
