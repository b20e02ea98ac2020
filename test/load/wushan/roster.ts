import { Random } from "@jiedui/database";
import { addDays, checkResidentId, day, type Day, type Sex } from "@jiedui/domain";
import { broken, BREAKAGES, type Breakage } from "./breakages";
import { personName } from "./names";
import { SHEETS, textOf, type RosterCell, type RosterPart, type RosterRow, type RosterSheet } from "./sheets";
import { unitsOf, type RosterUnit } from "./units";
import type { Place } from "./places";

/** 武山县 as its papers count it: 2,755 cadres for 14,286 households. */
export const WUSHAN = { cadres: 2_755, households: 14_286 } as const;

export interface RosterOptions {
  readonly places: readonly Place[];
  /** The day on which the county office closed the table: nothing in it is later. */
  readonly until: Day;
  readonly seed?: number;
  readonly cadres?: number;
  readonly households?: number;
  /** Of a hundred rows of each sheet. */
  readonly brokenPercent?: number;
  readonly mostHouseholdsOfCadre?: number;
}
export interface BrokenRow {
  readonly part: RosterPart;
  readonly line: number;
  /** "follows": the row is right, and the row of its cadre or household is broken. */
  readonly how: Breakage | "follows";
}
export interface Roster {
  readonly sheets: readonly RosterSheet[];
  readonly units: readonly RosterUnit[];
  /** Every row that cannot be taken over, and no other. */
  readonly broken: readonly BrokenRow[];
}

interface Cadre {
  readonly name: string;
  readonly unit: string;
  readonly row: RosterRow;
}
interface Household {
  readonly id: string;
  readonly row: RosterRow;
}

const FIRST_LINE = 2;
const YEARS_SIGNED = 9;
const RANKS = ["一般干部", "科级", "县级"] as const;
/** Heads of households are born here, or have married in from the counties around. */
const PREFIXES = ["620524", "620524", "620524", "620524", "620524", "620523", "620503", "621122"] as const;

/** The tables of a county that has kept its pairings on paper; the same options give the same tables. */
export function wushanRoster(options: RosterOptions): Roster {
  return new RosterMaker(options).make();
}

class RosterMaker {
  private readonly random: Random;
  private readonly ids = new Set<string>();
  private readonly counts: { readonly cadres: number; readonly households: number };
  private readonly until: Day;

  constructor(private readonly options: RosterOptions) {
    this.random = new Random(options.seed ?? 1);
    this.until = options.until;
    this.counts = {
      cadres: options.cadres ?? WUSHAN.cadres,
      households: options.households ?? WUSHAN.households,
    };
  }

  make(): Roster {
    const units = unitsOf([...new Set(this.options.places.map(({ township }) => township))]);
    const cadres = this.cadres(units);
    const households = this.households();
    const pairs = this.pairs(cadres, households);
    const helpers = this.sheetOf(
      "helpers",
      cadres.map(({ row }) => row),
    );
    const subjects = this.sheetOf(
      "households",
      households.map(({ row }) => row),
    );
    const linked = this.sheetOf("pairs", pairs);
    const follows = this.following(pairs, helpers, subjects, linked.broken);
    return {
      sheets: [helpers.sheet, subjects.sheet, linked.sheet],
      units,
      broken: [...helpers.broken, ...subjects.broken, ...linked.broken, ...follows],
    };
  }

  private cadres(units: readonly RosterUnit[]): Cadre[] {
    const inUnit = new Set<string>();
    return Array.from({ length: this.counts.cadres }, (_none, index) => {
      const unit = units[Math.floor((index * units.length) / this.counts.cadres)]?.name ?? "";
      const name = this.nameIn(unit, inUnit);
      const drawn = this.random.fraction();
      const row = {
        干部姓名: name,
        所在单位: unit,
        职级: drawn < 0.82 ? RANKS[0] : drawn < 0.98 ? RANKS[1] : RANKS[2],
        联系电话: this.phone(),
      };
      return { name, unit, row };
    });
  }

  /** Two of one name in one office are told apart by the office itself. */
  private nameIn(unit: string, taken: Set<string>): string {
    for (;;) {
      const name = personName(this.random, this.sex(0.62), this.random.between(1967, 2001));
      if (taken.has(`${unit}/${name}`)) continue;
      taken.add(`${unit}/${name}`);
      return name;
    }
  }

  private households(): Household[] {
    const { places } = this.options;
    const weights = places.map(() => this.random.between(10, 70));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let [reached, at] = [0, 0];
    return Array.from({ length: this.counts.households }, (_none, index) => {
      while ((index + 0.5) * whole > (reached + (weights[at] ?? 0)) * this.counts.households) {
        reached += weights[at] ?? 0;
        at += 1;
      }
      const place = places[at];
      if (place === undefined) throw new Error("the county has no villages");
      return this.household(place);
    });
  }

  private household({ township, village }: Place): Household {
    const sex = this.sex(0.85);
    const bornIn = this.random.between(1936, 1996);
    const id = this.residentId(bornIn, sex);
    const group = `${this.random.between(1, 9)}组`;
    const row = {
      户主姓名: personName(this.random, sex, bornIn),
      户主身份证号: id,
      户类别: this.random.happens(0.8) ? "贫困户" : "",
      乡镇: township,
      行政村: village,
      家庭住址: `${village}${group}`,
      联系电话: this.random.happens(0.6) ? this.phone() : "",
      备注: this.random.happens(0.05) ? this.random.pick(["外出务工", "低保", "已搬新居"]) : "",
    };
    return { id, row };
  }

  private pairs(cadres: readonly Cadre[], households: readonly Household[]): RosterRow[] {
    const leads = this.householdsOfEach().flatMap((held, index) => Array<number>(held).fill(index));
    return households.map(({ id }, index) => {
      const cadre = cadres[leads[index] ?? 0];
      if (cadre === undefined) throw new Error("nobody helps");
      const signedOn = addDays(this.until, -this.random.between(40, YEARS_SIGNED * 365));
      return {
        户主身份证号: id,
        帮扶干部: cadre.name,
        所在单位: cadre.unit,
        签约日期: this.written(signedOn),
        最近走访日期: this.lastVisit(signedOn),
        阶段: this.random.happens(0.9) ? "帮扶中" : "",
      };
    });
  }

  /** Nobody without a household, nobody beyond the limit, some with more than others. */
  private householdsOfEach(): number[] {
    const { cadres, households } = this.counts;
    const most = this.options.mostHouseholdsOfCadre ?? 8;
    if (households > cadres * most || households < cadres)
      throw new Error(`${cadres} cadres cannot hold ${households} households`);
    const held = Array.from(
      { length: cadres },
      (_none, index) =>
        Math.floor(((index + 1) * households) / cadres) - Math.floor((index * households) / cadres),
    );
    for (let from = 0; from < cadres; from += 1) {
      const to = this.random.between(0, cadres - 1);
      const moved = Math.min(this.random.between(0, 2), (held[from] ?? 0) - 1, most - (held[to] ?? 0));
      if (moved <= 0 || from === to) continue;
      held[from] = (held[from] ?? 0) - moved;
      held[to] = (held[to] ?? 0) + moved;
    }
    return held;
  }

  private lastVisit(signedOn: Day): RosterCell {
    if (this.random.happens(0.07)) return "";
    const visitedOn = addDays(this.until, -this.random.between(0, this.random.happens(0.8) ? 45 : 300));
    return this.written(visitedOn < signedOn ? signedOn : visitedOn);
  }

  /** Mostly as the spreadsheet keeps days, otherwise as each hand writes them. */
  private written(on: Day): RosterCell {
    if (this.random.happens(0.6)) return { day: on };
    const [year = "", month = "", ofMonth = ""] = on.split("-");
    const [m, d] = [Number(month), Number(ofMonth)];
    return this.random.pick([on, `${year}/${m}/${d}`, `${year}.${m}.${d}`, `${year}年${m}月${d}日`]);
  }

  private residentId(bornIn: number, sex: Sex): string {
    for (;;) {
      const born = addDays(day(`${bornIn}-01-01`), this.random.between(0, 364)).replaceAll("-", "");
      const ordinal = 2 * this.random.between(0, 499) + (sex === "male" ? 1 : 0);
      const digits = `${this.random.pick(PREFIXES)}${born}${String(ordinal).padStart(3, "0")}`;
      const id = [..."0123456789X"]
        .map((check) => digits + check)
        .find((each) => checkResidentId(each) === "ok");
      if (id === undefined) throw new Error(`${digits} has no check digit`);
      if (this.ids.has(id)) continue;
      this.ids.add(id);
      return id;
    }
  }

  private sheetOf(part: RosterPart, rows: readonly RosterRow[]): { sheet: RosterSheet; broken: BrokenRow[] } {
    const kinds = BREAKAGES[part];
    const many = Math.round((rows.length * (this.options.brokenPercent ?? 2)) / 100);
    const lines = new Set<number>();
    while (lines.size < many) lines.add(this.random.between(0, rows.length - 1));
    const present = [...rows];
    const found: BrokenRow[] = [];
    for (const [ordinal, index] of [...lines].entries()) {
      const [row, how] = [present[index], kinds[ordinal % kinds.length]];
      if (row === undefined || how === undefined) throw new Error("there is no such row");
      const done = broken(row, how, {
        random: this.random,
        until: this.until,
        freeId: () => this.residentId(1960, "male"),
      });
      const at = done.again ? present.length : index;
      present[at] = done.row;
      found.push({ part, line: at + FIRST_LINE, how });
    }
    const numbered = present.map((row, index): RosterRow => ({ 序号: index + 1, ...row }));
    return { sheet: { part, ...SHEETS[part], rows: numbered }, broken: found };
  }

  /** Pairs that fail with the row of their cadre or household. */
  private following(
    pairs: readonly RosterRow[],
    helpers: { readonly sheet: RosterSheet; readonly broken: readonly BrokenRow[] },
    households: { readonly sheet: RosterSheet; readonly broken: readonly BrokenRow[] },
    itself: readonly BrokenRow[],
  ): BrokenRow[] {
    const gone = new Set(itself.map(({ line }) => line));
    const badHouseholds = new Set(households.broken.filter(isInstead).map(({ line }) => line));
    const badCadres = new Set(helpers.broken.filter(isInstead).map(({ line }) => line));
    const cadreIn = (row: RosterRow, name: string) => `${textOf(row, "所在单位")}/${textOf(row, name)}`;
    const lineOf = new Map(
      helpers.sheet.rows.map((row, index) => [cadreIn(row, "干部姓名"), index + FIRST_LINE]),
    );
    return pairs.flatMap((row, index) => {
      const line = index + FIRST_LINE;
      const cadre = lineOf.get(cadreIn(row, "帮扶干部"));
      const isRight = !badHouseholds.has(line) && cadre !== undefined && !badCadres.has(cadre);
      return isRight || gone.has(line) ? [] : [{ part: "pairs" as const, line, how: "follows" as const }];
    });
  }

  private sex(male: number): Sex {
    return this.random.happens(male) ? "male" : "female";
  }

  /** Numbers that no network has given out. */
  private phone(): string {
    return `1990000${String(this.random.between(0, 9_999)).padStart(4, "0")}`;
  }
}

function isInstead({ how }: BrokenRow): boolean {
  return how !== "helper-twice" && how !== "household-twice";
}
