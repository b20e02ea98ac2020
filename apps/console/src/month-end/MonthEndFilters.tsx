import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { MonthEndSearch } from "../app/search";
import { DayField } from "../forms/DayField";
import { AreaPicker, OrganisationPicker } from "../forms/pickers";
import { useClockDay } from "../session/session";
import { useWords } from "../wording/useWords";

/** Which month, whose, and what was recorded until when. */
export function MonthEndFilters({
  month,
  search,
  onChange,
}: {
  month: string;
  search: MonthEndSearch;
  onChange: (changed: Partial<MonthEndSearch>) => void;
}) {
  const { t, language } = useWords();
  const today = useClockDay();
  return (
    <div className="filters month-filters" role="search" aria-label={t("common.filters")}>
      <DatePicker
        className="day-field"
        picker="month"
        allowClear={false}
        aria-label={t("monthEnd.month")}
        format={language.startsWith("zh") ? "YYYY年M月" : "MMM YYYY"}
        value={dayjs(`${month}-01`)}
        maxDate={dayjs(today)}
        onChange={(chosen: Dayjs | Dayjs[] | null) => {
          if (chosen !== null && !Array.isArray(chosen))
            onChange({ month: chosen.format("YYYY-MM"), asOf: undefined });
        }}
      />
      <AreaPicker
        value={search.area}
        onChange={(area) => onChange({ area })}
        allowClear
        placeholder={t("pairings.anyArea")}
        aria-label={t("pairings.area")}
      />
      <OrganisationPicker
        value={search.unit}
        onChange={(unit) => onChange({ unit })}
        allowClear
        placeholder={t("monthEnd.anyUnit")}
        aria-label={t("monthEnd.unit")}
      />
      <DayField
        value={search.asOf}
        onChange={(asOf) => onChange({ asOf })}
        earliest={`${month}-01`}
        latest={today}
        allowClear
        placeholder={t("common.labelled", {
          label: t("monthEnd.asOf"),
          value: t("monthEnd.asOfPlaceholder"),
        })}
        aria-label={t("monthEnd.asOf")}
      />
    </div>
  );
}
