import { placeOf, type MergedCells } from "@jiedui/domain";
import { unzipSync } from "fflate";

/** What the reading library does not tell of a sheet. */
export interface SheetMarks {
  readonly hidden: boolean;
  readonly rows: number;
  readonly formulas: ReadonlySet<string>;
  readonly merged: readonly MergedCells[];
}

const TEXT = new TextDecoder();
const SHEET = /<(?:\w+:)?sheet\s[^>]*>/g;
const RELATION = /<(?:\w+:)?Relationship\s[^>]*>/g;
const ROW = /<(?:\w+:)?row[\s>/]/g;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
const FORMULA = /<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f[\s>/]/g;

/** Of each sheet in the workbook's own order, by its name. */
export function marksOf(bytes: Uint8Array): Map<string, SheetMarks> {
  const files = unzipSync(bytes, {
    filter: ({ name }) =>
      /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  });
  const textOf = (path: string) => TEXT.decode(files[path] ?? new Uint8Array());
  const targets = new Map(
    all(textOf("xl/_rels/workbook.xml.rels"), RELATION).map(([tag = ""]) => [
      attributeOf(tag, "Id"),
      attributeOf(tag, "Target"),
    ]),
  );
  const marks = new Map<string, SheetMarks>();
  for (const [tag = ""] of all(textOf("xl/workbook.xml"), SHEET)) {
    const target = targets.get(attributeOf(tag, "(?:\\w+:)?id")) ?? "";
    const xml = textOf(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    marks.set(unescaped(attributeOf(tag, "name")), {
      hidden: /hidden/i.test(attributeOf(tag, "state")),
      rows: all(xml, ROW).length,
      formulas: new Set(
        all(xml, FORMULA).map(([, column = "", line = ""]) => placeOf(Number(line), ordinalOf(column))),
      ),
      merged: all(xml, MERGED).map(([, left = "", top = "", right = "", bottom = ""]) => ({
        top: Number(top),
        left: ordinalOf(left),
        bottom: Number(bottom),
        right: ordinalOf(right),
      })),
    });
  }
  return marks;
}

function all(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** A is 1, Z is 26, AA is 27. */
function ordinalOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&amp;", "&");
}
