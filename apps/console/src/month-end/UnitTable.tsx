import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../api/routes";
import { WhenRead } from "../feedback/states";
import { useWords } from "../wording/useWords";

/** Visits made and missed by the unit that answered; each opens the list of that unit alone. */
export function UnitTable({ month, filter }: { month: string; filter: { area?: string; asOf?: string } }) {
  const { t } = useWords();
  const units = useQuery({
    queryKey: ["month-end", month, "units", filter],
    queryFn: ({ signal }) => api.monthEndUnits(month, filter, signal),
  });
  return (
    <details className="surface unit-table">
      <summary>{t("monthEnd.byUnit")}</summary>
      <WhenRead query={units}>
        {({ items }) => (
          <div className="unit-scroll" tabIndex={0} role="region" aria-label={t("monthEnd.byUnit")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("monthEnd.unit")}</th>
                  <th scope="col">{t("monthEnd.visited")}</th>
                  <th scope="col">{t("monthEnd.visits")}</th>
                  <th scope="col">{t("monthEnd.missed")}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ unit, visited, visits, missed }) => (
                  <tr key={unit.id}>
                    <th scope="row">
                      <Link
                        from="/month-end"
                        to="/month-end"
                        search={(before) => ({
                          ...before,
                          unit: unit.id,
                          cursor: undefined,
                          page: undefined,
                        })}
                        className="plain-link"
                        title={t("monthEnd.onlyUnit")}
                        resetScroll={false}
                      >
                        {unit.name}
                      </Link>
                    </th>
                    <td>{visited}</td>
                    <td>{visits}</td>
                    <td className={missed > 0 ? "unit-missed" : undefined}>{missed}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </WhenRead>
    </details>
  );
}
