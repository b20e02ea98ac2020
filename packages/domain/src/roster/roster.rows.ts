import type { DivisionCode } from "../area/division-code";
import type { OrganisationKind } from "../organisation/organisation-kind";
import type { Rank } from "../people/rank";
import type { SubjectKind } from "../subject/subject-kind";
import type { Day } from "../time/day";
import {
  readCode,
  readDay,
  readName,
  readResidentId,
  readText,
  refused,
  withoutBlanks,
  type Reading,
} from "./roster.cells";
import { TABLE_PARTS, type RosterColumn, type RosterPart, type TablePart } from "./roster.columns";
import type { PlaceFinder } from "./roster.places";
import type { RosterRefusal, RosterRemark } from "./roster.refusal";
import { columnAt, placeOf, textOf, type RecognisedTable, type RosterCell } from "./roster.table";
import {
  codeOf,
  HELPER_PART_WORDS,
  RANK_WORDS,
  STAGE_WORDS,
  SUBJECT_KIND_WORDS,
  UNIT_KIND_WORDS,
} from "./roster.words";

export interface UnitValues {
  readonly part: "unit";
  readonly name: string;
  readonly kind: OrganisationKind;
}
export interface HelperValues {
  readonly part: "helper";
  readonly name: string;
  readonly unitName: string;
  readonly rank: Rank;
  readonly phone: string | null;
}
export interface HouseholdValues {
  readonly part: "household";
  readonly name: string;
  readonly residentId: string;
  readonly kind: SubjectKind;
  readonly areaCode: DivisionCode;
  readonly address: string | null;
  readonly phone: string | null;
}
export interface PairValues {
  readonly part: "pair";
  readonly residentId: string;
  readonly helperName: string;
  /** Null where the table has none: then the name alone has to do. */
  readonly unitName: string | null;
  readonly signedOn: Day;
  readonly lastVisitOn: Day | null;
  /** The day of its lift-out; null while it is in help. */
  readonly liftedOutOn: Day | null;
}
export interface CoHelperValues {
  readonly part: "co-helper";
  readonly residentId: string;
  readonly helperName: string;
  readonly unitName: string | null;
  /** The first day of helping along; null: since the signing. */
  readonly since: Day | null;
}
export type RosterValues = UnitValues | HelperValues | HouseholdValues | PairValues | CoHelperValues;

/** What one line tells of one part: its values, or why they cannot be read. */
export interface ReadRow {
  readonly part: RosterPart;
  /** Which of the file's tables, counted from 0. */
  readonly sheet: number;
  readonly line: number;
  readonly label: string;
  readonly values: RosterValues | null;
  readonly refusal: RosterRefusal | null;
  readonly remarks: readonly RosterRemark[];
  /** By what others refer to it, readable or not; null where that cannot be read. */
  readonly identity: string | null;
}

const MOST_NAME = 100;
const MOST_UNIT_NAME = 200;
const MOST_ADDRESS = 300;
const MOST_PHONE = 40;

/** Every row of a table, part by part; a line without anything in a known column is none. */
export function readRows(table: RecognisedTable, sheet: number, places: PlaceFinder): ReadRow[] {
  const { headingLine, columns, parts } = table;
  if (headingLine === null) return [];
  const knownAt = columns.flatMap(({ column }, index) => (column === null ? [] : [index]));
  const lines = table.table.lines.flatMap((cells, index) =>
    index + 1 > headingLine && knownAt.some((at) => textOf(cells[at] ?? null).trim() !== "")
      ? [index + 1]
      : [],
  );
  const seen = new Set<string>();
  return TABLE_PARTS.filter((part) => parts.includes(part)).flatMap((part) =>
    lines.flatMap((line) => {
      const row = new Line(table, sheet, line, places).read(part);
      if (parts.length === 1 || row.identity === null || part === "pair") return [row];
      // Where one line tells of several parts, a helper or household stands there once for each of its pairs.
      const key = `${part} ${row.identity}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [row];
    }),
  );
}

class Line {
  private readonly remarks: RosterRemark[] = [];
  private refusal: RosterRefusal | null = null;

  constructor(
    private readonly table: RecognisedTable,
    private readonly sheet: number,
    private readonly line: number,
    private readonly places: PlaceFinder,
  ) {}

  read(told: TablePart): ReadRow {
    const part = told === "pair" ? this.partOfPair() : told;
    const values = this.valuesOf(part);
    return {
      part,
      sheet: this.sheet,
      line: this.line,
      label: this.labelOf(part),
      values: this.refusal === null ? values : null,
      refusal: this.refusal,
      remarks: this.remarks,
      identity: this.identityOf(part),
    };
  }

  private valuesOf(part: RosterPart): RosterValues | null {
    switch (part) {
      case "unit": {
        const name = this.name("unit-name", MOST_UNIT_NAME);
        const kind = this.code("unit-kind", (text) => codeOf(UNIT_KIND_WORDS, text), "UNIT_KIND_UNKNOWN");
        return name === null || kind === null ? null : { part, name, kind };
      }
      case "helper": {
        const name = this.name("helper-name", MOST_NAME);
        const unitName = this.name("unit-name", MOST_UNIT_NAME);
        const rank = this.code("rank", (text) => codeOf(RANK_WORDS, text), "RANK_UNKNOWN");
        const phone = this.optional("helper-phone", MOST_PHONE);
        return name === null || unitName === null || rank === null
          ? null
          : { part, name, unitName, rank, phone };
      }
      case "household":
        return this.household();
      case "pair":
        return this.pair();
      case "co-helper":
        return this.coHelper();
    }
  }

  /** Without a word about it, a row tells of the lead helper. */
  private partOfPair(): "pair" | "co-helper" {
    const told = this.code(
      "helper-part",
      (text) => (text.trim() === "" ? "lead" : codeOf(HELPER_PART_WORDS, text)),
      "HELPER_PART_UNKNOWN",
    );
    return told === "co-helper" ? told : "pair";
  }

  private household(): HouseholdValues | null {
    const name = this.name("household-name", MOST_NAME);
    const residentId = this.take("resident-id", (cell) => readResidentId(cell, "resident-id"));
    const kind = this.code(
      "subject-kind",
      (text) => (text.trim() === "" ? "poor-household" : codeOf(SUBJECT_KIND_WORDS, text)),
      "SUBJECT_KIND_UNKNOWN",
    );
    const areaCode = this.place();
    const address = this.optional("address", MOST_ADDRESS);
    const phone = this.optional("household-phone", MOST_PHONE);
    if (name === null || residentId === null || kind === null || areaCode === null) return null;
    return { part: "household", name, residentId, kind, areaCode, address, phone };
  }

  private pair(): PairValues | null {
    const who = this.whoHelpsWhom();
    const signedOn = this.day("signed-on");
    if (signedOn === null) this.refuse({ code: "CELL_EMPTY", column: "signed-on" });
    const lastVisitOn = this.day("last-visit-on");
    const stage = this.stage();
    const liftedOutOn = this.day("lifted-out-on");
    if (stage === "revisiting" && liftedOutOn === null)
      this.refuse({ code: "CELL_EMPTY", column: "lifted-out-on" });
    if (stage === "helping" && liftedOutOn !== null)
      this.refuse({ code: "LIFTED_OUT_DAY_WITHOUT_STAGE", column: "lifted-out-on" });
    return who === null || signedOn === null
      ? null
      : { part: "pair", ...who, signedOn, lastVisitOn, liftedOutOn };
  }

  /** Its visits and its lift-out are told of in the lead's row. */
  private coHelper(): CoHelperValues | null {
    const who = this.whoHelpsWhom();
    const since = this.day("signed-on");
    this.stage();
    return who === null ? null : { part: "co-helper", ...who, since };
  }

  private whoHelpsWhom(): Pick<PairValues, "residentId" | "helperName" | "unitName"> | null {
    const residentId = this.take("resident-id", (cell) => readResidentId(cell, "resident-id"));
    const helperName = this.name("helper-name", MOST_NAME);
    const unitName = this.optional("unit-name", MOST_UNIT_NAME);
    if (residentId === null || helperName === null) return null;
    return { residentId, helperName, unitName: unitName === null ? null : withoutBlanks(unitName) };
  }

  private stage(): keyof typeof STAGE_WORDS | null {
    return this.code(
      "stage",
      (text) => (text.trim() === "" ? "helping" : codeOf(STAGE_WORDS, text)),
      "STAGE_NOT_TAKEN_OVER",
    );
  }

  private place(): DivisionCode | null {
    const township = this.name("township", MOST_NAME);
    const village = this.name("village", MOST_NAME);
    if (township === null || village === null) return null;
    const place = this.places.find(township, village);
    if ("found" in place) return place.found;
    if ("ambiguous" in place)
      this.refuse({ code: "VILLAGE_AMBIGUOUS", column: "village", count: place.ambiguous });
    else if (place.missing === "township") this.refuse({ code: "TOWNSHIP_UNKNOWN", column: "township" });
    else this.refuse({ code: "VILLAGE_UNKNOWN", column: "village" });
    return null;
  }

  private name(column: RosterColumn, most: number): string | null {
    return this.take(column, (cell) => {
      const read = readName(cell, column, most);
      if ("value" in read && read.value !== textOf(cell).trim())
        this.remarks.push({ code: "SPACES_TAKEN_OUT", column });
      return read;
    });
  }

  private optional(column: RosterColumn, most: number): string | null {
    return this.take(column, (cell) => readText(cell, column, most)) || null;
  }

  private day(column: RosterColumn): Day | null {
    return this.take(column, (cell) => readDay(cell, column));
  }

  private code<Code extends string>(
    column: RosterColumn,
    known: (text: string) => Code | undefined,
    code:
      | "RANK_UNKNOWN"
      | "SUBJECT_KIND_UNKNOWN"
      | "UNIT_KIND_UNKNOWN"
      | "HELPER_PART_UNKNOWN"
      | "STAGE_NOT_TAKEN_OVER",
  ): Code | null {
    return this.take(column, (cell) =>
      textOf(cell).trim() === "" && known("") === undefined
        ? refused({ code: "CELL_EMPTY", column })
        : readCode(cell, known, { code, column }),
    );
  }

  /** The first thing that is wrong with a row is what its reason says. */
  private take<Value>(column: RosterColumn, read: (cell: RosterCell) => Reading<Value>): Value | null {
    const at = columnAt(this.table, column);
    const cell = at === undefined ? null : this.cell(at);
    if (at !== undefined) this.remarkOn(at, column, cell);
    const reading = read(cell);
    if ("value" in reading) return reading.value;
    const isEmptyFormula = at !== undefined && textOf(cell) === "" && this.isFormula(at);
    this.refuse(isEmptyFormula ? { code: "FORMULA_WITHOUT_RESULT", column } : reading.refusal);
    return null;
  }

  private remarkOn(at: number, column: RosterColumn, cell: RosterCell): void {
    if (textOf(cell) === "") return;
    if (this.table.fromMerged.has(placeOf(this.line, at)))
      this.remarks.push({ code: "FROM_MERGED_CELL", column });
    if (this.isFormula(at)) this.remarks.push({ code: "FROM_FORMULA", column });
  }

  private isFormula(at: number): boolean {
    return this.table.table.formulas.has(placeOf(this.line, at));
  }

  private refuse(refusal: RosterRefusal): void {
    this.refusal ??= refusal;
  }

  private cell(at: number): RosterCell {
    return this.table.table.lines[this.line - 1]?.[at - 1] ?? null;
  }

  private told(column: RosterColumn): string {
    const at = columnAt(this.table, column);
    return at === undefined
      ? ""
      : withoutBlanks(textOf(this.cell(at)).trim()).replace(/\u0000|\p{Surrogate}/gu, "");
  }

  private labelOf(part: RosterPart): string {
    if (part === "unit") return this.told("unit-name");
    if (part === "helper") return this.told("helper-name");
    const household = this.told("household-name");
    if (part === "household") return household;
    return [household, this.told("helper-name")].filter((name) => name !== "").join(" ← ");
  }

  private identityOf(part: RosterPart): string | null {
    if (part === "unit") return this.told("unit-name") || null;
    if (part === "helper") return helperIdentity(this.told("unit-name"), this.told("helper-name"));
    const at = columnAt(this.table, "resident-id");
    const read = readResidentId(at === undefined ? null : this.cell(at), "resident-id");
    return "value" in read ? read.value : null;
  }
}

export function helperIdentity(unitName: string, name: string): string | null {
  return name === "" ? null : `${unitName}\u001f${name}`;
}
