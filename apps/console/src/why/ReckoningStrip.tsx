import type { Reckoning } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { stripOf, type StripDay } from "./strip";

const WEEKDAYS_FROM_MONDAY = [
  "2024-01-01",
  "2024-01-02",
  "2024-01-03",
  "2024-01-04",
  "2024-01-05",
  "2024-01-06",
  "2024-01-07",
];

/** The counted days in weeks, holidays and make-up days marked by word as well as by colour. */
export function ReckoningStrip({ reckoning }: { reckoning: Reckoning }) {
  const words = useWords();
  const { t, fullDay, language } = words;
  const strip = stripOf(reckoning);
  const marks: Record<StripDay["kind"], string> = {
    start: t("why.start"),
    counted: t("why.workingDay"),
    weekend: t("why.dayOff"),
    holiday: t("why.holiday"),
    "make-up": t("why.makeUp"),
  };
  const [first] = strip;
  const blanks = first === undefined ? 0 : (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const shortWeekday = (day: string) =>
    language.startsWith("zh") ? fullDay(day).slice(-1) : fullDay(day).slice(0, 2);
  return (
    <figure className="strip">
      <figcaption>
        {t("why.countedText", {
          from: fullDay(reckoning.after),
          days: reckoning.workingDays,
          last: fullDay(reckoning.lastDay),
        })}
      </figcaption>
      <div className="strip-weekdays" aria-hidden="true">
        {WEEKDAYS_FROM_MONDAY.map((day) => (
          <span key={day}>{shortWeekday(day)}</span>
        ))}
      </div>
      <ol className="strip-days">
        {Array.from({ length: blanks }, (_, blank) => (
          <li key={`blank-${blank}`} className="strip-blank" aria-hidden="true" />
        ))}
        {strip.map(({ day, kind, ordinal, isLast }) => (
          <li
            key={day}
            className={`strip-day strip-${kind}${isLast ? " strip-last" : ""}`}
            title={fullDay(day)}
          >
            <span className="strip-date">{dateOf(day)}</span>
            <span className="strip-mark">
              {kind === "counted" ? ordinal : kind === "make-up" ? `${ordinal} ${marks[kind]}` : marks[kind]}
            </span>
            {isLast ? <span className="strip-end">{t("why.end")}</span> : null}
          </li>
        ))}
      </ol>
      {reckoning.provisional ? <p className="notice notice-unknown">{t("why.provisional")}</p> : null}
      <p className="small-print">{t("why.calendarVersion", { version: reckoning.calendarVersion })}</p>
    </figure>
  );
}

function dateOf(day: string): string {
  const date = Number(day.slice(8));
  return date === 1 ? `${Number(day.slice(5, 7))}/1` : String(date);
}
