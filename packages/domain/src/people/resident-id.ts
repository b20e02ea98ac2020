import { isDay, type Day } from "../time/day";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

export type ResidentIdFinding = "ok" | "not-18-characters" | "no-such-birthday" | "check-digit-wrong";

/** Checks a resident identity number after GB 11643 (ISO 7064 mod 11-2); permits of residents from 81, 82, 83 pass too. */
export function checkResidentId(text: string): ResidentIdFinding {
  const id = text.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return "not-18-characters";
  if (birthdayOf(id) === undefined) return "no-such-birthday";
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return CHECKS[sum % 11] === id[17] ? "ok" : "check-digit-wrong";
}

export function birthdayOf(id: string): Day | undefined {
  const text = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  return isDay(text) ? text : undefined;
}

export function sexOf(id: string): "male" | "female" {
  return Number(id[16]) % 2 === 1 ? "male" : "female";
}
