import type { Day } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { api } from "../api/routes";
import type { Pairing } from "../api/types";
import type { PairingSearch } from "../app/search";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { useProgrammeName } from "../pairings/programmes";
import { EventWhyDrawer } from "../why/EventWhyDrawer";
import { ObligationWhy } from "../why/ObligationWhy";
import { ShownDay } from "../session/session";
import { useWords } from "../wording/useWords";
import { CaseHeader } from "./CaseHeader";
import { LookBack } from "./LookBack";
import { MoveDrawer } from "./MoveDrawer";
import { Present } from "./Present";
import { Story } from "./Story";

/** One pairing: its story on the left, the present on the right. */
export function PairingPage() {
  const { t } = useWords();
  const { caseId } = useParams({ from: "/framed/pairings/$caseId" });
  const search = useSearch({ from: "/framed/pairings/$caseId" });
  const pairing = useQuery({
    queryKey: ["pairing", caseId, search.asOf],
    queryFn: () => api.pairing(caseId, { asOf: search.asOf }),
    refetchInterval: 60_000,
    placeholderData: (before) => (before?.caseId === caseId ? before : undefined),
  });
  return (
    <div className="case">
      <Link to="/pairings" className="plain-link back">
        ← {t("pairing.back")}
      </Link>
      {pairing.data === undefined ? <AsOfNotice asOf={search.asOf} /> : null}
      <WhenRead
        ofPage
        query={pairing}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={10} height={48} />
          </div>
        }
      >
        {(data) => (
          <ShownDay value={search.asOf as Day | undefined}>
            <div className={pairing.isPlaceholderData ? "stale" : undefined}>
              <Case pairing={data} search={search} />
            </div>
          </ShownDay>
        )}
      </WhenRead>
    </div>
  );
}

/** With the case, and with what is said when there was none yet: from both one gets back to the present. */
function AsOfNotice({ asOf }: { asOf: string | undefined }) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate({ from: "/pairings/$caseId" });
  if (asOf === undefined) return null;
  const toPresent = () => void navigate({ search: (before) => ({ ...before, asOf: undefined }) });
  return (
    <div className="notice notice-past" role="note">
      {t("pairing.asOfNotice", { day: words.fullDay(asOf) })}{" "}
      <button type="button" className="text-button" onClick={toPresent}>
        {t("pairing.asOfBack")}
      </button>
    </div>
  );
}

function Case({ pairing, search }: { pairing: Pairing; search: PairingSearch }) {
  const navigate = useNavigate({ from: "/pairings/$caseId" });
  const programme = useProgrammeName(pairing.programmeId);
  const change = (changed: Partial<PairingSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  const { asOf } = search;
  return (
    <>
      <LookBack
        caseId={pairing.caseId}
        asOf={asOf as Day | undefined}
        onAsOf={(day) =>
          void navigate({
            search: (before) => ({ ...before, asOf: day }),
            resetScroll: false,
            replace: asOf !== undefined,
          })
        }
      />
      <AsOfNotice asOf={asOf} />
      <CaseHeader pairing={pairing} programme={programme} asOf={asOf} />
      <div className="case-columns">
        <Present pairing={pairing} asOf={asOf} onChange={change} />
        <Story pairing={pairing} search={search} onChange={change} />
      </div>
      <EventWhyDrawer
        caseId={pairing.caseId}
        seq={search.why}
        programme={programme}
        onClose={() => change({ why: undefined })}
      />
      <ObligationWhy
        obligation={pairing.obligations.find(({ key }) => key === search.reckon)}
        onClose={() => change({ reckon: undefined })}
      />
      <MoveDrawer
        pairing={pairing}
        act={asOf === undefined ? search.act : undefined}
        visit={search.visit}
        entry={search.entry}
        onClose={() => change({ act: undefined, visit: undefined, entry: undefined })}
      />
    </>
  );
}
