import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { problemSentence } from "../wording/refusal";

/** One sentence on what belongs here, and the button that starts it. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 64 40" width="64" height="40" aria-hidden="true">
        <circle cx="25" cy="20" r="14" />
        <circle cx="39" cy="20" r="14" />
      </svg>
      <p className="empty-title">{title}</p>
      <p className="quiet">{text}</p>
      {action}
    </div>
  );
}

interface Failure {
  error: unknown;
  onRetry?: () => void;
  /** The page has nothing else to show, so that this is its heading. */
  ofPage?: boolean;
}

/** What happened, what to do, and the code in small print. */
export function FailureState({ error, onRetry, ofPage = false }: Failure) {
  const { t, i18n } = useTranslation("console");
  const Title = ofPage ? "h1" : "p";
  const problem = error instanceof ApiProblem ? error : new ApiProblem(500, "INTERNAL_FAULT");
  return (
    <div className="failure-state" role="alert">
      <Title className="empty-title">{t("failure.title")}</Title>
      <p>{problemSentence(problem, t, i18n.language)}</p>
      {problem.status === 404 ? null : <p className="quiet">{t("failure.whatToDo")}</p>}
      {onRetry === undefined || problem.status === 404 ? null : (
        <Button onClick={onRetry}>{t("common.retry")}</Button>
      )}
      <p className="small-print">
        {t("common.code")} <code>{problem.code}</code>
        {problem.requestId === null ? null : (
          <>
            {" · "}
            {t("common.requestId")} <code>{problem.requestId}</code>
          </>
        )}
      </p>
    </div>
  );
}

/** Grey lines in the shape of what is coming. */
export function SkeletonRows({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation("console");
  return (
    <div className="skeleton" role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row" style={{ height }}>
          <span style={{ width: `${34 + ((row * 17) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** A read in its three states before there is something to show. */
export function WhenRead<Data>({
  query,
  skeleton,
  ofPage,
  children,
}: {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  skeleton?: ReactNode;
  ofPage?: boolean;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined)
    return <FailureState ofPage={ofPage ?? false} error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <SkeletonRows />}</>;
}
