import type { Division } from "@jiedui/database";

const COUNTY = "620524";

export interface Place {
  readonly code: string;
  readonly township: string;
  /** As the county's papers write it. */
  readonly village: string;
}

/** The county's villages with their townships, of the divisions that come with this release. */
export function placesOfWushan(divisions: readonly Division[]): Place[] {
  const inCounty = divisions.filter(({ code }) => code.startsWith(COUNTY) && !code.endsWith("000000"));
  const townships = new Map(
    inCounty.filter(({ code }) => code.endsWith("000")).map(({ code, name }) => [code.slice(0, 9), name]),
  );
  const villages = inCounty.filter(({ code }) => !code.endsWith("000"));
  const stems = villages.map(({ code, name }) => `${code.slice(0, 9)}${stemOf(name)}`);
  return villages.map(({ code, name }, index) => ({
    code,
    township: townships.get(code.slice(0, 9)) ?? "",
    village: written(name, stems.filter((stem) => stem === stems[index]).length > 1),
  }));
}

function stemOf(name: string): string {
  return name.replace(/(社区)?(村民|居民)委员会$/, "");
}

/** Most that have become residents' committees are still called villages, unless there is another of the name. */
function written(name: string, isAmbiguous: boolean): string {
  if (name.endsWith("社区居民委员会")) return name.replace(/居民委员会$/, "");
  if (isAmbiguous) return name.replace(/居民委员会$/, "居委会").replace(/村民委员会$/, "村委会");
  return name.replace(/(村民|居民)委员会$/, "村");
}
