import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readText } from "./read-text";
import { readWorkbook } from "./read-workbook";
import { kindOfFile } from "./workbook-guard";

async function made(change: (sheet: string) => string = (sheet) => sheet): Promise<Buffer> {
  const { default: write } = await import("write-excel-file/node");
  const rows = [
    ["姓名", "号码", "日期"],
    ["王伟", 620524199001011230, { value: new Date("2020-03-05T00:00:00Z"), format: "yyyy/m/d" }],
    ["张敏", "007", "2020年3月5日"],
  ];
  const bytes = await write([{ sheet: "甲&乙", data: rows }]).toBuffer();
  const files = unzipSync(bytes);
  const path = "xl/worksheets/sheet1.xml";
  return Buffer.from(
    zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) }),
  );
}

describe("a workbook that is read", () => {
  it("gives texts as they are, numbers as they stand there, and days as days", async () => {
    const bytes = await made();
    expect(kindOfFile(bytes)).toBe("workbook");
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.name).toBe("甲&乙");
    expect(sheet?.lines).toEqual([
      ["姓名", "号码", "日期"],
      ["王伟", { number: "620524199001011200" }, { day: "2020-03-05" }],
      ["张敏", "007", "2020年3月5日"],
    ]);
  });

  it("says which cells are merged and which hold formulas, those without a result too", async () => {
    const [sheet] = await readWorkbook(
      await made((xml) =>
        xml
          .replace(/<c r="A3"[^>]*>.*?<\/c>/, '<c r="A3"><f>A9</f></c>')
          .replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
      ),
    );
    expect([...(sheet?.formulas ?? [])]).toEqual(["3:1"]);
    expect(sheet?.merged).toEqual([{ top: 2, left: 2, bottom: 3, right: 2 }]);
    expect(sheet?.lines[2]?.[0]).toBeNull();
  });
});

describe("a workbook that is none", () => {
  it.each<[string, string, (files: Record<string, Uint8Array>) => Record<string, Uint8Array>]>([
    [
      "whose list of sheets is broken",
      "ROSTER_FILE_DAMAGED",
      (files) => ({ ...files, "xl/workbook.xml": strToU8("<broken") }),
    ],
    [
      "whose sheet is missing",
      "ROSTER_FILE_DAMAGED",
      ({ "xl/worksheets/sheet1.xml": _gone, ...files }) => files,
    ],
  ])("%s is refused with %s", async (_how, code, change) => {
    const files = change(unzipSync(await made()));
    await expect(readWorkbook(Buffer.from(zipSync(files)))).rejects.toMatchObject({ code });
  });
});

describe("a text that is read", () => {
  it("is split at what its first line is split at, with the digits that a formula has kept", () => {
    const { format, table } = readText(Buffer.from('\ufeff姓名;号码\r\n"王;伟";="007"\r\n'));
    expect(format).toBe("csv-utf-8");
    expect(table.lines).toEqual([
      ["姓名", "号码"],
      ["王;伟", "007"],
    ]);
  });
});
