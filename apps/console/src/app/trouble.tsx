import { Link, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { FailureState } from "../feedback/states";

export function PageMissing() {
  const { t } = useTranslation("console");
  return (
    <main className="failure-state">
      <h1>{t("failure.notFound")}</h1>
      <p className="quiet">{t("failure.notFoundText")}</p>
      <Link to="/" className="plain-link">
        {t("failure.home")}
      </Link>
    </main>
  );
}

export function PageBroken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("console");
  if (error instanceof ApiProblem) return <FailureState ofPage error={error} onRetry={reset} />;
  return (
    <div className="failure-state" role="alert">
      <h1>{t("failure.pageBroken")}</h1>
      <p className="quiet">{t("failure.whatToDo")}</p>
      <button type="button" className="bar-button" onClick={() => window.location.reload()}>
        {t("common.retry")}
      </button>
      <p className="small-print">
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
    </div>
  );
}
