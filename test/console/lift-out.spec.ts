import path from "node:path";
import type { Page } from "playwright-core";
import { NARROW, Reader, WIDE } from "../support/browser";
import { eventually } from "../support/eventually";
import { hangNotice, openWholeLife, passUntil, type LiftingPairing } from "../support/lift-out";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");

describe("a lift-out in the console", () => {
  let world: TestWorld;
  let lifting: LiftingPairing;
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    lifting = await openWholeLife(world);
  }, 90_000);
  afterAll(() => world.close());

  it("is proposed by the helper on the phone, once the income of the year is reckoned", async () => {
    const cadre = await Reader.open(world.baseUrl, NARROW);
    try {
      await cadre.signIn(`helper.all.${lifting.helper.id}`, PASSWORD);
      const { page } = cadre;
      await cadre.goTo(`/pairings/${lifting.caseId}?act=recordIncome`);
      const income = page.getByRole("dialog");
      await income.getByLabel("家庭人口").fill("4");
      await income.getByLabel("养殖收入").fill("16000");
      await income.getByLabel("务工工资").fill("10000.5");
      await income.getByText("壹万陆仟元整").waitFor();
      await income.getByText("核算人均 6,500.12 元").waitFor();
      await cadre.picture("narrow-income");
      expect(await cadre.accessibilityFindings()).toEqual([]);
      expect(await cadre.sidewaysPixels()).toBe(0);
      await income.getByRole("button", { name: "登记收入" }).click();
      await recorded("IncomeRecorded");
      await cadre.goTo(`/pairings/${lifting.caseId}?act=proposeLiftOut`);
      const proposal = page.getByRole("dialog");
      await proposal.getByText("人均 6,500.12 元").waitFor();
      const criteria = ["不愁吃", "不愁穿", "义务教育有保障", "基本医疗有保障", "住房安全有保障"];
      for (const criterion of criteria)
        await proposal.getByRole("textbox", { name: `${criterion}：凭据` }).fill("入户看过");
      await proposal.getByRole("checkbox", { name: `达到 ${criteria[0] ?? ""}` }).click();
      await proposal.getByRole("button", { name: "提出脱贫退出" }).click();
      await proposal.getByText("全部达到后才能提出").first().waitFor();
      for (const criterion of criteria.slice(1))
        await proposal.getByRole("checkbox", { name: `达到 ${criterion}` }).click();
      await cadre.picture("narrow-lift-out-proposal");
      expect(await cadre.accessibilityFindings()).toEqual([]);
      await proposal.getByRole("button", { name: "提出脱贫退出" }).click();
      await recorded("LiftOutProposed");
      await page.getByText("脱贫退出进度").waitFor();
      await cadre.picture("narrow-lift-out");
      expect(await cadre.sidewaysPixels()).toBe(0);
    } finally {
      await cadre.close();
    }
  }, 90_000);

  it("is verified at the desk step by step, by keyboard; a vote that cannot be is refused in words beside the form", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("township-office.420626100000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${lifting.caseId}`);
      await page.getByText("脱贫退出进度").waitFor();
      await clerk.picture("lift-out-steps");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.getByRole("button", { name: "登记民主评议" }).click();
      const form = page.getByRole("dialog");
      await vote(page, { 应到人数: "30", 到会人数: "20", 同意票: "19", 不同意票: "2" });
      await form.getByLabel("会议记录").fill("村民代表逐户评议");
      await page.keyboard.press("Control+Enter");
      await form.getByText("同意与不同意共 21 票，多于到会 20 人").waitFor();
      await clerk.picture("lift-out-votes-refused");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await vote(page, { 不同意票: "1" });
      await page.keyboard.press("Control+Enter");
      await recorded("AppraisalRecorded");
      await passUntil(world, lifting, "village-notice");
      await hangNotice(lifting);
      await clerk.goTo(`/pairings/${lifting.caseId}`);
      await page.getByRole("link", { name: "查看公示" }).waitFor();
      await clerk.goTo(`/pairings/${lifting.caseId}?act=raiseObjection`);
      await form.getByLabel("说明").fill("他家在县城有房");
      await form.getByRole("button", { name: "登记异议" }).click();
      await recorded("ObjectionRaised");
      await clerk.goTo(`/pairings/${lifting.caseId}`);
      await page.getByText("有 1 条异议待答复").waitFor();
      await clerk.picture("lift-out-objection");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await clerk.goTo(`/pairings/${lifting.caseId}?act=answerObjection`);
      await form.getByText("不成立").click();
      await form.getByLabel("说明").fill("查实是其弟的房");
      await form.getByRole("button", { name: "答复异议" }).click();
      await recorded("ObjectionAnswered");
      expect(clerk.outside).toEqual([]);
    } finally {
      await clerk.close();
    }
  }, 120_000);

  async function recorded(type: string): Promise<void> {
    await eventually(`${type} to be recorded`, async () =>
      (await world.eventTypes(lifting.caseId)).includes(type) ? true : undefined,
    );
  }
});

async function vote(page: Page, votes: Readonly<Record<string, string>>): Promise<void> {
  const form = page.getByRole("dialog");
  for (const [label, count] of Object.entries(votes))
    await form.getByLabel(label, { exact: true }).fill(count);
}
