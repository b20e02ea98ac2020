import path from "node:path";
import { addDays, addToMonth, firstDayOf, monthOf, type Day, type Month } from "@jiedui/domain";
import { NARROW, Reader, WIDE } from "../support/browser";
import { newHelper, newHousehold, newUnit, openPairing, recordVisit } from "../support/county";
import { Morning } from "../support/digests";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const VISITED = ["保小康", "李新房", "王有田"];
const MISSED = ["赵山林", "周养猪", "吴种烟", "郑进城"];

describe("a month's end in the console", () => {
  let world: TestWorld;
  let month = "" as Month;
  let helperId = "";
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const clerk = await world.clerk();
    const unitId = await newUnit(clerk);
    const helper = await newHelper(clerk, { name: "郑助民", unitId });
    helperId = helper.id;
    await world.as("helper", null, helperId);
    const diligent = await newHelper(clerk, { name: "钱勤走" });
    const open = async (name: string, lead: typeof helper) => {
      const subjectId = await newHousehold(clerk, { name });
      return (await openPairing(world, { helper: lead, subjectId })).caseId;
    };
    const caseIds: string[] = [];
    for (const name of VISITED) caseIds.push(await open(name, diligent));
    for (const name of MISSED) await open(name, helper);
    const [owed] = await world.owner.query<{ dueOn: Day }[]>(
      `select to_char(min(due_on), 'YYYY-MM-DD') as "dueOn" from obligation where kind = 'visit' and known_to is null`,
    );
    month = monthOf(owed?.dueOn ?? (await world.today()));
    const visitOn = addDays(firstDayOf(month), 12);
    if (visitOn > (await world.today())) await world.advanceTo(visitOn);
    for (const caseId of caseIds) await recordVisit(clerk, caseId, await world.today());
    await world.advanceTo(firstDayOf(addToMonth(month, 1)));
    const morning = await Morning.of(world);
    await morning.tell();
    await morning.close();
  }, 120_000);
  afterAll(() => world.close());

  it("a clerk sees what was missed, opens the rows behind a figure and the pairing behind a row, and exports", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await page.getByRole("link", { name: "月末" }).click();
      const missed = page.getByRole("link", { name: /未走访\s*4/ });
      await missed.waitFor();
      await clerk.settled();
      await page.getByRole("link", { name: "吴种烟" }).waitFor();
      await page.getByText("各单位走访").click();
      await page.getByRole("columnheader", { name: "走访次数" }).waitFor();
      await clerk.picture("month-end");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.getByRole("link", { name: /已走访\s*3/ }).click();
      await page.getByRole("link", { name: "李新房" }).waitFor();
      expect(await page.getByRole("link", { name: "吴种烟" }).count()).toBe(0);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "导出此清单" }).click();
      expect((await download).suggestedFilename()).toBe(`month-end-${month}-visits-done.xlsx`);
      await page.emulateMedia({ media: "print" });
      await clerk.picture("month-end-print");
      await page.emulateMedia({ media: "screen" });
      await page.getByRole("link", { name: "李新房" }).click();
      await page.waitForURL(/\/pairings\//);
      await clerk.goTo(`/month-end?month=${month}&list=relapsed`);
      await page.getByText("没有这样的户").waitFor();
      await clerk.picture("month-end-empty");
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 90_000);

  it("on the phone nothing goes sideways, in Chinese or in English", async () => {
    for (const locale of ["zh-CN", "en"]) {
      const clerk = await Reader.open(world.baseUrl, NARROW, locale);
      try {
        await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
        await clerk.goTo(`/month-end?month=${month}`);
        await clerk.page.getByRole("link", { name: "吴种烟" }).waitFor();
        await clerk.settled();
        await clerk.picture(`month-end-phone-${locale}`);
        expect(await clerk.sidewaysPixels()).toBe(0);
        expect(await clerk.accessibilityFindings()).toEqual([]);
      } finally {
        await clerk.close();
      }
    }
  }, 90_000);

  it("a helper of many households reads the month's visits as one matter, and opens it by keyboard", async () => {
    for (const [name, viewport] of [
      ["wide", WIDE],
      ["phone", NARROW],
    ] as const) {
      const cadre = await Reader.open(world.baseUrl, viewport);
      try {
        await cadre.signIn(`helper.all.${helperId}`, PASSWORD);
        const { page } = cadre;
        await cadre.goTo("/today");
        await page.getByText("4 户", { exact: true }).waitFor();
        await cadre.settled();
        await cadre.picture(`today-folded-${name}`);
        expect(await cadre.accessibilityFindings()).toEqual([]);
        expect(await cadre.sidewaysPixels()).toBe(0);
        const unfold = page.getByRole("button", { name: "逐户展开" }).first();
        await unfold.focus();
        await page.keyboard.press("Enter");
        await page.getByRole("link", { name: "吴种烟" }).waitFor();
        await cadre.picture(`today-unfolded-${name}`);
        expect(await cadre.accessibilityFindings()).toEqual([]);
        expect([cadre.outside, cadre.faults]).toEqual([[], []]);
      } finally {
        await cadre.close();
      }
    }
  }, 120_000);
});
