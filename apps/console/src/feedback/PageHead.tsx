import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

export function PageHead({ title, sub, actions }: { title: string; sub?: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation("console");
  const product = t("terms.product");
  useEffect(() => {
    document.title = title === product ? title : `${title} · ${product}`;
  }, [title, product]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1>{title}</h1>
        {sub === undefined ? null : <p className="quiet">{sub}</p>}
      </div>
      {actions === undefined ? null : <div className="page-actions">{actions}</div>}
    </header>
  );
}
