import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../api/routes";
import type { Roster } from "../api/types";
import { PageHead } from "../feedback/PageHead";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { useProgrammeName } from "../pairings/programmes";
import { useWords } from "../wording/useWords";
import { Preview } from "./Preview";
import { RosterProgress } from "./RosterProgress";
import { RosterRows } from "./RosterRows";
import { RosterSheets } from "./RosterSheets";
import { RosterStateTag } from "./RosterStateTag";
import { StartForm } from "./StartForm";

const SOON_MS = 2_000;
const LATER_MS = 30_000;

/** One take-over, from what was read to what became of it. One may leave and come back: it is worked off elsewhere. */
export function RosterPage() {
  const { t } = useWords();
  const { rosterId } = useParams({ from: "/framed/rosters/$rosterId" });
  const roster = useQuery({
    queryKey: ["roster", rosterId],
    queryFn: () => api.roster(rosterId),
    refetchInterval: ({ state: { data } }) =>
      data?.state === "running" || data?.state === "uploaded" ? SOON_MS : LATER_MS,
  });
  return (
    <div className="roster">
      <Link to="/rosters" search={{}} className="plain-link back">
        ← {t("rosters.title")}
      </Link>
      <WhenRead ofPage query={roster} skeleton={<SkeletonRows rows={10} height={48} />}>
        {(data) => <TakeOver roster={data} />}
      </WhenRead>
    </div>
  );
}

function TakeOver({ roster }: { roster: Roster }) {
  const words = useWords();
  const { t } = words;
  const programme = useProgrammeName(roster.programmeId);
  const { fileName, areaName, uploadedAt, uploadedByName, startedAt, state, moves } = roster;
  return (
    <>
      <PageHead
        title={fileName ?? t("rosters.unnamed")}
        sub={
          <>
            <RosterStateTag state={state} /> {areaName} · {programme} ·{" "}
            {t("rosters.uploadedBy", {
              at: words.instant(uploadedAt),
              by: uploadedByName ?? t("events.someone"),
            })}
          </>
        }
      />
      {roster.erasedOn === null ? null : (
        <p className="notice" role="note">
          {t(roster.rowsErased ? "rosters.erased" : "rosters.toBeErased", {
            day: words.fullDay(roster.erasedOn),
          })}
        </p>
      )}
      {startedAt === null ? null : <RosterProgress roster={roster} />}
      {moves.includes("start") ? <StartForm roster={roster} /> : null}
      <Preview roster={roster} />
      {roster.rowsErased ? null : <RosterRows roster={roster} />}
      <RosterSheets roster={roster} />
    </>
  );
}
