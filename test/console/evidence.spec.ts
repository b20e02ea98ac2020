import path from "node:path";
import type { Page } from "playwright-core";
import { newHelper, newHousehold, openPairing } from "../support/county";
import { NARROW, Reader, WIDE } from "../support/browser";
import { eventually } from "../support/eventually";
import { PROGRAM, SCAN } from "../support/pictures";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");

describe("photographs in the console", () => {
  let world: TestWorld;
  let helperId = "";
  let caseId = "";
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const visitor = await world.clerk();
    const helper = await newHelper(visitor, { name: "郑助民" });
    const subjectId = await newHousehold(visitor, { name: "保小康" });
    caseId = (await openPairing(world, { helper, subjectId })).caseId;
    helperId = helper.id;
    await world.as("helper", null, helperId);
    await world.as("auditor");
  }, 90_000);
  afterAll(() => world.close());

  it("a helper on the phone brings them with a visit: made smaller, kept over a reload, and refused in words", async () => {
    const helper = await Reader.open(world.baseUrl, NARROW);
    try {
      await helper.signIn(`helper.all.${helperId}`, PASSWORD);
      const { page } = helper;
      await helper.goTo(`/pairings/${caseId}`);
      await page.getByRole("button", { name: "记录走访" }).first().click();
      const form = page.getByRole("dialog");
      await form.getByLabel("家庭近况").fill("猪舍盖好了，孩子按时上学");
      const choice = form.locator('input[type="file"]:not([capture])');
      await choice.setInputFiles([
        { name: "猪舍.jpg", mimeType: "image/jpeg", buffer: await landscape(page, 3_000, 2_000) },
        { name: "大门.jpg", mimeType: "image/jpeg", buffer: await landscape(page, 900, 1_200) },
        { name: "明白卡.pdf", mimeType: "application/pdf", buffer: SCAN },
      ]);
      await form.getByRole("button", { name: "移除 明白卡.pdf" }).waitFor();
      await choice.setInputFiles([{ name: "程序.jpg", mimeType: "image/jpeg", buffer: PROGRAM }]);
      await form.getByText("这个文件的内容不是").waitFor();
      await form.locator(".evidence-field").scrollIntoViewIfNeeded();
      await helper.picture("narrow-visit-photographs");
      expect(await helper.accessibilityFindings()).toEqual([]);
      expect(await helper.sidewaysPixels()).toBe(0);

      await page.reload();
      await helper.settled();
      await form.getByRole("button", { name: "移除 大门.jpg" }).click();
      expect(await form.getByRole("img", { name: "猪舍.jpg" }).count()).toBe(1);
      await form.getByRole("button", { name: "记录走访" }).click();
      await eventually("the visit to be recorded", async () =>
        (await world.eventTypes(caseId)).includes("VisitRecorded") ? true : undefined,
      );
      await form.waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "照片 1" }).first().scrollIntoViewIfNeeded();
      await helper.settled();
      await helper.picture("narrow-story-photographs");
      expect(await helper.sidewaysPixels()).toBe(0);
      expect(await helper.accessibilityFindings()).toEqual([]);
      expect([helper.outside, helper.faults]).toEqual([[], []]);
      const kept = await world.owner.query<{ width: number; status: string }[]>(
        `select (body ->> 'width')::int as width, status from content where purpose = 'evidence' and body ->> 'kind' = 'jpeg' order by 1 desc`,
      );
      expect(kept).toEqual([
        { width: 1_600, status: "bound" },
        { width: 900, status: "pending" },
      ]);
    } finally {
      await helper.close();
    }
  }, 60_000);

  it("an auditor opens one large in the story, and sees who has looked at it", async () => {
    const auditor = await Reader.open(world.baseUrl, WIDE);
    try {
      await auditor.signIn("auditor.all.nobody", PASSWORD);
      const { page } = auditor;
      await auditor.goTo(`/pairings/${caseId}`);
      await page.getByRole("button", { name: "照片 1" }).click();
      const large = page.getByRole("dialog");
      await large.getByText("谁看过这份材料").click();
      await large.getByText("helper", { exact: false }).first().waitFor();
      await auditor.settled();
      await auditor.picture("photograph-large");
      expect(await auditor.accessibilityFindings()).toEqual([]);
      await page.keyboard.press("Escape");
      await large.waitFor({ state: "hidden" });
      await auditor.picture("story-photographs");
      expect(await auditor.accessibilityFindings()).toEqual([]);
      expect([auditor.outside, auditor.faults]).toEqual([[], []]);
    } finally {
      await auditor.close();
    }
  }, 60_000);

  /** A picture that somebody might have taken: hills, a roof and a sky. */
  async function landscape(page: Page, width: number, height: number): Promise<Buffer> {
    const address = await page.evaluate(
      ([wide, high]) => {
        const canvas = document.createElement("canvas");
        Object.assign(canvas, { width: wide, height: high });
        const context = canvas.getContext("2d");
        if (context === null) return "";
        const fill = (colour: string, ...corners: number[]) => {
          context.fillStyle = colour;
          context.beginPath();
          for (let at = 0; at < corners.length; at += 2)
            context.lineTo((corners[at] ?? 0) * wide, (corners[at + 1] ?? 0) * high);
          context.fill();
        };
        fill("#a8cbe8", 0, 0, 1, 0, 1, 1, 0, 1);
        fill("#5f8a5a", 0, 0.6, 0.3, 0.35, 0.6, 0.6, 0.85, 0.4, 1, 0.55, 1, 1, 0, 1);
        fill("#d8c3a0", 0.35, 0.6, 0.75, 0.6, 0.75, 0.85, 0.35, 0.85);
        fill("#8a4b32", 0.3, 0.62, 0.55, 0.42, 0.8, 0.62);
        return canvas.toDataURL("image/jpeg", 0.9);
      },
      [width, height] as const,
    );
    return Buffer.from(address.split(",")[1] ?? "", "base64");
  }
});
