import UserOutlined from "@ant-design/icons/UserOutlined";
import type { ObligationItem } from "../api/types";
import { DueTag } from "../feedback/MeaningTag";
import { capital } from "../wording/capital";
import { dayOf } from "../wording/dates";
import { matterOf, seatOfObligation } from "../wording/events";
import { useWords } from "../wording/useWords";

type Reckon = (key: string) => void;

/** Who answers now, and for what. */
export function OwedFirst({ obligation, onReckon }: { obligation: ObligationItem; onReckon: Reckon }) {
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
      <button type="button" className="text-button" onClick={() => onReckon(key)}>
        {t("pairing.howReckoned")}
      </button>
    </section>
  );
}

/** What is owed after the first, a line each, in the order in which it falls due. */
export function OwedAfter({
  obligations,
  onReckon,
}: {
  obligations: readonly ObligationItem[];
  onReckon: Reckon;
}) {
  const words = useWords();
  const { t } = words;
  if (obligations.length === 0) return null;
  return (
    <section className="surface present-part">
      <h2>{t("pairing.alsoDue")}</h2>
      <ul className="owed-after">
        {obligations.map((obligation) => (
          <li key={obligation.key}>
            <p>
              {capital(matterOf(obligation.key, words))} <DueTag {...obligation} />
            </p>
            <p className="quiet">
              {t("pairing.by", { day: words.shortDay(obligation.dueOn) })} ·{" "}
              {obligation.holders.length === 0
                ? t("pairing.nobodyHolds")
                : obligation.holders.join(t("outcomes.separator"))}
            </p>
            <button type="button" className="text-button" onClick={() => onReckon(obligation.key)}>
              {t("pairing.howReckoned")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
