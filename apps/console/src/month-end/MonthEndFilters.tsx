import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { MonthEndSearch } from "../app/search";
import { DayField } from "../forms/DayField";
import { OrganisationPicker } from "../forms/pickers";
import { AreaFilter, Filters } from "../lists/filters";
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
    <Filters>
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
      <AreaFilter value={search.area} onChange={(area) => onChange({ area })} />
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
    </Filters>
  );
}
