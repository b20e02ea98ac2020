import { addDays, type Day } from "@jiedui/domain";
import path from "node:path";
import { A4, NARROW, Reader, WIDE } from "../support/browser";
import { eventually } from "../support/eventually";
import {
  lifeOf,
  openWholeLife,
  passUntil,
  proposeLiftOut,
  visitNow,
  type LiftingPairing,
} from "../support/lift-out";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const TOWNSHIP = "township-office.420626100000.nobody";
const COUNTY_OFFICE = "county-office.420626000000.nobody";

describe("notices, the draw and the proof in the console", () => {
  let world: TestWorld;
  let pair: LiftingPairing[];
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    pair = [await openWholeLife(world), await openWholeLife(world)];
    for (const each of pair) {
      await proposeLiftOut(world, each);
      await passUntil(world, each, "village-notice");
    }
  }, 240_000);
  afterAll(() => world.close());

  it("a notice is made by keyboard from whoever stands for it, begun, objected to, and concluded with words", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn(TOWNSHIP, PASSWORD);
      const { page } = clerk;
      await clerk.goTo("/notices");
      await page.getByText("还没有公示").waitFor();
      await clerk.picture("notices-empty");
      await clerk.goTo("/notices/new");
      await page.getByText("全选（已选 2 / 2 户）").waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("x");
      await page.getByText("全选（已选 1 / 2 户）").waitFor();
      await page.keyboard.press("x");
      await page.getByLabel("异议受理处").fill("马良镇结对办，镇政府一楼，0710-5812345");
      await clerk.picture("notice-new");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.keyboard.press("Control+Enter");
      await page.getByText("草稿").first().waitFor();
      await page.getByRole("button", { name: "张榜" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "张榜" }).click();
      await page.getByText("还有 6 天").first().waitFor();
      await page.getByRole("button", { name: "登记异议" }).first().click();
      const drawer = page.getByRole("dialog");
      await drawer.getByLabel("说明").fill("他家在县城有房");
      await drawer.getByRole("button", { name: "登记异议" }).click();
      await page.getByText("待答复").first().waitFor();
      await eventually("the drawer to be gone", async () => ((await drawer.isVisible()) ? undefined : true));
      await clerk.picture("notice-hanging");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.getByRole("link", { name: "打印稿" }).click();
      await page.getByText("异议单").waitFor();
      await clerk.picture("notice-paper");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.emulateMedia({ media: "print" });
      await clerk.picture("notice-paper-print");
      expect(await clerk.print("notice")).toEqual({ sheets: 1, size: A4 });
      const printed = await page.evaluate(() => document.body.innerText);
      expect(printed).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
      expect(printed).not.toMatch(/身份证|银行卡|患病|张榜$/);
      expect(await page.locator(".side-navigation").isVisible()).toBe(false);
      await page.emulateMedia({ media: "screen" });
      await clerk.goTo("/notices");
      await clerk.picture("notices");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(clerk.outside).toEqual([]);
    } finally {
      await clerk.close();
    }
  }, 150_000);

  it("its days over, it is concluded on the phone for whom nobody objects to", async () => {
    const [one] = pair;
    if (one === undefined) throw new Error("two hang");
    const { life } = await lifeOf(one.township, one.caseId);
    const notice = life.liftOut?.notice;
    await world.advanceTo(addDays((notice?.until ?? "") as Day, 1));
    for (const each of pair) await visitNow(world, each);
    const clerk = await Reader.open(world.baseUrl, NARROW);
    try {
      await clerk.signIn(TOWNSHIP, PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/notices/${notice?.id ?? ""}?order=conclude`);
      const drawer = page.getByRole("dialog");
      await drawer.getByText("有异议待答复，暂不结束").waitFor();
      await drawer.getByLabel("说明").fill("村务公开栏张榜七日，有照片");
      await drawer.getByText("公示已挂满规定天数").click();
      await clerk.picture("narrow-notice-conclude");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await drawer.getByRole("button", { name: "公示结束" }).click();
      await page.getByText("还有 1 条异议没有答复").waitFor();
      await clerk.picture("narrow-notice");
      expect(await clerk.sidewaysPixels()).toBe(0);
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await clerk.goTo(`/notices/${notice?.id ?? ""}/paper`);
      await clerk.picture("narrow-notice-paper");
      expect(await clerk.sidewaysPixels()).toBe(0);
    } finally {
      await clerk.close();
    }
  }, 120_000);

  it("the county draws, and sees whom and by what it can be drawn again", async () => {
    const concluded = await concludedOne();
    await passUntil(world, concluded, "county-check");
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn(COUNTY_OFFICE, PASSWORD);
      const { page } = clerk;
      await clerk.goTo("/draws");
      await page.getByText("共 1 户，按方案抽 1 户").waitFor();
      await clerk.picture("draws");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.getByRole("button", { name: "抽签" }).click();
      await page.locator(".ant-popconfirm").getByRole("button", { name: "抽签" }).click();
      await page.getByText("抽中 1 户（共 1 户）").waitFor();
      await clerk.picture("draw");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.emulateMedia({ media: "print" });
      await clerk.picture("draw-print");
    } finally {
      await clerk.close();
    }
  }, 150_000);

  it("why a household was lifted out stands on one sheet", async () => {
    const lifted = await concludedOne();
    const happenedOn = await world.today();
    const { county, caseId } = lifted;
    await county.post(`/api/pairings/${caseId}/record-county-check`, { passed: true, happenedOn });
    await passUntil(world, lifted, "lifted-out");
    const auditor = await Reader.open(world.baseUrl, WIDE);
    try {
      await auditor.signIn(COUNTY_OFFICE, PASSWORD);
      const { page } = auditor;
      await auditor.goTo(`/pairings/${caseId}`);
      await page.getByRole("link", { name: "为什么脱贫" }).click();
      await page.getByText("退出标准").waitFor();
      await auditor.picture("lifted-out");
      expect(await auditor.accessibilityFindings()).toEqual([]);
      await page.emulateMedia({ media: "print" });
      expect(await auditor.print("lifted-out")).toEqual({ sheets: 1, size: A4 });
      await auditor.picture("lifted-out-print");
    } finally {
      await auditor.close();
    }
    const phone = await Reader.open(world.baseUrl, NARROW, "en");
    try {
      await phone.signIn(COUNTY_OFFICE, PASSWORD);
      await phone.goTo(`/pairings/${caseId}/lifted-out`);
      await phone.picture("narrow-lifted-out");
      expect(await phone.sidewaysPixels()).toBe(0);
    } finally {
      await phone.close();
    }
  }, 150_000);

  /** The one that nobody has objected to. */
  async function concludedOne(): Promise<LiftingPairing> {
    for (const each of pair)
      if ((await lifeOf(each.county, each.caseId)).life.liftOut?.step !== "village-notice") return each;
    throw new Error("one was concluded");
  }
});
