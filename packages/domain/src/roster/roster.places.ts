import type { DivisionCode } from "../area/division-code";
import { levelOf } from "../area/division-code";

export interface NamedArea {
  readonly code: DivisionCode;
  readonly name: string;
}
export type FoundPlace =
  | { readonly found: DivisionCode }
  | { readonly missing: "township" | "village" }
  | { readonly ambiguous: number };

const COMMITTEE = /(村民|居民)委员会$|村委会$|居委会$/;
const TOWNSHIP_LEVEL = /(镇|乡|街道|街道办事处)$/;

interface Village extends NamedArea {
  readonly stem: string;
  /** A village's or residents' committee; only a name that says it outright has it said. */
  readonly committee: "village" | "residents" | null;
}

/** Finds a village of a county by the names that the county's papers give it and its township. */
export class PlaceFinder {
  private readonly townships = new Map<string, DivisionCode[]>();
  private readonly villages = new Map<string, Village[]>();

  /** @param areas the townships and villages of the county */
  constructor(areas: readonly NamedArea[]) {
    for (const area of areas) {
      if (levelOf(area.code) === "township")
        for (const name of new Set([plain(area.name), plain(area.name).replace(TOWNSHIP_LEVEL, "")]))
          this.townships.set(name, [...(this.townships.get(name) ?? []), area.code]);
      else if (levelOf(area.code) === "village") {
        const township = area.code.slice(0, 9);
        this.villages.set(township, [...(this.villages.get(township) ?? []), villageOf(area)]);
      }
    }
  }

  find(township: string, village: string): FoundPlace {
    const asked = plain(township);
    const codes = this.townships.get(asked) ?? this.townships.get(asked.replace(TOWNSHIP_LEVEL, "")) ?? [];
    const [code] = codes;
    if (code === undefined || codes.length > 1) return { missing: "township" };
    const candidates = this.villages.get(code.slice(0, 9)) ?? [];
    const wanted = villageOf({ code, name: village });
    const exact = candidates.filter(({ name }) => briefly(name) === briefly(village));
    if (exact.length === 1 && exact[0] !== undefined) return { found: exact[0].code };
    // 「李家村」 may be the village committee of 李家 or of 李家村.
    const stems = [wanted.stem, plain(village), plain(village).replace(/村$/, "")].filter(
      (stem) => stem !== "",
    );
    for (const stem of stems) {
      const named = candidates.filter((each) => each.stem === stem);
      const told = named.filter(
        ({ committee }) => wanted.committee === null || committee === wanted.committee,
      );
      const [only] = told.length > 0 ? told : named;
      if (only !== undefined && (told.length === 1 || named.length === 1)) return { found: only.code };
      const ofVillagers = told.filter(({ committee }) => committee === "village");
      if (ofVillagers.length === 1 && ofVillagers[0] !== undefined) return { found: ofVillagers[0].code };
      if (named.length > 1) return { ambiguous: named.length };
    }
    return { missing: "village" };
  }
}

function villageOf({ code, name }: NamedArea): Village {
  const bare = plain(name);
  const isVillage = /村民委员会$|村委会$/.test(bare);
  const isResidents = /居民委员会$|居委会$/.test(bare);
  return {
    code,
    name,
    stem: bare.replace(COMMITTEE, "").replace(/社区$/, "") || bare,
    committee: isVillage ? "village" : isResidents || bare.endsWith("社区") ? "residents" : null,
  };
}

function briefly(name: string): string {
  return plain(name)
    .replace(/村民委员会$/, "村委会")
    .replace(/居民委员会$/, "居委会")
    .replace(/社区居委会$/, "社区");
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "");
}
