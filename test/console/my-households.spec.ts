import path from "node:path";
import { addMonths } from "@jiedui/domain";
import type { Locator, Page } from "playwright-core";
import { newHelper, newHousehold, openPairing } from "../support/county";
import { NARROW, Reader } from "../support/browser";
import { eventually } from "../support/eventually";
import { picture } from "../support/pictures";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const SITUATION = "猪舍盖好了，孩子按时上学";
/** A thumb that finds its way: a second to a tap, half a second to a character of Chinese. */
const SECONDS_OF = { tap: 1, key: 0.5 };

describe("a helper's own households on the phone", () => {
  let world: TestWorld;
  let helperId = "";
  let helper: Reader;
  const caseOf = new Map<string, string>();
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const clerk = await world.clerk();
    const someone = await newHelper(clerk, { name: "郑助民" });
    helperId = someone.id;
    const openedOn = await world.today();
    await pair("保小康");
    await world.advanceTo(addMonths(openedOn, 3));
    await pair("李新房");
    await pair("王二小");
    await openPairing(world);
    await world.as("helper", null, helperId);
    helper = await Reader.open(world.baseUrl, NARROW);
    await helper.signIn(`helper.all.${helperId}`, PASSWORD);

    async function pair(name: string) {
      const subjectId = await newHousehold(clerk, { name });
      caseOf.set(name, (await openPairing(world, { helper: someone, subjectId })).caseId);
    }
  }, 90_000);
  afterAll(async () => {
    await helper.close();
    await world.close();
  });

  it("are what a helper sees first: only the own ones, what is due first at the top", async () => {
    const { page } = helper;
    await page.waitForURL("**/my-households");
    const names = page.locator(".household-name");
    await names.nth(2).waitFor();
    const shown = await names.allInnerTexts();
    expect(shown[0]).toBe("保小康");
    expect([...shown].sort()).toEqual([...caseOf.keys()].sort());
    await helper.settled();
    await helper.picture("narrow-my-households");
    expect(await helper.accessibilityFindings()).toEqual([]);
    expect(await helper.sidewaysPixels()).toBe(0);
    for (const target of await page.locator(".household > button").all())
      expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  });

  it("record a visit with a photograph in five taps and as many keys as there are words to write: in under a minute", async () => {
    const { page } = helper;
    const count = { tap: 0, key: 0 };
    const tap = async (target: Locator) => {
      count.tap += 1;
      await target.click();
    };
    await tap(page.getByRole("button", { name: "记录走访 保小康" }));
    const form = page.getByRole("dialog");
    await tap(form.getByLabel("家庭近况"));
    await page.keyboard.type(SITUATION);
    count.key += SITUATION.length;
    expect(await form.getByLabel("存在问题").isVisible()).toBe(false);
    const camera = page.locator('input[type="file"][capture="environment"]');
    const choosing = page.waitForEvent("filechooser");
    await tap(form.locator("label").filter({ has: camera }));
    // The shutter.
    count.tap += 1;
    await (
      await choosing
    ).setFiles({ name: "猪舍.png", mimeType: "image/png", buffer: Buffer.from(picture(60)) });
    await form.getByRole("button", { name: "移除 猪舍.png" }).waitFor();
    expect(await form.getByText("照片还在上传").count()).toBe(0);
    await helper.picture("narrow-visit-short");
    expect(await helper.accessibilityFindings()).toEqual([]);
    expect(await helper.sidewaysPixels()).toBe(0);
    await tap(form.getByRole("button", { name: "记录走访" }));
    await page.getByRole("status").filter({ hasText: "保小康" }).waitFor();
    await form.waitFor({ state: "hidden" });
    const seconds = count.tap * SECONDS_OF.tap + count.key * SECONDS_OF.key;
    expect({ ...count, isUnderAMinute: seconds < 60 }).toEqual({
      tap: 5,
      key: SITUATION.length,
      isUnderAMinute: true,
    });
    expect(await world.eventTypes(caseOf.get("保小康") ?? "")).toContain("VisitRecorded");
    await helper.picture("narrow-my-households-visited");
  }, 60_000);

  it("keep a visit that could not be sent, say so, and send it under the same key once the signal is back", async () => {
    const { page } = helper;
    const caseId = caseOf.get("李新房") ?? "";
    const keys: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/record-visit")) keys.push(request.headers()["idempotency-key"] ?? "");
    });
    await page.getByRole("button", { name: "记录走访 李新房" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("家庭近况").fill("没有信号的山坳");
    await loseSignal(page);
    await form.getByRole("button", { name: "记录走访" }).click();
    await form.getByText("还没有送到").waitFor();
    await helper.picture("narrow-visit-unsent");
    await form.getByRole("button", { name: "关闭" }).click();
    await page.locator(".kept-visit").getByText("还没有送到").waitFor();
    await helper.picture("narrow-my-households-unsent");
    expect(await helper.accessibilityFindings()).toEqual([]);
    expect(await world.eventTypes(caseId)).not.toContain("VisitRecorded");

    const before = keys.length;
    await findSignal(page);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await page.getByRole("status").filter({ hasText: "李新房" }).waitFor();
    await eventually("the visit to be recorded", async () =>
      (await world.eventTypes(caseId)).filter((type) => type === "VisitRecorded").length === 1
        ? true
        : undefined,
    );
    expect(keys.length).toBeGreaterThan(before);
    expect(new Set(keys).size).toBe(1);
    await page.locator(".kept-visit").waitFor({ state: "hidden" });
  }, 60_000);

  it("keep a visit that was begun, over the closing of the tab, until it is sent or thrown away; another person sees nothing of it", async () => {
    const { page } = helper;
    await page.getByRole("button", { name: "记录走访 王二小" }).click();
    await page.getByRole("dialog").getByLabel("家庭近况").fill("写了一半");
    await page.evaluate(() => sessionStorage.clear());
    await helper.goTo("/my-households");
    await page.locator(".kept-visit").getByText("填了一半").waitFor();
    await helper.picture("narrow-my-households-begun");
    await page.getByRole("button", { name: "接着填写" }).click();
    const situation = page.getByRole("dialog").getByLabel("家庭近况");
    expect(await situation.inputValue()).toBe("写了一半");
    await page.context().clearCookies();
    await helper.goTo("/sign-in");
    await helper.signIn("county-office.420626000000.nobody", PASSWORD);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toContain("写了一半");
    expect([helper.outside, helper.faults]).toEqual([[], []]);
  }, 60_000);

  async function loseSignal(page: Page): Promise<void> {
    await page.context().setOffline(true);
  }
  async function findSignal(page: Page): Promise<void> {
    await page.context().setOffline(false);
  }
});
