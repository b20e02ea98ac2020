import { isDay, type Day } from "../time/day";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

export type ResidentIdFinding =
  "ok" | "not-18-characters" | "no-such-province" | "no-such-birthday" | "check-digit-wrong";

export const SEXES = ["male", "female"] as const;
export type Sex = (typeof SEXES)[number];

/** Province codes that numbers begin with (GB/T 2260), residence permits' 81 to 83 and 91 of foreigners among them. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Checks a resident identity number after GB 11643 (ISO 7064 mod 11-2). */
export function checkResidentId(text: string): ResidentIdFinding {
  const id = text.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return "not-18-characters";
  if (!PROVINCES.test(id)) return "no-such-province";
  if (birthdayOf(id) === undefined) return "no-such-birthday";
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return CHECKS[sum % 11] === id[17] ? "ok" : "check-digit-wrong";
}

export function birthdayOf(id: string): Day | undefined {
  const text = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  return isDay(text) ? text : undefined;
}

export function sexOf(id: string): Sex {
  return Number(id[16]) % 2 === 1 ? "male" : "female";
}
