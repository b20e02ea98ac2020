import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en";
import { zh } from "./zh-CN";

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
const KEPT = "jiedui.language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "console";
    resources: { console: typeof zh };
  }
}

export async function startLanguages(): Promise<void> {
  const kept = localStorage.getItem(KEPT);
  await i18next.use(initReactI18next).init({
    lng: LANGUAGES.find((each) => each === kept) ?? "zh-CN",
    fallbackLng: "zh-CN",
    defaultNS: "console",
    resources: { "zh-CN": { console: zh }, en: { console: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  document.documentElement.lang = i18next.language;
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
