import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../api/routes";
import type { InboxItem } from "../api/types";
import { PageHead } from "../feedback/PageHead";
import { EmptyState, FailureState, SkeletonRows } from "../feedback/states";
import { useWords } from "../wording/useWords";
import { ObligationWhy } from "../why/ObligationWhy";
import { DigestLine } from "./DigestLine";
import { fold } from "./fold";
import { FoldedRow } from "./FoldedRow";
import { groupsOf } from "./groups";
import { InboxRow } from "./InboxRow";

/** What I owe: overdue first, with by how much, as which seat, and why. */
export function TodayPage() {
  const words = useWords();
  const { t, today } = words;
  const [asked, ask] = useState<InboxItem>();
  const inbox = useInfiniteQuery({
    queryKey: ["inbox"],
    queryFn: ({ pageParam }) => api.inbox({ cursor: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });
  const items = inbox.data?.pages.flatMap((page) => page.items);
  const total = inbox.data?.pages[0]?.total ?? items?.length ?? 0;
  const overdue = items?.filter((item) => item.overdue).length ?? 0;
  const summary = [
    words.fullDay(today),
    ...(total > 0 ? [t("today.summary", { count: total })] : []),
    ...(overdue > 0 ? [t("today.summaryOverdue", { count: overdue })] : []),
  ];
  return (
    <>
      <PageHead title={t("today.title")} sub={summary.join(" · ")} />
      <DigestLine />
      {inbox.isError && items === undefined ? (
        <FailureState error={inbox.error} onRetry={() => void inbox.refetch()} />
      ) : items === undefined ? (
        <div className="surface">
          <SkeletonRows rows={6} height={64} />
        </div>
      ) : items.length === 0 ? (
        <div className="surface">
          <EmptyState
            title={t("today.emptyTitle")}
            text={t("today.emptyText")}
            action={
              <Link to="/pairings" className="act-link act-link-primary">
                {t("today.emptyAction")}
              </Link>
            }
          />
        </div>
      ) : (
        groupsOf(items, today).map(({ name, items: members }) => (
          <section key={name} className="inbox-group">
            <h2>
              {t(`today.${name}`)} <span className="quiet">{members.length}</span>
            </h2>
            <ul className="inbox surface">
              {fold(members).map(({ key, items: together }) => {
                const [item] = together;
                if (item === undefined) return null;
                if (together.length === 1) return <InboxRow key={key} item={item} onWhy={() => ask(item)} />;
                const isMore = inbox.hasNextPage && together.includes(lastOf(items));
                return <FoldedRow key={key} items={together} isMore={isMore} onWhy={ask} />;
              })}
            </ul>
          </section>
        ))
      )}
      {inbox.hasNextPage ? (
        <Button block disabled={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t("common.more")}
        </Button>
      ) : null}
      <ObligationWhy obligation={asked} onClose={() => ask(undefined)} />
    </>
  );
}

/** What follows on the next page may belong to the last one's. */
function lastOf(items: readonly InboxItem[]): InboxItem {
  const last = items[items.length - 1];
  if (last === undefined) throw new Error("a group has items");
  return last;
}
