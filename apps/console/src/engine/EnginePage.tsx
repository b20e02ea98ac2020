import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { api } from "../api/routes";
import type { EngineBalance } from "../api/types";
import { PageHead } from "../feedback/PageHead";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { useWords } from "../wording/useWords";
import { FindCase } from "./FindCase";
import { ParkedList } from "./ParkedList";
import { StatusPanel } from "./StatusPanel";

const EVERY_MS = 15_000;

/** The figure first, then what stands still, then who works. */
export function EnginePage() {
  const { t } = useWords();
  const balance = useQuery({
    queryKey: ["engine", "balance"],
    queryFn: () => api.engineBalance(),
    refetchInterval: EVERY_MS * 2,
  });
  const parked = useQuery({
    queryKey: ["engine", "parked"],
    queryFn: () => api.engineParked(),
    refetchInterval: EVERY_MS,
  });
  const status = useQuery({
    queryKey: ["engine", "status"],
    queryFn: () => api.engineStatus(),
    refetchInterval: EVERY_MS,
  });
  const refresh = () => {
    for (const query of [balance, parked, status]) void query.refetch();
  };
  return (
    <>
      <PageHead
        title={t("engine.title")}
        actions={
          <Button onClick={refresh} disabled={balance.isFetching}>
            {t("engine.refresh")}
          </Button>
        }
      />
      <WhenRead query={balance} skeleton={<Waiting height={72} rows={2} />}>
        {(data) => <Difference balance={data} />}
      </WhenRead>
      <WhenRead query={parked} skeleton={<Waiting height={48} rows={2} />}>
        {({ items }) => <ParkedList items={items} />}
      </WhenRead>
      <WhenRead query={status} skeleton={<Waiting height={40} rows={6} />}>
        {(data) => <StatusPanel status={data} />}
      </WhenRead>
      <FindCase />
    </>
  );
}

function Waiting({ rows, height }: { rows: number; height: number }) {
  return (
    <div className="surface engine-part">
      <SkeletonRows rows={rows} height={height} />
    </div>
  );
}

/** Open obligations less armed timers: 0, or the list of what does not agree. */
function Difference({ balance }: { balance: EngineBalance }) {
  const words = useWords();
  const { t } = words;
  const {
    difference,
    openObligations,
    armed,
    checkedCases,
    openCases,
    sampled,
    mismatches,
    overdueWithoutEvent,
  } = balance;
  const isEven = difference === 0 && mismatches.length === 0;
  return (
    <section className={`surface engine-part difference ${isEven ? "difference-even" : "difference-uneven"}`}>
      <div className="difference-figure">
        <h2>{t("engine.difference")}</h2>
        <output className="figure">{difference}</output>
      </div>
      <div className="difference-words">
        <p className="difference-verdict">
          {isEven
            ? t("engine.balanced")
            : t("engine.unbalanced", { count: Math.max(difference, mismatches.length) })}
        </p>
        <p>{t("engine.differenceText", { open: openObligations, armed, checked: checkedCases })}</p>
        <p className="quiet">
          {t("engine.checkedAt", { at: words.instant(balance.checkedAt) })} ·{" "}
          {sampled ? t("engine.sampled", { all: openCases }) : t("engine.wholly")}
        </p>
        <p
          className={overdueWithoutEvent === 0 ? "quiet" : "late-figure"}
          title={t("engine.overdueWithoutEventText")}
        >
          {t("common.labelled", { label: t("engine.overdueWithoutEvent"), value: overdueWithoutEvent })}
        </p>
      </div>
      {mismatches.length === 0 ? null : (
        <div className="difference-list" tabIndex={0} role="region" aria-label={t("engine.mismatches")}>
          <h3>{t("engine.mismatches")}</h3>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("engine.case")}</th>
                <th scope="col">{t("engine.expectedAt")}</th>
                <th scope="col">{t("engine.armedFor")}</th>
                <th scope="col">{t("engine.problem")}</th>
              </tr>
            </thead>
            <tbody>
              {mismatches.map(({ caseId, expectedAt, armedFor, problem }) => (
                <tr key={caseId}>
                  <td>
                    <Link to="/engine/$caseId" params={{ caseId }} search={{}} className="plain-link mono">
                      {caseId.slice(0, 8)}
                    </Link>
                  </td>
                  <td>{expectedAt === null ? t("common.none") : words.instant(expectedAt)}</td>
                  <td>{armedFor === null ? t("common.none") : words.instant(armedFor)}</td>
                  <td>{problem}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
