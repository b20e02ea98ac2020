import { day, type Day } from "./day";

/** Traditional festivals, five of them by the lunar calendar, one (清明) by the sun's. */
export const FESTIVALS = [
  "spring-festival",
  "lantern",
  "qingming",
  "dragon-boat",
  "mid-autumn",
  "double-ninth",
] as const;
export type Festival = (typeof FESTIVALS)[number];

/**
 * Month and day of each festival of {@link FESTIVALS}, in its order. A table and no reckoning: what a case has derived
 * from it years ago is derived again at every replay, and must come out the same under any release.
 */
const DAYS_OF_YEAR: Readonly<Record<number, string>> = {
  2010: "0214 0228 0405 0616 0922 1016",
  2011: "0203 0217 0405 0606 0912 1005",
  2012: "0123 0206 0404 0623 0930 1023",
  2013: "0210 0224 0404 0612 0919 1013",
  2014: "0131 0214 0405 0602 0908 1002",
  2015: "0219 0305 0405 0620 0927 1021",
  2016: "0208 0222 0404 0609 0915 1009",
  2017: "0128 0211 0404 0530 1004 1028",
  2018: "0216 0302 0405 0618 0924 1017",
  2019: "0205 0219 0405 0607 0913 1007",
  2020: "0125 0208 0404 0625 1001 1025",
  2021: "0212 0226 0404 0614 0921 1014",
  2022: "0201 0215 0405 0603 0910 1004",
  2023: "0122 0205 0405 0622 0929 1023",
  2024: "0210 0224 0404 0610 0917 1011",
  2025: "0129 0212 0404 0531 1006 1029",
  2026: "0217 0303 0405 0619 0925 1018",
  2027: "0206 0220 0405 0609 0915 1008",
  2028: "0126 0209 0404 0528 1003 1026",
  2029: "0213 0227 0404 0616 0922 1016",
  2030: "0203 0217 0405 0605 0912 1005",
  2031: "0123 0206 0405 0624 1001 1024",
  2032: "0211 0225 0404 0612 0919 1012",
  2033: "0131 0214 0404 0601 0908 1001",
  2034: "0219 0305 0405 0620 0927 1020",
  2035: "0208 0222 0405 0610 0916 1009",
  2036: "0128 0211 0404 0530 1004 1027",
  2037: "0215 0301 0404 0618 0924 1017",
  2038: "0204 0218 0405 0607 0913 1007",
  2039: "0124 0207 0405 0527 1002 1026",
  2040: "0212 0226 0404 0614 0920 1014",
  2041: "0201 0215 0404 0603 0910 1003",
  2042: "0122 0205 0404 0622 0928 1022",
  2043: "0210 0224 0405 0611 0917 1011",
  2044: "0130 0213 0404 0531 1005 1029",
  2045: "0217 0303 0404 0619 0925 1018",
  2046: "0206 0220 0404 0608 0915 1008",
  2047: "0126 0209 0405 0529 1004 1027",
  2048: "0214 0228 0404 0615 0922 1016",
  2049: "0202 0216 0404 0604 0911 1005",
  2050: "0123 0206 0404 0623 0930 1024",
  2051: "0211 0225 0405 0613 0919 1013",
  2052: "0201 0215 0404 0601 0907 1030",
  2053: "0219 0305 0404 0620 0926 1020",
  2054: "0208 0222 0404 0610 0916 1009",
  2055: "0128 0211 0405 0530 1005 1028",
  2056: "0215 0229 0404 0617 0924 1017",
  2057: "0204 0218 0404 0606 0913 1007",
  2058: "0124 0207 0404 0625 1002 1025",
  2059: "0212 0226 0405 0614 0921 1014",
  2060: "0202 0216 0404 0603 0909 1002",
};

/** The festival's day in a year; absent in years that the table does not have: none is guessed. */
export function festivalDay(festival: Festival, year: number): Day | undefined {
  const text = DAYS_OF_YEAR[year]?.split(" ")[FESTIVALS.indexOf(festival)];
  return text === undefined ? undefined : day(`${year}-${text.slice(0, 2)}-${text.slice(2)}`);
}

export interface FestivalOfYear {
  readonly festival: Festival;
  readonly year: number;
  readonly day: Day;
}

/** The first of these festivals after a day; undefined when there is none within the table. */
export function firstFestivalAfter(after: Day, festivals: readonly Festival[]): FestivalOfYear | undefined {
  const thisYear = Number(after.slice(0, 4));
  for (const year of [thisYear, thisYear + 1]) {
    const ahead = festivals
      .flatMap((festival) => {
        const on = festivalDay(festival, year);
        return on === undefined || on <= after ? [] : [{ festival, year, day: on }];
      })
      .sort((one, other) => (one.day < other.day ? -1 : 1));
    if (ahead[0] !== undefined) return ahead[0];
  }
  return undefined;
}
