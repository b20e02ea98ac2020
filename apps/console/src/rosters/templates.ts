import type { RosterLanguage } from "@jiedui/http-contracts";

/** The language of a workbook: as the console's. */
export function workbookLanguage(language: string): RosterLanguage {
  return language.startsWith("zh") ? "zh-CN" : "en";
}
