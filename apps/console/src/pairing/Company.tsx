import { Link } from "@tanstack/react-router";
import type { Pairing } from "../api/types";
import { mayKeepRegister, useSession } from "../session/session";
import { useWords } from "../wording/useWords";

/** Who helps along, and who did, each with first and last day. */
export function CoHelpers({ coHelpers }: Pick<Pairing["company"], "coHelpers">) {
  const words = useWords();
  const { t } = words;
  const present = coHelpers.filter(({ until }) => until === null);
  const former = coHelpers.filter(({ until }) => until !== null);
  const list = (times: typeof coHelpers) =>
    times.map(({ id, name, from, until }) => (
      <div key={`${id}:${from}`}>
        {name}{" "}
        <span className="quiet">
          {until === null
            ? t("household.since", { from: words.shortDay(from) })
            : t("household.fromUntil", { from: words.shortDay(from), until: words.shortDay(until) })}
        </span>
      </div>
    ));
  return (
    <>
      {present.length === 0 ? null : (
        <>
          <dt>{t("pairing.coHelpers")}</dt>
          <dd>{list(present)}</dd>
        </>
      )}
      {former.length === 0 ? null : (
        <>
          <dt>{t("household.formerCoHelpers")}</dt>
          <dd>{list(former)}</dd>
        </>
      )}
    </>
  );
}

/** What has come of the household and waits for somebody: a successor after a move, a pairing after a split. */
export function HouseholdWaiting({ company: { movedSince, splitOff } }: Pick<Pairing, "company">) {
  const words = useWords();
  const { t } = words;
  const { role } = useSession();
  if (movedSince === null && splitOff.length === 0) return null;
  return (
    <section className="surface present-part">
      <h2>{t("household.changes")}</h2>
      {movedSince === null ? null : <p>{t("household.movedSince", { day: words.shortDay(movedSince) })}</p>}
      {splitOff.length === 0 ? null : (
        <dl className="facts">
          <dt>{t("household.splitWaiting")}</dt>
          {splitOff.map(({ subjectId, name }) => (
            <dd key={subjectId}>
              {name}{" "}
              {mayKeepRegister(role) ? (
                <Link to="/pairings/new" search={{ subject: subjectId }} className="plain-link">
                  {t("household.pairSplit")}
                </Link>
              ) : null}
            </dd>
          ))}
        </dl>
      )}
    </section>
  );
}
