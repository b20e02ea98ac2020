import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

const PREFIX = "jiedui.pages.";

/** Cursors lead forward only; those of the pages before are remembered, so that one can go back. */
function trailOf(list: string): Record<string, string> {
  return JSON.parse(sessionStorage.getItem(PREFIX + list) ?? "{}") as Record<string, string>;
}

export interface PagerProps {
  /** The list with its filters: a trail is good for one filter only. */
  list: string;
  page: number;
  cursor: string | undefined;
  shown: { items: readonly unknown[]; nextCursor: string | null; total: number | null };
  onTurn: (to: { page: number | undefined; cursor: string | undefined }) => void;
}

export function Pager({ list, page, cursor, shown, onTurn }: PagerProps) {
  const { t } = useTranslation("console");
  useEffect(() => {
    if (cursor === undefined) return;
    sessionStorage.setItem(PREFIX + list, JSON.stringify({ ...trailOf(list), [page]: cursor }));
  }, [list, page, cursor]);
  const turnBack = () => {
    const before = page > 2 ? trailOf(list)[page - 1] : undefined;
    onTurn({ page: before === undefined ? undefined : page - 1, cursor: before });
  };
  const { nextCursor, total } = shown;
  return (
    <div className="pager">
      <span className="quiet">{total === null ? null : t("common.total", { count: total })}</span>
      {page === 1 && nextCursor === null ? null : (
        <span className="pager-buttons">
          <Button disabled={page === 1} onClick={turnBack}>
            {t("common.previousPage")}
          </Button>
          <span>{t("common.page", { page })}</span>
          <Button
            disabled={nextCursor === null}
            onClick={() => onTurn({ page: page + 1, cursor: nextCursor ?? undefined })}
          >
            {t("common.nextPage")}
          </Button>
        </span>
      )}
      <span className="quiet wide-only keys-hint">{t("common.keysHint")}</span>
    </div>
  );
}
