import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import i18next from "i18next";

/** The calendar reads what was typed by the words of one language, the same for the whole page. */
function speak(language: string): void {
  dayjs.locale(language.startsWith("zh") ? "zh-cn" : "en");
}

speak(i18next.resolvedLanguage ?? "zh-CN");
i18next.on("languageChanged", speak);
