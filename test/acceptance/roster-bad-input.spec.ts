import { strToU8, strFromU8, unzipSync, zipSync } from "fflate";
import iconv from "iconv-lite";
import type { Visitor } from "../support/http";
import { HOUSEHOLD_HEADINGS, householdRow, residentId, sendRoster, workbookOf } from "../support/roster";
import { TestWorld } from "../support/world";

const LIMITS = { rows: 100_000, bytes: 20 * 1024 * 1024 };

describe("a file that is no county's workbook", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let good: Buffer;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
    good = await workbookOf([
      { name: "帮扶户", rows: [HOUSEHOLD_HEADINGS, householdRow(1), householdRow(2)] },
    ]);
  }, 60_000);
  afterAll(() => world.close());

  /** The same workbook with something else in one of its parts. */
  const altered = (part: string, change: (xml: string) => string) => {
    const files = unzipSync(good);
    const path = Object.keys(files).find((name) => name.includes(part)) ?? part;
    return Buffer.from(
      zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) }),
    );
  };
  const compound = (content: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(content, "utf16le"),
    ]);
  const bomb = () =>
    Buffer.from(zipSync({ ...unzipSync(good), "xl/media/zero.xml": new Uint8Array(280 * 1024 * 1024) }));

  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["is empty", "ROSTER_FILE_EMPTY", () => new Uint8Array()],
    ["has nothing but empty lines", "ROSTER_FILE_EMPTY", () => Buffer.from(",,\r\n,,\r\n")],
    ["needs a password", "ROSTER_FILE_ENCRYPTED", () => compound("EncryptedPackage")],
    ["is of the old format", "ROSTER_FILE_OLD_FORMAT", () => compound("Workbook")],
    [
      "is another archive",
      "ROSTER_FILE_NOT_A_WORKBOOK",
      () => zipSync({ "word/document.xml": strToU8("<a/>") }),
    ],
    [
      "is a picture",
      "ROSTER_FILE_NOT_A_WORKBOOK",
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xff]),
    ],
    ["is cut off", "ROSTER_FILE_DAMAGED", () => good.subarray(0, good.length / 2)],
    ["has broken parts", "ROSTER_FILE_DAMAGED", () => altered("workbook.xml", () => "<broken")],
    ["unpacks to hundreds of megabytes", "ROSTER_FILE_TOO_LARGE_UNPACKED", bomb],
    ["is of no encoding", "ROSTER_ENCODING_UNKNOWN", () => Buffer.from([0xb5, 0xff, 0xff, 0xfe, 0x80, 0xff])],
    [
      "has 200,000 rows",
      "ROSTER_TOO_MANY_ROWS",
      () => Buffer.from([HOUSEHOLD_HEADINGS.join(), ...Array<string>(200_000).fill("a,b,c,d,e")].join("\n")),
    ],
    [
      "has no headings that are known",
      "ROSTER_NO_TABLE",
      () =>
        workbookOf([
          {
            name: "表",
            rows: [
              ["甲", "乙"],
              ["1", "2"],
            ],
          },
        ]),
    ],
  ])(
    "is refused when it %s, with %s, and leaves nothing",
    async (_how, code, make) => {
      const answer = await sendRoster(clerk, await make());
      expect([answer.status, answer.code]).toEqual([422, code]);
      if (code === "ROSTER_TOO_MANY_ROWS") expect(answer.facts).toMatchObject({ limit: LIMITS.rows });
      expect((await clerk.get<{ items: unknown[] }>("/api/rosters")).body.items).toEqual([]);
    },
    90_000,
  );

  it("is refused when it is too large to be sent, or says that it is something else", async () => {
    const large = await sendRoster(clerk, new Uint8Array(LIMITS.bytes + 1));
    expect([large.status, large.code]).toEqual([413, "FILE_TOO_LARGE"]);
    const asJson = await clerk.post("/api/rosters?programmeId=baokang&areaCode=420626000000", { rows: [] });
    expect([asJson.status, asJson.body["code"]]).toEqual([422, "ROSTER_FILE_NOT_A_WORKBOOK"]);
    const elsewhere = await sendRoster(clerk, good, { programmeId: "nowhere" });
    expect([elsewhere.status, elsewhere.code]).toEqual([409, "PROGRAMME_NOT_FOUND"]);
    expect((await sendRoster(clerk, good, { areaCode: "420000000000" })).status).toBe(404);
  }, 60_000);

  it("while it is read, does not keep the api from answering others", async () => {
    let isRead = false;
    const large = Buffer.from(
      [
        HOUSEHOLD_HEADINGS.join(),
        ...Array.from({ length: 60_000 }, (_none, index) => householdRow((index % 900) + 1).join()),
      ].join("\n"),
    );
    const reading = sendRoster(clerk, large).finally(() => (isRead = true));
    let answered = 0;
    let slowestMs = 0;
    while (!isRead) {
      const beganMs = Date.now();
      expect((await clerk.get("/api/helpers")).status).toBe(200);
      slowestMs = Math.max(slowestMs, Date.now() - beganMs);
      answered += 1;
    }
    expect((await reading).status).toBe(201);
    expect(answered).toBeGreaterThan(3);
    expect(slowestMs).toBeLessThan(5_000);
  }, 180_000);
});

describe("a workbook as offices keep them", () => {
  let world: TestWorld;
  let clerk: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open();
    clerk = await world.clerk();
  }, 60_000);
  afterAll(() => world.close());

  const lines = [HOUSEHOLD_HEADINGS, householdRow(1), householdRow(2), householdRow(3, "6.20524E+17")];
  const csv = lines.map((line) => line.join()).join("\r\n");
  const counts = async (bytes: Uint8Array) => {
    const { status, body } = await sendRoster(clerk, bytes);
    return [status, body["format"], body.ready, body.reasons.map(({ code }) => code)];
  };

  it.each<[string, Buffer, string]>([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${csv}`), "csv-utf-8"],
    ["UTF-8 without one", Buffer.from(`${csv}\r\n`), "csv-utf-8"],
    ["GB18030", iconv.encode(csv, "gb18030"), "csv-gb18030"],
    ["tabs and numbers kept by a formula", Buffer.from(tabbed()), "csv-utf-8"],
  ])("is read from a text in %s, row by row", async (_how, bytes, format) => {
    expect(await counts(bytes)).toEqual([201, format, 2, ["DIGITS_LOST"]]);
  });

  function tabbed(): string {
    return lines
      .map((line, index) =>
        line.map((cell) => (index > 0 && /^\d{17}/.test(cell) ? `="${cell}"` : cell)).join("\t"),
      )
      .join("\n");
  }

  it("says of merged cells, formulas, hidden sheets and characters that cannot be kept where they are", async () => {
    const made = await workbookOf([
      {
        name: "帮扶户",
        rows: [
          HOUSEHOLD_HEADINGS,
          householdRow(1),
          householdRow(2),
          ["户主3", residentId(3), "产业大户", null, null],
          householdRow(4),
          householdRow(5),
        ],
      },
      { name: "去年", rows: [HOUSEHOLD_HEADINGS, householdRow(6)] },
    ]);
    const files = unzipSync(made);
    const change = (part: string, from: RegExp, to: string) => {
      const path = Object.keys(files).find((name) => name.endsWith(part)) ?? "";
      const xml = strFromU8(files[path] ?? new Uint8Array());
      if (!from.test(xml)) throw new Error(`${part} has no ${String(from)}`);
      files[path] = strToU8(xml.replace(from, to));
    };
    change("xl/workbook.xml", /(<sheet [^>]*name="去年")/, '$1 state="hidden"');
    change(
      "sheet1.xml",
      /<\/sheetData>/,
      '</sheetData><mergeCells count="2"><mergeCell ref="D3:D4"/><mergeCell ref="E3:E4"/></mergeCells>',
    );
    // A formula with the result that it last had, and one without any.
    change("sheet1.xml", /<c r="A5"[^>]*>.*?<\/c>/, '<c r="A5" t="str"><f>"户主"&amp;4</f><v>户主4</v></c>');
    change("sheet1.xml", /<c r="A6"[^>]*>.*?<\/c>/, '<c r="A6"><f>B9</f></c>');
    const { status, body } = await sendRoster(clerk, zipSync(files));
    expect(status).toBe(201);
    expect(body.sheets.map(({ name, hidden, rows }) => [name, hidden, rows])).toEqual([
      ["帮扶户", false, 5],
      ["去年", true, 1],
    ]);
    expect(body.remarks).toMatchObject([
      { code: "FROM_FORMULA", column: "household-name", rows: 1 },
      { code: "FROM_MERGED_CELL", column: "township", rows: 1 },
      { code: "FROM_MERGED_CELL", column: "village", rows: 1 },
    ]);
    expect(body.reasons).toMatchObject([
      { code: "FORMULA_WITHOUT_RESULT", lines: [{ sheet: "帮扶户", line: 6 }] },
    ]);
    const nul = await sendRoster(
      clerk,
      Buffer.from(`${HOUSEHOLD_HEADINGS.join()}\n户主\u0000七,${residentId(7)},产业大户,城关镇,光千社区`),
    );
    expect([nul.status, nul.body.reasons.map(({ code }) => code)]).toEqual([201, ["CELL_NOT_TEXT"]]);
  });

  it("gives back what begins like a formula as the text that it is", async () => {
    const { body } = await sendRoster(
      clerk,
      Buffer.from(`${HOUSEHOLD_HEADINGS.join()}\n=1+1,${residentId(8)},五保,城关镇,光千社区`),
    );
    const { bytes } = await clerk.download(`/api/rosters/${body.id}/failed-rows`);
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).not.toContain("<f>");
    expect(bytes.length).toBeGreaterThan(0);
  });
});
