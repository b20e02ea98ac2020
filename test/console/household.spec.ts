import path from "node:path";
import { NARROW, Reader, WIDE } from "../support/browser";
import { newHelper, newHousehold } from "../support/county";
import { eventually } from "../support/eventually";
import { pairedFamily } from "../support/household";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const CLERK = "county-office.420626000000.nobody";

describe("a household in the console", () => {
  let world: TestWorld;
  let caseId = "";
  let subjectId = "";
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const visitor = await world.clerk();
    ({ caseId, subjectId } = await pairedFamily(world));
    await newHousehold(visitor, { name: "待结户" });
    await newHelper(visitor, { name: "待帮人" });
  }, 90_000);
  afterAll(() => world.close());

  it("a clerk records a death with the new head, a split, and a co-helper, and the story says so in plain words", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn(CLERK, PASSWORD);
      const { page } = clerk;
      const form = page.getByRole("dialog");
      await clerk.goTo(`/pairings/${caseId}?act=recordHouseholdChange`);
      await form.getByText("去世", { exact: true }).click();
      await clerk.choose(form.getByLabel("离开的成员"), "赵父 · 户主");
      await clerk.choose(form.getByLabel("此后的户主"), "钱母 · 配偶");
      await clerk.picture("household-change-filled");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.keyboard.press("Control+Enter");
      await recorded("HouseholdChanged");
      await page.getByText("赵父去世，钱母成为户主").first().waitFor();

      await clerk.goTo(`/pairings/${caseId}?act=splitHousehold`);
      await form.getByLabel("分出去的成员").click();
      await page.getByText("赵子 · 子女").last().click();
      await page.keyboard.press("Escape");
      await clerk.choose(form.getByLabel("新户的户主"), "赵子 · 子女");
      await clerk.picture("household-split-filled");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await form.getByRole("button", { name: "登记分户" }).click();
      await recorded("HouseholdSplit");
      await page.getByText("分出的户待结对").waitFor();

      await clerk.goTo(`/pairings/${caseId}?act=addCoHelper`);
      await form.getByLabel("协同帮扶人").fill("待帮人");
      await page.locator(".pick-option").filter({ hasText: "待帮人" }).first().click();
      await page.keyboard.press("Control+Enter");
      await recorded("CoHelperAdded");
      await clerk.goTo(`/pairings/${caseId}`);
      await page.getByText("待帮人开始协同帮扶").first().waitFor();
      await clerk.picture("household-story");
      expect(await clerk.accessibilityFindings()).toEqual([]);

      await clerk.goTo(`/register/subjects?open=${subjectId}`);
      await page.getByText("已离开的成员").waitFor();
      await clerk.picture("household-register");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(clerk.outside).toEqual([]);
      expect(clerk.faults).toEqual([]);
    } finally {
      await clerk.close();
    }
  }, 120_000);

  it("on the phone both gaps of full coverage are counted, and lead to those who stand in them and on to a pairing", async () => {
    const clerk = await Reader.open(world.baseUrl, NARROW);
    try {
      await clerk.signIn(CLERK, PASSWORD);
      const { page } = clerk;
      await clerk.goTo("/register/subjects");
      await page.getByText("贫困户没有责任人").click();
      await clerk.settled();
      expect(page.url()).toContain("uncovered=true");
      await page.getByText("待结户").waitFor();
      await clerk.picture("narrow-coverage");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(await clerk.sidewaysPixels()).toBe(0);
      await page.getByRole("link", { name: "为此对象结对" }).first().click();
      await page.waitForURL(/\/pairings\/new\?subject=/);
      await clerk.goTo(`/pairings/${caseId}?act=moveHousehold`);
      await page.getByRole("dialog").getByText("迁出本乡镇须另提接手人", { exact: false }).waitFor();
      await clerk.picture("narrow-household-move");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(await clerk.sidewaysPixels()).toBe(0);
    } finally {
      await clerk.close();
    }
  }, 120_000);

  async function recorded(type: string): Promise<void> {
    await eventually(`${type} to be recorded`, async () =>
      (await world.eventTypes(caseId)).includes(type) ? true : undefined,
    );
  }
});
