import { Link } from "@tanstack/react-router";
import { leftUntil } from "../wording/dates";
import type { Pairing } from "../api/types";
import type { PairingSearch } from "../app/search";
import { useSession, maySee } from "../session/session";
import { useWords } from "../wording/useWords";
import { CoHelpers, HouseholdWaiting } from "./Company";
import { Incomes } from "./Incomes";
import { LiftOutProgress } from "./LiftOutProgress";
import { Measures } from "./Measures";
import { MissingForNext } from "./MissingForNext";
import { Moves } from "./Moves";
import { Plan } from "./Plan";
import { OwedAfter, OwedFirst } from "./Owed";

interface Props {
  pairing: Pairing;
  asOf: string | undefined;
  onChange: (changed: Partial<PairingSearch>) => void;
}

/** The present: who answers now, what is next and until when, the term, the moves. */
export function Present({ pairing, asOf, onChange }: Props) {
  const words = useWords();
  const { t } = words;
  const { role } = useSession();
  const { obligations, company, helperUnit, leadHelper, successor, lastVisitOn, closedOn } = pairing;
  const [first, ...later] = obligations;
  const reckon = (key: string) => onChange({ reckon: key });
  return (
    <aside className="present" aria-label={t("pairing.present")}>
      {first === undefined ? (
        <section className="surface present-part">
          <p>
            {closedOn === null
              ? t("pairing.nothingOwed")
              : t("pairing.closedOn", { day: words.fullDay(closedOn) })}
          </p>
          <Reopenable {...pairing.life.closing} />
        </section>
      ) : (
        <OwedFirst obligation={first} onReckon={reckon} />
      )}
      {asOf === undefined ? <Moves pairing={pairing} onAct={(act) => onChange({ act })} /> : null}
      <MissingForNext pairing={pairing} />
      <HouseholdWaiting company={company} />
      <LiftOutProgress pairing={pairing} />
      <Plan pairing={pairing} />
      <OwedAfter obligations={later} onReckon={reckon} />
      <Measures pairing={pairing} />
      <Incomes pairing={pairing} />
      {pairing.life.lifted === null ? (
        <Term pairing={pairing} />
      ) : (
        <Lifted {...pairing.life.lifted} caseId={pairing.caseId} asOf={asOf} />
      )}
      <section className="surface present-part">
        <h2>{t("pairing.people")}</h2>
        <dl className="facts">
          <dt>{t("terms.helper")}</dt>
          <dd>
            {leadHelper.name} <span className="quiet">{helperUnit.name}</span>
          </dd>
          {successor === null ? null : (
            <>
              <dt>{t("pairing.successor")}</dt>
              <dd>{successor.name}</dd>
            </>
          )}
          <CoHelpers coHelpers={company.coHelpers} />
          <dt>{t("pairing.lastVisit")}</dt>
          <dd>{lastVisitOn === null ? t("pairing.never") : words.fullDay(lastVisitOn)}</dd>
        </dl>
        {maySee(role, "engine-case") ? (
          <Link
            to="/engine/$caseId"
            params={{ caseId: pairing.caseId }}
            search={{}}
            className="plain-link present-link"
          >
            {t("pairing.engineHistory")}
          </Link>
        ) : null}
      </section>
    </aside>
  );
}

/** Until when a wrong closing can be taken back. */
function Reopenable({ reopenableUntil: until }: Pairing["life"]["closing"]) {
  const { t, today, fullDay } = useWords();
  if (until === null) return null;
  const key = today > until ? "correction.reopenOver" : "correction.reopenableUntil";
  return <p className="quiet">{t(key, { day: fullDay(until) })}</p>;
}

function Lifted({
  on,
  until,
  caseId,
  asOf,
}: NonNullable<Pairing["life"]["lifted"]> & { caseId: string; asOf: string | undefined }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="surface present-part">
      <h2>{t("liftOut.lifted")}</h2>
      <p>{words.fullDay(on)}</p>
      <p className="quiet">{t("liftOut.revisitedUntil", { until: words.shortDay(until) })}</p>
      <Link
        to="/pairings/$caseId/lifted-out"
        params={{ caseId }}
        search={asOf === undefined ? {} : { asOf }}
        className="plain-link present-link"
      >
        {t("liftedOut.link")}
      </Link>
    </section>
  );
}

function Term({ pairing: { signedOn, termEndsOn } }: { pairing: Pairing }) {
  const words = useWords();
  const { t, today } = words;
  const left = leftUntil(termEndsOn, today);
  const whole = Date.parse(termEndsOn) - Date.parse(signedOn);
  const gone = Math.min(1, Math.max(0, (Date.parse(today) - Date.parse(signedOn)) / whole));
  return (
    <section className="surface present-part">
      <h2>{t("pairing.term")}</h2>
      <p>
        {left === null
          ? t("pairing.termOver")
          : t("pairing.termLeft", { left: t("common.monthsDays", left) })}
      </p>
      <div className="term-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(gone * 100)}%` }} />
      </div>
      <p className="quiet">
        {t("pairing.termRange", { from: words.shortDay(signedOn), to: words.shortDay(termEndsOn) })}
      </p>
    </section>
  );
}
