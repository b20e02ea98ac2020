import { Link, Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { RegisterSearch } from "../app/search";
import { PageHead } from "../feedback/PageHead";
import { useWords } from "../wording/useWords";
import { mayKnowCoverage, useSession } from "../session/session";
import { CoverageStrip } from "./CoverageStrip";
import { HelpersBook } from "./HelpersBook";
import { OrganisationsBook } from "./OrganisationsBook";
import { SubjectsBook } from "./SubjectsBook";

const BOOKS = ["subjects", "helpers", "organisations"] as const;

/** 台账: who is helped, who helps, and the organisations behind them. */
export function RegisterPage() {
  const { t } = useWords();
  const { role } = useSession();
  const { book } = useParams({ from: "/framed/register/$book" });
  const search = useSearch({ from: "/framed/register/$book" });
  const navigate = useNavigate({ from: "/register/$book" });
  const change = (changed: Partial<RegisterSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }) });
  const present = BOOKS.find((each) => each === book);
  if (present === undefined) return <Navigate to="/register" replace />;
  return (
    <>
      <PageHead title={t("register.title")} />
      <nav className="tabs" aria-label={t("register.title")}>
        {BOOKS.map((each) => (
          <Link
            key={each}
            to="/register/$book"
            params={{ book: each }}
            search={{}}
            className={each === present ? "tab tab-active" : "tab"}
            aria-current={each === present ? "page" : undefined}
          >
            {t(`register.${each}`)}
          </Link>
        ))}
      </nav>
      {mayKnowCoverage(role) && present !== "organisations" ? <CoverageStrip area={search.area} /> : null}
      {present === "organisations" ? <OrganisationsBook search={search} onChange={change} /> : null}
      {present === "helpers" ? <HelpersBook search={search} onChange={change} /> : null}
      {present === "subjects" ? <SubjectsBook search={search} onChange={change} /> : null}
    </>
  );
}
