import { birthdayOf, checkResidentId, sexOf, type ResidentIdFinding } from "@jiedui/domain";

export interface ResidentIdReading {
  finding: ResidentIdFinding;
  birthday: string | undefined;
  sex: "male" | "female" | undefined;
}

/** What a number says by itself, as soon as it is long enough to say anything. */
export function findingOf(text: string | null | undefined): ResidentIdReading | undefined {
  const number = (text ?? "").trim().toUpperCase();
  if (number === "") return undefined;
  const finding = checkResidentId(number);
  const isReadable = number.length === 18 && finding !== "not-18-characters";
  return {
    finding,
    birthday: isReadable ? birthdayOf(number) : undefined,
    sex: isReadable ? sexOf(number) : undefined,
  };
}
