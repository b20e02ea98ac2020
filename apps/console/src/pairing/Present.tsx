import UserOutlined from "@ant-design/icons/UserOutlined";
import { Link } from "@tanstack/react-router";
import { dayOf, leftUntil } from "../wording/dates";
import type { ObligationItem, Pairing } from "../api/types";
import type { PairingSearch } from "../app/search";
import { DueTag } from "../feedback/MeaningTag";
import { useSession, maySee } from "../session/session";
import { matterOf, seatOfObligation } from "../wording/events";
import { useWords } from "../wording/useWords";
import { Incomes } from "./Incomes";
import { LiftOutProgress } from "./LiftOutProgress";
import { Moves } from "./Moves";
import { capital } from "../wording/capital";

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
  const { obligations, coHelpers, helperUnit, leadHelper, successor, lastVisitOn, closedOn } = pairing;
  return (
    <aside className="present" aria-label={t("pairing.present")}>
      {obligations.length === 0 ? (
        <section className="surface present-part">
          <p>
            {closedOn === null
              ? t("pairing.nothingOwed")
              : t("pairing.closedOn", { day: words.fullDay(closedOn) })}
          </p>
        </section>
      ) : (
        obligations.map((obligation) => (
          <Owed
            key={obligation.key}
            obligation={obligation}
            onReckon={() => onChange({ reckon: obligation.key })}
          />
        ))
      )}
      {asOf === undefined ? <Moves pairing={pairing} onAct={(act) => onChange({ act })} /> : null}
      <LiftOutProgress pairing={pairing} />
      <Incomes pairing={pairing} />
      {pairing.life.lifted === null ? <Term pairing={pairing} /> : <Lifted {...pairing.life.lifted} />}
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
          {coHelpers.length === 0 ? null : (
            <>
              <dt>{t("pairing.coHelpers")}</dt>
              <dd>{coHelpers.map(({ name }) => name).join(t("outcomes.separator"))}</dd>
            </>
          )}
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

function Owed({ obligation, onReckon }: { obligation: ObligationItem; onReckon: () => void }) {
  const words = useWords();
  const { t } = words;
  const { key, dueOn, nextStep, nextAt, holders, emptySeats } = obligation;
  const vacant = emptySeats.map((seat) => words.term("seat", seat.split(":")[0] ?? seat));
  return (
    <section className="surface present-part owed">
      <h2 className="quiet">{t("pairing.answersNow")}</h2>
      <p className="answers-now">
        <UserOutlined aria-hidden />{" "}
        {holders.length === 0 ? t("pairing.nobodyHolds") : holders.join(t("outcomes.separator"))}
      </p>
      <p className="quiet">
        {seatOfObligation(obligation, words)}
        {vacant.length === 0
          ? null
          : ` · ${t("pairing.emptySeats", { seats: vacant.join(t("outcomes.separator")) })}`}
      </p>
      <h2 className="quiet next-due">{t("pairing.nextDue")}</h2>
      <p className="owed-matter">
        {capital(matterOf(key, words))} <DueTag {...obligation} />
      </p>
      <p>{t("pairing.by", { day: words.fullDay(dueOn) })}</p>
      <p className="quiet">{t(`pairing.nextStep.${nextStep}`, { day: words.shortDay(dayOf(nextAt)) })}</p>
      <button type="button" className="text-button" onClick={onReckon}>
        {t("pairing.howReckoned")}
      </button>
    </section>
  );
}

function Lifted({ on, until }: NonNullable<Pairing["life"]["lifted"]>) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="surface present-part">
      <h2>{t("liftOut.lifted")}</h2>
      <p>{words.fullDay(on)}</p>
      <p className="quiet">{t("liftOut.revisitedUntil", { until: words.shortDay(until) })}</p>
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
