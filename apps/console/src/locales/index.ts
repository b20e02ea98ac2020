import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { zh } from "./zh-CN";

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
const WORDS_OF = { en: async () => (await import("./en")).en, "zh-CN": () => Promise.resolve(zh) };
const KEPT = "jiedui.language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "console";
    resources: { console: typeof zh };
  }
}

export async function startLanguages(): Promise<void> {
  const kept = localStorage.getItem(KEPT);
  const language = LANGUAGES.find((each) => each === kept) ?? "zh-CN";
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    defaultNS: "console",
    resources: { "zh-CN": { console: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  await learn(language);
  document.documentElement.lang = language;
}

/** Loads the words of a language; the Chinese ones come with the page. */
export async function learn(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "console")) return;
  i18next.addResourceBundle(language, "console", await WORDS_OF[language]());
}

export async function speak(language: Language): Promise<void> {
  await learn(language);
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
