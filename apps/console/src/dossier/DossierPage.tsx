import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useEffect } from "react";
import { api } from "../api/routes";
import type { Pairing, TimelineItem } from "../api/types";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { useProgrammeName } from "../pairings/programmes";
import { useWholeStory } from "../pairing/useWholeStory";
import { Paper, PrintButton } from "../paper/Paper";
import { useClockDay } from "../session/session";
import { useWords } from "../wording/useWords";
import { DOSSIER_PARTS } from "./parts";

const READERS = ["office", "public"] as const;

/** A pairing's whole life on sheets of A4: what the office files, or, without what is nobody's business, what hangs out. */
export function DossierPage() {
  const { t } = useWords();
  const { caseId } = useParams({ from: "/framed/pairings/$caseId/dossier" });
  const { asOf, reader = "office" } = useSearch({ from: "/framed/pairings/$caseId/dossier" });
  const navigate = useNavigate({ from: "/pairings/$caseId/dossier" });
  const pairing = useQuery({
    queryKey: ["pairing", caseId, asOf],
    queryFn: () => api.pairing(caseId, { asOf }),
  });
  const story = useWholeStory(caseId, asOf);
  const both = {
    data:
      pairing.data === undefined || story.data === undefined
        ? undefined
        : { pairing: pairing.data, story: story.data },
    error: pairing.error ?? story.error,
    refetch: () => Promise.all([pairing.refetch(), story.refetch()]),
  };
  return (
    <div className="dossier-page">
      <div className="paper-bar">
        <Link to="/pairings/$caseId" params={{ caseId }} search={{ asOf }} className="plain-link back">
          ← {t("dossier.back")}
        </Link>
        <Segmented
          aria-label={t("dossier.reader")}
          value={reader}
          onChange={(chosen) =>
            void navigate({ search: (before) => ({ ...before, reader: chosen }), replace: true })
          }
          options={READERS.map((each) => ({ value: each, label: t(`dossier.${each}`) }))}
        />
        <PrintButton />
      </div>
      <WhenRead ofPage query={both} skeleton={<SkeletonRows rows={14} height={48} />}>
        {(read) => <Dossier {...read} isPublic={reader === "public"} asOf={asOf} />}
      </WhenRead>
    </div>
  );
}

interface Props {
  pairing: Pairing;
  story: readonly TimelineItem[];
  isPublic: boolean;
  asOf: string | undefined;
}

function Dossier({ pairing, story, isPublic, asOf }: Props) {
  const { t } = useWords();
  const { subject, caseId } = pairing;
  const title = t("dossier.title");
  useEffect(() => {
    document.title = `${title} · ${subject.name}`;
  }, [title, subject.name]);
  return (
    <Paper running={`${title} · ${subject.name} · ${caseId.slice(0, 8)}`}>
      <Head pairing={pairing} isPublic={isPublic} asOf={asOf} />
      {DOSSIER_PARTS.filter(({ isForPublic }) => isForPublic || !isPublic).map(({ part, Part }) => (
        <Part key={part} pairing={pairing} story={story} isPublic={isPublic} />
      ))}
      {isPublic ? null : <Signatures />}
    </Paper>
  );
}

function Head({ pairing, isPublic, asOf }: Omit<Props, "story">) {
  const { t, term, shortDay } = useWords();
  const today = useClockDay();
  const programme = useProgrammeName(pairing.programmeId);
  return (
    <header className="paper-head">
      <h1>{t("dossier.title")}</h1>
      <p>{programme}</p>
      <p className="paper-aside">
        {t("dossier.knownOn", { day: shortDay(asOf ?? today) })} · {term("stage", pairing.stage)} ·{" "}
        {t("pairing.caseNumber")} <span className="mono">{pairing.caseId}</span>
      </p>
      {isPublic ? <p className="paper-aside">{t("dossier.publicText")}</p> : null}
    </header>
  );
}

function Signatures() {
  const { t } = useWords();
  return (
    <section className="signatures" aria-label={t("dossier.signatures")}>
      {(["signHousehold", "signHelper", "signOffice"] as const).map((who) => (
        <div key={who}>
          <span>{t(`dossier.${who}`)}</span>
          <span className="signature-line" />
          <span>{t("dossier.signDay")}</span>
        </div>
      ))}
    </section>
  );
}
