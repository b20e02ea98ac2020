import PlusOutlined from "@ant-design/icons/PlusOutlined";
import type { Day } from "@jiedui/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../api/routes";
import type { PairingsSearch } from "../app/search";
import { PageHead } from "../feedback/PageHead";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { DataList } from "../lists/DataList";
import { Pager } from "../lists/Pager";
import { mayKeepRegister, ShownDay, useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { usePairingColumns } from "./columns";
import { PairingCard } from "./PairingCard";
import { PairingFilters } from "./PairingFilters";

const PAGE_SIZE = 50;

/** The list of pairings; every filter is in the address. */
export function PairingsPage() {
  const { asOf } = useSearch({ from: "/framed/pairings" });
  return (
    <ShownDay value={asOf as Day | undefined}>
      <Pairings />
    </ShownDay>
  );
}

function Pairings() {
  const words = useWords();
  const { t } = words;
  const search = useSearch({ from: "/framed/pairings" });
  const navigate = useNavigate({ from: "/pairings" });
  const { role } = useSession();
  const { page = 1, cursor, ...filters } = search;
  const list = useQuery({
    queryKey: ["pairings", filters, cursor],
    queryFn: ({ signal }) => api.pairings({ ...filters, cursor, limit: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = usePairingColumns(search.asOf);
  const change = (changed: Partial<PairingsSearch>) =>
    void navigate({ search: (before) => ({ ...before, page: undefined, cursor: undefined, ...changed }) });
  const { sort: _sort, ...narrowing } = filters;
  const isFiltered = Object.keys(narrowing).length > 0;
  const openLink = mayKeepRegister(role) ? (
    <Link to="/pairings/new" search={{}} className="act-link act-link-primary">
      <PlusOutlined aria-hidden /> {t("pairings.open")}
    </Link>
  ) : null;
  return (
    <>
      <PageHead title={t("pairings.title")} actions={openLink} />
      <PairingFilters search={search} onChange={change} isFiltered={isFiltered} />
      {search.asOf === undefined ? null : (
        <div className="notice notice-past" role="note">
          {t("pairings.asOfNotice", { day: words.fullDay(search.asOf) })}{" "}
          <button type="button" className="text-button" onClick={() => change({ asOf: undefined })}>
            {t("pairings.asOfBack")}
          </button>
        </div>
      )}
      <WhenRead
        query={list}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={12} />
          </div>
        }
      >
        {(shown) =>
          shown.items.length === 0 ? (
            <div className="surface">
              <EmptyState
                title={t(isFiltered ? "pairings.emptyFiltered" : "pairings.emptyTitle")}
                text={t(isFiltered ? "pairings.emptyFilteredText" : "pairings.emptyText")}
                action={isFiltered ? null : openLink}
              />
            </div>
          ) : (
            <div className={list.isPlaceholderData ? "stale" : undefined}>
              <DataList
                name="pairings"
                label={t("pairings.title")}
                columns={columns}
                rows={shown.items}
                rowKey={(row) => row.caseId}
                card={(row) => <PairingCard row={row} asOf={search.asOf} />}
              />
              <Pager
                list={`pairings:${JSON.stringify(filters)}`}
                page={page}
                cursor={cursor}
                shown={shown}
                onTurn={(to) => void navigate({ search: (before) => ({ ...before, ...to }) })}
              />
            </div>
          )
        }
      </WhenRead>
    </>
  );
}
