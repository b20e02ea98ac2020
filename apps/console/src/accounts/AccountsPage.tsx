import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { PageHead } from "../feedback/PageHead";
import { useWords } from "../wording/useWords";
import { AccountsBook } from "./AccountsBook";
import type { AccountsTabProps } from "./accountsTabProps";
import { SeatsBook } from "./SeatsBook";

/** For the administrator: who may sign in, and who holds which seat. */
export function AccountsPage() {
  const { t } = useWords();
  const { tab = "accounts", add = false } = useSearch({ from: "/framed/accounts" });
  const navigate = useNavigate({ from: "/accounts" });
  const props: AccountsTabProps = {
    add,
    onAdd: (next) => void navigate({ search: (before) => ({ ...before, add: next ? true : undefined }) }),
  };
  return (
    <>
      <PageHead title={t("accounts.title")} />
      <nav className="tabs" aria-label={t("accounts.title")}>
        {(["accounts", "seats"] as const).map((each) => (
          <Link
            key={each}
            to="/accounts"
            search={each === "accounts" ? {} : { tab: each }}
            className={each === tab ? "tab tab-active" : "tab"}
            aria-current={each === tab ? "page" : undefined}
          >
            {t(`accounts.${each}`)}
          </Link>
        ))}
      </nav>
      {tab === "accounts" ? <AccountsBook {...props} /> : <SeatsBook {...props} />}
    </>
  );
}
