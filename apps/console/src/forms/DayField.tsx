import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import "./calendar-language";

const TYPED = ["YYYY-MM-DD", "YYYY-M-D", "YYYYMMDD", "YYYY/M/D", "YYYY年M月D日"];

/** A day as `YYYY-MM-DD`, shown as people write it; typing works in any of the usual ways. */
export function DayField({
  value,
  onChange,
  latest,
  earliest,
  placeholder,
  allowClear = false,
  ...rest
}: {
  id?: string;
  value?: string;
  onChange?: (day: string | undefined) => void;
  latest?: string;
  earliest?: string;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  "aria-label"?: string;
}) {
  const { i18n } = useTranslation();
  const shown = i18n.language.startsWith("zh") ? "YYYY年M月D日 ddd" : "ddd D MMM YYYY";
  return (
    <DatePicker
      {...rest}
      className="day-field"
      allowClear={allowClear}
      placeholder={placeholder}
      format={[shown, ...TYPED]}
      value={value === undefined ? null : dayjs(value)}
      minDate={earliest === undefined ? undefined : dayjs(earliest)}
      maxDate={latest === undefined ? undefined : dayjs(latest)}
      onKeyDown={takesOnlyTheDay}
      onChange={(day: Dayjs | Dayjs[] | null) =>
        onChange?.(day === null || Array.isArray(day) ? undefined : day.format("YYYY-MM-DD"))
      }
    />
  );
}

/** Enter takes the day that was typed; a browser would send the whole form as well, with the day not yet in it. */
function takesOnlyTheDay(event: KeyboardEvent): void {
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
}
