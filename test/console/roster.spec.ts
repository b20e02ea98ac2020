import { readFile } from "node:fs/promises";
import path from "node:path";
import { HOUSEHOLDS, HOUSEHOLDS_RIGHT, SCHOOLS, WATER, sheetsUntil } from "../support/baokang-roster";
import { expectBooksToBalance } from "../support/books";
import { NARROW, Reader, WIDE } from "../support/browser";
import { readBack, workbookOf } from "../support/roster";
import { COUNTY, PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const CLERK = `county-office.${COUNTY}.nobody`;
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** What a spreadsheet of long ago begins with, and one that is locked. */
const OLD_WORKBOOK = Buffer.from("d0cf11e0a1b11ae1".padEnd(2_048, "0"), "hex");

describe("a county taken over at the console", () => {
  let world: TestWorld;
  let clerk: Reader;
  let file: Buffer;
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const visitor = await world.clerk();
    for (const name of [WATER, SCHOOLS])
      await visitor.post("/api/organisations", { name, kind: "party-or-government", areaCode: COUNTY });
    file = await workbookOf(sheetsUntil(await world.today()));
    clerk = await Reader.open(world.baseUrl, WIDE);
    await clerk.signIn(CLERK, PASSWORD);
  }, 90_000);
  afterAll(async () => {
    await clerk.close();
    await world.close();
  });

  it.each([
    ["花名册.xls", OLD_WORKBOOK, "旧格式（.xls）"],
    ["花名册.xlsx", Buffer.from("PK\u0003\u0004 cut off"), "损坏或不完整"],
    ["照片.xlsx", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), "不是 .xlsx 工作簿"],
    ["空.csv", Buffer.alloc(0), "文件里没有内容"],
    ["名单.csv", Buffer.from("张三,李四\n王五,赵六\n"), "没有找到认识的表头"],
  ])(
    "says why %s cannot be read",
    async (name, buffer, reason) => {
      await send(clerk, name, buffer);
      const refused = clerk.page.getByRole("alert");
      await refused.getByText(`没有读入“${name}”`).waitFor();
      expect(await refused.innerText()).toContain(reason);
      await clerk.picture("roster-unreadable");
      expect(await clerk.accessibilityFindings()).toEqual([]);
    },
    60_000,
  );

  it("is shown first: how many rows are good, and of each other one where it stands and what is wrong", async () => {
    const { page } = clerk;
    await send(clerk, "保康名册.xlsx", file);
    await page.waitForURL(/\/rosters\/[0-9a-f-]{36}/);
    await page.getByText("开始导入").waitFor();
    expect(await countsOf(clerk)).toMatchObject({
      帮扶干部: { 将建档: "3", 有误: "3" },
      帮扶户: { 将建档: String(HOUSEHOLDS_RIGHT), 有误: "5" },
      结对关系: { 将建档: String(HOUSEHOLDS_RIGHT), 有误: "5" },
    });
    await expectFailedRows(clerk);
    await page.getByText("帮扶户：该乡镇没有这个村").click();
    await page.getByText("新农村").waitFor();
    await clerk.picture("roster-preview");
    expect(await clerk.accessibilityFindings()).toEqual([]);
    await onTelephone("roster-preview");
  }, 90_000);

  it("is started, paused, goes on, and is done; the page may be left in between", async () => {
    const { page } = clerk;
    await page.getByLabel("每秒建立几个结对").fill("1");
    await page.getByRole("button", { name: /^导入 \d+ 行$/ }).click();
    await page.getByRole("button", { name: "暂停" }).click();
    await page.getByText("已暂停").first().waitFor();
    await clerk.picture("roster-paused");
    expect(await clerk.accessibilityFindings()).toEqual([]);
    const { pathname } = new URL(page.url());
    await clerk.goTo("/rosters");
    await page.getByRole("link", { name: "保康名册.xlsx" }).waitFor();
    await clerk.picture("rosters");
    expect(await clerk.accessibilityFindings()).toEqual([]);
    await clerk.goTo(pathname);
    await page.getByRole("button", { name: "继续" }).click();
    await page.getByText("正在导入").first().waitFor();
    await clerk.picture("roster-running");
    await page.getByText("已完成").first().waitFor({ timeout: 60_000 });
    const all = 1 + 3 + 2 * HOUSEHOLDS_RIGHT;
    const progress = page.getByRole("region", { name: "进度" });
    expect(await progress.innerText()).toMatch(new RegExp(`已导入\\s+${all} / ${all}\\s+未导入\\s+13`));
    await clerk.picture("roster-finished");
    expect(await clerk.accessibilityFindings()).toEqual([]);
    await onTelephone("roster-finished");
  }, 150_000);

  it("gives the failed rows back as a workbook that says beside each what is wrong", async () => {
    await expectFailedRows(clerk);
  }, 60_000);

  it("changes nothing when the same file comes again: all of it is known", async () => {
    const before = await eventsOf();
    const { page } = clerk;
    await send(clerk, "保康名册.xlsx", file);
    await page.getByText("没有可导入的行").waitFor();
    expect(await countsOf(clerk)).toMatchObject({
      帮扶户: { 将建档: "0", 已有: String(HOUSEHOLDS_RIGHT), 有误: "5" },
      结对关系: { 将建档: "0", 已有: String(HOUSEHOLDS_RIGHT), 有误: "5" },
    });
    await clerk.picture("roster-known");
    expect(await eventsOf()).toBe(before);
    expect(await page.getByRole("button", { name: /^导入/ }).count()).toBe(0);
    expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    const cases = await world.owner.query<{ caseId: string }[]>(
      `select case_id as "caseId" from pairing where known_to is null`,
    );
    expect(cases).toHaveLength(HOUSEHOLDS_RIGHT);
    await expectBooksToBalance(
      world,
      cases.map(({ caseId }) => caseId),
    );
  }, 90_000);

  /** The page that the clerk looks at, on a small screen. */
  async function onTelephone(name: string): Promise<void> {
    const phone = await Reader.open(world.baseUrl, NARROW);
    try {
      await phone.signIn(CLERK, PASSWORD);
      for (const [picture, address] of [
        [`narrow-${name}`, new URL(clerk.page.url()).pathname],
        ["narrow-rosters", "/rosters"],
      ] as const) {
        await phone.goTo(address);
        await phone.picture(picture);
        expect(await phone.accessibilityFindings()).toEqual([]);
        expect(await phone.sidewaysPixels()).toBe(0);
      }
    } finally {
      await phone.close();
    }
  }

  async function eventsOf(): Promise<number | undefined> {
    const [row] = await world.owner.query<{ many: number }[]>("select count(*)::int as many from case_event");
    return row?.many;
  }
});

async function send({ page }: Reader, name: string, buffer: Buffer): Promise<void> {
  await page.goto(new URL("/rosters", page.url()).href);
  await page.getByRole("combobox", { name: "帮扶行动" }).click();
  await page.locator(".ant-select-dropdown:visible").getByText("保康县“五个结对”").click();
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: WORKBOOK, buffer });
}

/** The table of counts by part and heading. */
async function countsOf({ page }: Reader): Promise<Record<string, Record<string, string>>> {
  const rows = await page
    .locator(".roster-counts tr")
    .evaluateAll((found) =>
      found.map((row) => Array.from(row.children, (cell) => (cell as HTMLElement).innerText)),
    );
  const [headings = [], ...parts] = rows;
  return Object.fromEntries(
    parts.map((cells) => [
      cells[0] ?? "",
      Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? ""])),
    ]),
  );
}

async function expectFailedRows({ page }: Reader): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载未导入的行" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const sheets = await readBack(await readFile(await download.path()));
  const households = sheets.find(({ sheet }) => sheet === "帮扶户");
  expect(households?.rows[0]).toEqual([...HOUSEHOLDS, "未导入原因", "原行号"]);
  expect(households?.rows).toHaveLength(1 + 5);
  expect(households?.rows.find((row) => row.includes("户主11"))).toContain(
    "该乡镇没有这个村，请核对“行政村”。",
  );
}
