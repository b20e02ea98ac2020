import { levelOf, NOTICE_PURPOSES, type DivisionCode, type LiftOutStep } from "@jiedui/domain";
import { Link } from "@tanstack/react-router";
import type { Pairing } from "../api/types";
import { DueTag } from "../feedback/MeaningTag";
import { mayKeepRegister, useSession } from "../session/session";
import { seatOfObligation } from "../wording/events";
import { useWords } from "../wording/useWords";

/** A lift-out as a checklist: what is done, where it stands and with whom, what is still to come. */
export function LiftOutProgress({ pairing }: { pairing: Pairing }) {
  const { life } = pairing;
  const words = useWords();
  const { t, term } = words;
  const { liftOut } = life;
  if (liftOut === null) return null;
  const at = liftOut.steps.indexOf(liftOut.step);
  return (
    <section className="surface present-part">
      <h2>{t("liftOut.progress")}</h2>
      <ol className="checklist">
        {liftOut.steps.map((step, index) => (
          <li
            key={step}
            className={index < at ? "step-done" : index === at ? "step-here" : "step-to-come"}
            aria-current={index === at ? "step" : undefined}
          >
            <span>{term("liftOutStep", step)}</span>
            {index === at ? <Here step={step} liftOut={liftOut} pairing={pairing} /> : null}
            <span className="sr-only">
              {index < at ? t("liftOut.done") : index === at ? t("liftOut.here") : t("liftOut.toCome")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Here({
  step,
  liftOut: { notice, objections },
  pairing: { obligations, caseId, areaCode },
}: {
  step: LiftOutStep;
  liftOut: NonNullable<Pairing["life"]["liftOut"]>;
  pairing: Pairing;
}) {
  const words = useWords();
  const { t } = words;
  const owed = obligations.find(({ kind }) => kind === step);
  const open = objections.filter(({ answered }) => !answered).length;
  return (
    <div className="checklist-here">
      {notice === null ? null : (
        <p>
          {t("liftOut.hangs", { from: words.shortDay(notice.from), until: words.shortDay(notice.until) })}{" "}
          {notice.until < words.today ? t("notice.over") : words.due(notice.until)}
        </p>
      )}
      <NoticeLink step={step} notice={notice} caseId={caseId} areaCode={areaCode} />
      {open === 0 ? null : <p className="tone-overdue">{t("liftOut.openObjections", { count: open })}</p>}
      {owed === undefined ? null : (
        <p className="quiet">
          {seatOfObligation(owed, words)} <DueTag {...owed} />
        </p>
      )}
    </div>
  );
}

/** To the sheet on which the household stands; or to making one, where none hangs yet. */
function NoticeLink({
  step,
  notice,
  caseId,
  areaCode,
}: {
  step: LiftOutStep;
  notice: NonNullable<Pairing["life"]["liftOut"]>["notice"];
  caseId: string;
  areaCode: string;
}) {
  const { t } = useWords();
  const { role } = useSession();
  if (notice !== null)
    return notice.isDocument ? (
      <p>
        <Link to="/notices/$noticeId" params={{ noticeId: notice.id }} search={{}} className="plain-link">
          {t("notice.open")}
        </Link>
      </p>
    ) : null;
  const purpose = NOTICE_PURPOSES.find((each) => each === step);
  if (purpose === undefined || !mayKeepRegister(role)) return null;
  const area =
    purpose === "village-notice" && levelOf(areaCode as DivisionCode) === "village"
      ? areaCode
      : `${areaCode.slice(0, 9)}000`;
  return (
    <p>
      <Link to="/notices/new" search={{ purpose, area, case: caseId }} className="plain-link">
        {t("notice.make")}
      </Link>
    </p>
  );
}
