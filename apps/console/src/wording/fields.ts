/** Reads the parts of an event's data, which travels as plain JSON. */
export type Data = Readonly<Record<string, unknown>>;

export function textOf(data: Data, name: string): string {
  const value = data[name];
  return typeof value === "string" ? value : "";
}

export function numberOf(data: Data, name: string): number {
  const value = data[name];
  return typeof value === "number" ? value : 0;
}

export function textsOf(data: Data, name: string): string[] {
  const value = data[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export function partOf(data: Data, name: string): Data | null {
  const value = data[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : null;
}

export function partsOf(data: Data, name: string): Data[] {
  const value = data[name];
  return Array.isArray(value)
    ? value.filter((each): each is Data => typeof each === "object" && each !== null)
    : [];
}

/** How working days were counted; see `WorkingDayCount` of the domain. */
export interface Reckoning {
  after: string;
  workingDays: number;
  lastDay: string;
  daysOff: readonly string[];
  makeUpDays: readonly string[];
  provisional: boolean;
  calendarVersion: string;
}

export function reckoningOf(data: Data | null): Reckoning | null {
  if (data === null || textOf(data, "after") === "" || textOf(data, "lastDay") === "") return null;
  return {
    after: textOf(data, "after"),
    workingDays: numberOf(data, "workingDays"),
    lastDay: textOf(data, "lastDay"),
    daysOff: textsOf(data, "daysOff"),
    makeUpDays: textsOf(data, "makeUpDays"),
    provisional: data.provisional === true,
    calendarVersion: textOf(data, "calendarVersion"),
  };
}
