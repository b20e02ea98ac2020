import path from "node:path";
import { addDays, addMonths, dayAt, type Day } from "@jiedui/domain";
import type { Page } from "playwright-core";
import { NARROW, Reader, WIDE } from "../support/browser";
import { newHelper, newHousehold, openPairing, recordVisit } from "../support/county";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");

describe("looking back by day in the console", () => {
  let world: TestWorld;
  let caseId = "";
  let openedOn: Day;
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const visitor = await world.clerk();
    const helper = await newHelper(visitor, { name: "郑助民" });
    const subjectId = await newHousehold(visitor, { name: "保小康" });
    openedOn = await world.today();
    caseId = (await openPairing(world, { helper, subjectId })).caseId;
    for (const months of [1, 2, 3]) {
      await world.advanceTo(addMonths(openedOn, months));
      if (months < 3) await recordVisit(visitor, caseId, await world.today());
    }
    await world.advanceTo(addMonths(openedOn, 5));
  }, 90_000);
  afterAll(() => world.close());

  it("the arrows move by a day, the page keys by a month; the page shows what was known then, and one way back leads to today", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${caseId}`);
      const slider = page.getByRole("slider", { name: "按日回看" });
      await slider.waitFor();
      await page.getByText("逾期").first().waitFor();
      await clerk.picture("look-back-today");
      await slider.focus();
      for (const key of ["PageDown", "PageDown", "PageDown", "ArrowLeft", "ArrowRight", "ArrowLeft"])
        await page.keyboard.press(key);
      const asked = addDays(addMonths(addMonths(addMonths(await world.today(), -1), -1), -1), -1);
      await page.waitForURL(`**/pairings/${caseId}?asOf=${asked}`);
      const [year, month, date] = asked.split("-").map(Number);
      expect(await slider.getAttribute("aria-valuetext")).toContain(`${year}年${month}月${date}日`);
      await storyTells(page, await known(asked));
      expect(await page.getByText("不能办理事项").count()).toBe(1);
      expect(await page.getByRole("button", { name: "记录走访" }).count()).toBe(0);
      expect(await known(asked)).toBeLessThan(await known(await world.today()));
      await clerk.picture("look-back-past");
      expect(await clerk.accessibilityFindings()).toEqual([]);

      await page.getByRole("button", { name: "下一个有记录的日子" }).click();
      const next = (await recordedDays()).find((day) => day > asked) ?? asked;
      await page.waitForURL(`**?asOf=${next}`);
      await page
        .locator(".story .event")
        .nth((await known(next)) - 1)
        .waitFor();
      await page.getByRole("slider").focus();
      await page.keyboard.press("Home");
      await page.waitForURL(`**?asOf=${openedOn}`);
      await storyTells(page, await known(openedOn));
      await page.getByRole("button", { name: "回到现在" }).click();
      await page.waitForURL((url) => !url.searchParams.has("asOf"));
      await page.getByRole("button", { name: "记录走访" }).first().waitFor();
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 90_000);

  it("on the phone it is opened when wanted, and dragged; going back leads out of the past in one step", async () => {
    const clerk = await Reader.open(world.baseUrl, NARROW);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${caseId}`);
      expect(await page.getByRole("slider").count()).toBe(0);
      await page.getByRole("button", { name: "按日回看" }).click();
      const rail = await page.locator(".look-back .ant-slider").boundingBox();
      if (rail === null) throw new Error("there is no slider");
      await page.mouse.move(rail.x + rail.width, rail.y + rail.height / 2);
      await page.mouse.down();
      await page.mouse.move(rail.x + rail.width * 0.7, rail.y + rail.height / 2, { steps: 4 });
      await page.mouse.move(rail.x + rail.width * 0.3, rail.y + rail.height / 2, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL("**?asOf=*");
      await clerk.settled();
      await clerk.picture("narrow-look-back");
      expect(await clerk.sidewaysPixels()).toBe(0);
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.goBack();
      await page.waitForURL((url) => url.pathname === `/pairings/${caseId}` && !url.searchParams.has("asOf"));
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 60_000);

  async function recordedDays(): Promise<Day[]> {
    return (await world.events(caseId)).map(({ recordedAtMs }) => dayAt(recordedAtMs));
  }

  /** How many events were known at the end of that day. */
  async function known(day: Day): Promise<number> {
    return (await recordedDays()).filter((recordedOn) => recordedOn <= day).length;
  }
});

async function storyTells(page: Page, events: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      document.querySelector(".stale") === null &&
      document.querySelectorAll(".story .event").length === count,
    events,
  );
}
