import { shortDay, type Words } from "./dates";

export type Values = Readonly<Record<string, string | number>>;
export interface Teller {
  words: Words;
  language: string;
}

/** A listed code in words; one that the console does not know yet is shown as it is. */
export function term(words: Words, list: string, code: string): string {
  const key = `terms.${list}.${code}` as "terms.product";
  const found = words(key, { defaultValue: code });
  return found === "" ? code : found;
}

export const none = (): Values => ({});
export const days =
  (...names: string[]) =>
  (facts: object, { language }: Teller): Values =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([name]) => names.includes(name))
        .map(([name, day]) => [name, shortDay(String(day), language)]),
    );
export const numbers =
  (...names: string[]) =>
  (facts: object): Values =>
    Object.fromEntries(
      Object.entries(facts)
        .filter(([name]) => names.includes(name))
        .map(([name, value]) => [name, Number(value)]),
    );
export const list = (words: Words, kind: string, codes: readonly string[]) =>
  codes.map((code) => term(words, kind, code)).join(words("outcomes.separator"));
