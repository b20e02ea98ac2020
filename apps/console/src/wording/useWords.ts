import { useTranslation } from "react-i18next";
import { createContext, useContext, useMemo } from "react";
import { useToday } from "../session/session";
import { dueInWords, fullDay, fullInstant, monthName, nearDay, shortDay } from "./dates";
import { term } from "./told-values";

/** Paper is read in other years: on it no date goes without its year. */
export const OnPaper = createContext(false);

/** Everything that is said in words, in the language and on the day of the one who reads. */
export function useWords() {
  const { t, i18n } = useTranslation("console");
  const today = useToday();
  const language = i18n.language;
  const isPaper = useContext(OnPaper);
  return useMemo(
    () => ({
      t,
      language,
      today,
      term: (list: string, code: string) => term(t, list, code),
      fullDay: (day: string) => fullDay(day, language),
      shortDay: (day: string) => shortDay(day, language, isPaper ? undefined : today),
      nearDay: (day: string) => nearDay(day, today, t, language),
      month: (month: string) => monthName(month, language, isPaper ? undefined : today),
      instant: (instant: string) => fullInstant(instant, language),
      due: (dueOn: string, workingDaysOverdue: number | null = null) =>
        dueInWords(dueOn, today, t, workingDaysOverdue),
    }),
    [t, language, today, isPaper],
  );
}
export type Wording = ReturnType<typeof useWords>;
