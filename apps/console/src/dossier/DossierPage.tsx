import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { api } from "../api/routes";
import type { Pairing, TimelineItem } from "../api/types";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { useProgrammeName } from "../pairings/programmes";
import { useWholeStory } from "../pairing/useWholeStory";
import { Paper } from "../paper/Paper";
import { useClockDay } from "../session/session";
import { useWords } from "../wording/useWords";
import { DOSSIER_PARTS } from "./parts";

const READERS = ["office", "public"] as const;

/** A pairing's whole life on sheets of A4: what the office files, or, without what is nobody's business, what hangs out. */
export function DossierPage() {
  const { caseId } = useParams({ from: "/framed/pairings/$caseId/dossier" });
  const { asOf, reader = "office" } = useSearch({ from: "/framed/pairings/$caseId/dossier" });
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
    <WhenRead ofPage query={both} skeleton={<SkeletonRows rows={14} height={48} />}>
      {(read) => <Dossier {...read} reader={reader} asOf={asOf} />}
    </WhenRead>
  );
}

interface Props {
  pairing: Pairing;
  story: readonly TimelineItem[];
  reader: (typeof READERS)[number];
  asOf: string | undefined;
}

function Dossier({ pairing, story, reader, asOf }: Props) {
  const { t } = useWords();
  const { subject, caseId } = pairing;
  const isPublic = reader === "public";
  const title = t("dossier.title");
  return (
    <div className="dossier-page">
      <Paper
        title={title}
        sub={<About pairing={pairing} isPublic={isPublic} asOf={asOf} />}
        running={`${title} · ${subject.name} · ${caseId.slice(0, 8)}`}
        back={
          <Link to="/pairings/$caseId" params={{ caseId }} search={{ asOf }} className="plain-link back">
            ← {t("dossier.back")}
          </Link>
        }
        choices={<ReaderChoice reader={reader} />}
      >
        {DOSSIER_PARTS.filter(({ isForPublic }) => isForPublic || !isPublic).map(({ part, Part }) => (
          <Part key={part} pairing={pairing} story={story} isPublic={isPublic} />
        ))}
        {isPublic ? null : <Signatures />}
      </Paper>
    </div>
  );
}

function ReaderChoice({ reader }: Pick<Props, "reader">) {
  const { t } = useWords();
  const navigate = useNavigate({ from: "/pairings/$caseId/dossier" });
  return (
    <Segmented
      aria-label={t("dossier.reader")}
      value={reader}
      onChange={(chosen) =>
        void navigate({ search: (before) => ({ ...before, reader: chosen }), replace: true })
      }
      options={READERS.map((each) => ({ value: each, label: t(`dossier.${each}`) }))}
    />
  );
}

function About({ pairing, isPublic, asOf }: Pick<Props, "pairing" | "asOf"> & { isPublic: boolean }) {
  const { t, term, shortDay } = useWords();
  const today = useClockDay();
  const programme = useProgrammeName(pairing.programmeId);
  return (
    <>
      <p>{programme}</p>
      <p className="paper-aside">
        {t("dossier.knownOn", { day: shortDay(asOf ?? today) })} · {term("stage", pairing.stage)} ·{" "}
        {t("pairing.caseNumber")} <span className="mono">{pairing.caseId}</span>
      </p>
      {isPublic ? <p className="paper-aside">{t("dossier.publicText")}</p> : null}
    </>
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
