import { addDays, type Day } from "../../time/day";

/** A day of the year as month × 100 + day, and when it comes round. */
export interface DayOfYear {
  readonly monthDay: number;
  readonly on: Day;
}

/** Which days of the year come round within so many days; who was born on a leap day keeps it on 28 February. */
export function daysOfYearWithin(today: Day, days: number): readonly DayOfYear[] {
  const coming: DayOfYear[] = [];
  for (let ahead = 0; ahead <= days; ahead += 1) {
    const on = addDays(today, ahead);
    const monthDay = Number(on.slice(5, 7)) * 100 + Number(on.slice(8));
    coming.push({ monthDay, on });
    if (monthDay === 228 && addDays(on, 1).endsWith("-03-01")) coming.push({ monthDay: 229, on });
  }
  return coming;
}
