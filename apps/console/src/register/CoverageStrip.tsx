import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../api/routes";
import { MeaningTag } from "../feedback/MeaningTag";
import { useWords } from "../wording/useWords";

/** Both gaps of full coverage, each leading to the list of those who stand in it. */
export function CoverageStrip({ area }: { area: string | undefined }) {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ["coverage", area], queryFn: () => api.coverage({ area }) });
  if (data === undefined) return null;
  const gaps = [
    {
      book: "subjects",
      title: t("household.householdsWithout"),
      without: data.householdsWithoutHelper,
      of: t("household.householdsOf", { all: data.households }),
    },
    {
      book: "helpers",
      title: t("household.cadresWithout"),
      without: data.cadresWithoutHousehold,
      of: t("household.cadresOf", { all: data.cadres }),
    },
  ];
  return (
    <section className="coverage" aria-label={t("household.coverage")}>
      {gaps.map(({ book, title, without, of }) => (
        <Link
          key={book}
          to="/register/$book"
          params={{ book }}
          search={{ uncovered: true, ...(area === undefined ? {} : { area }) }}
          className="coverage-gap surface"
        >
          <span className="coverage-title">{title}</span>
          <span className="coverage-count">
            <strong>{without}</strong> <span className="quiet">{of}</span>
          </span>
          {without === 0 ? <MeaningTag meaning="done">{t("household.covered")}</MeaningTag> : null}
        </Link>
      ))}
    </section>
  );
}
