import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { api } from "../api/routes";
import type { PairingItem } from "../api/types";
import { CommandNotice } from "../feedback/CommandNotice";
import { PageHead } from "../feedback/PageHead";
import { EmptyState, FailureState, SkeletonRows } from "../feedback/states";
import { useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { HouseholdCard } from "./HouseholdCard";
import { useKeptVisits } from "./useKeptVisits";
import { pairingQuery, VisitSheet } from "./VisitSheet";

const PAGE_SIZE = 50;
/** More households than a thumb finds without looking for a name. */
const SEARCHED_FROM = 8;
/** Read ahead, so that their form opens also where the signal has gone meanwhile. */
const READ_AHEAD = 5;

/** A helper's own households, what is due first at the top. */
export function HouseholdsPage() {
  const words = useWords();
  const { t } = words;
  const { helperId } = useSession();
  const { visit } = useSearch({ from: "/framed/my-households" });
  const navigate = useNavigate({ from: "/my-households" });
  const kept = useKeptVisits();
  const [sent, setSent] = useState<string>();
  const list = useInfiniteQuery({
    queryKey: ["pairings", "my-households", helperId],
    queryFn: ({ pageParam, signal }) => api.pairings({ cursor: pageParam, limit: PAGE_SIZE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const households = list.data?.pages.flatMap((page) => page.items);
  useReadAhead(households);
  const open = (caseId: string | undefined) =>
    void navigate({ search: caseId === undefined ? {} : { visit: caseId }, resetScroll: false });
  const arrived = (caseId: string) => {
    setSent(households?.find((each) => each.caseId === caseId)?.subject.name ?? "");
    if (visit === caseId) open(undefined);
  };
  const total = list.data?.pages[0]?.total ?? households?.length ?? 0;
  return (
    <>
      <PageHead
        title={t("households.title")}
        sub={households === undefined ? undefined : summary(words, households, total)}
      />
      {sent === undefined ? null : (
        <CommandNotice progress={{ state: "done", result: null }} move={`${t("visit.submit")} ${sent}`} />
      )}
      {households === undefined ? (
        list.isError ? (
          <FailureState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <SkeletonRows rows={4} height={150} />
        )
      ) : households.length === 0 ? (
        <div className="surface">
          <EmptyState title={t("households.emptyTitle")} text={t("households.emptyText")} />
        </div>
      ) : (
        <Households
          households={households}
          shown={visit}
          kept={kept}
          onVisit={(caseId) => {
            setSent(undefined);
            open(caseId);
          }}
          onSent={arrived}
        />
      )}
      {list.hasNextPage ? (
        <Button block disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("common.more")}
        </Button>
      ) : null}
      <VisitSheet
        caseId={visit}
        onClose={() => open(undefined)}
        onSent={() => (visit === undefined ? undefined : arrived(visit))}
      />
    </>
  );
}

function summary({ t }: ReturnType<typeof useWords>, households: readonly PairingItem[], total: number) {
  const overdue = households.filter(({ next }) => next?.overdue === true).length;
  const all = t("households.count", { count: total });
  return overdue === 0 ? all : `${all} · ${t("today.summaryOverdue", { count: overdue })}`;
}

interface Listed {
  households: readonly PairingItem[];
  /** The one whose form is open: what is kept of it is in there. */
  shown: string | undefined;
  kept: ReadonlySet<string>;
  onVisit: (caseId: string) => void;
  onSent: (caseId: string) => void;
}

function Households({ households, shown, kept, onVisit, onSent }: Listed) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const found = households.filter(({ subject }) => subject.name.includes(search.trim()));
  return (
    <>
      {households.length < SEARCHED_FROM ? null : (
        <Input.Search
          allowClear
          className="households-search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          placeholder={t("households.search")}
          aria-label={t("households.search")}
        />
      )}
      {found.length === 0 ? <p className="quiet">{t("common.nothingFound")}</p> : null}
      <ul className="cards my-households" aria-label={t("households.title")}>
        {found.map((household) => (
          <HouseholdCard
            key={household.caseId}
            household={household}
            isKept={household.caseId !== shown && kept.has(household.caseId)}
            onVisit={() => onVisit(household.caseId)}
            onSent={() => onSent(household.caseId)}
          />
        ))}
      </ul>
    </>
  );
}

function useReadAhead(households: readonly PairingItem[] | undefined): void {
  const queries = useQueryClient();
  const ahead =
    households
      ?.slice(0, READ_AHEAD)
      .map(({ caseId }) => caseId)
      .join(" ") ?? "";
  useEffect(() => {
    for (const caseId of ahead.split(" ").filter((each) => each !== ""))
      void queries.query(pairingQuery(caseId)).catch(() => undefined);
  }, [ahead, queries]);
}
