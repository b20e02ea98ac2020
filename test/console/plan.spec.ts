import path from "node:path";
import type { Page } from "playwright-core";
import { NARROW, Reader, WIDE } from "../support/browser";
import { newHelper, openPairing } from "../support/county";
import { eventually } from "../support/eventually";
import type { Visitor } from "../support/http";
import { submitPlan } from "../support/plan";
import { PASSWORD, TOWN, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const PARTS = {
  脱贫规划和增收方案: "养猪为主，三年内人均过线",
  一个可行项目: "发展生猪养殖五头",
  掌握一两门技能: "户主参加养殖培训",
  一项扶持政策或小额贷款: "申请产业奖补",
  "解决住房、饮水、道路难题": "修缮漏雨房屋一间",
};

describe("a household's plan in the console", () => {
  let world: TestWorld;
  let caseId: string;
  let helperId: string;
  let cadre: Visitor;
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const helper = await newHelper(await world.clerk());
    helperId = helper.id;
    ({ caseId } = await openPairing(world, { programmeId: "whole-life", helper }));
    cadre = await world.as("helper", null, helperId);
    await world.as("township-office", TOWN);
  }, 90_000);
  afterAll(() => world.close());

  it("is written by the helper on the phone, line by line by keyboard; relief alone is refused beside the form", async () => {
    const reader = await Reader.open(world.baseUrl, NARROW);
    try {
      await reader.signIn(`helper.all.${helperId}`, PASSWORD);
      const { page } = reader;
      await reader.goTo(`/pairings/${caseId}`);
      await page.getByText("进入下一阶段还缺").waitFor();
      await reader.picture("narrow-plan-missing");
      expect(await reader.accessibilityFindings()).toEqual([]);
      expect(await reader.sidewaysPixels()).toBe(0);
      await reader.goTo(`/pairings/${caseId}?act=submitPlan`);
      const form = page.getByRole("dialog");
      for (const [part, text] of Object.entries(PARTS)) await form.getByLabel(part).fill(text);
      await reader.choose(line(page, 1, "类别"), "粮食");
      await line(page, 1, "数量（公斤）").fill("200");
      await day(page, 1, "2099-03-31");
      await form.getByRole("button", { name: "提交帮扶计划" }).click();
      await form.getByText("只有救济不算计划").waitFor();
      await reader.picture("narrow-plan-refused");
      expect(await reader.accessibilityFindings()).toEqual([]);
      expect(await reader.sidewaysPixels()).toBe(0);
      await form.getByRole("button", { name: "再加一条" }).click();
      await reader.choose(line(page, 2, "类别"), "物资");
      await line(page, 2, "内容").fill("仔猪");
      await line(page, 2, "数量（件）").fill("5");
      await day(page, 2, "2099-06-30");
      await line(page, 2, "造血措施").check();
      await reader.picture("narrow-plan-form");
      await form.getByRole("button", { name: "提交帮扶计划" }).click();
      await recorded("PlanSubmitted");
    } finally {
      await reader.close();
    }
  }, 120_000);

  it("is sent back at the desk with grounds, and approved when it is better; help begins", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn(`township-office.${TOWN}.nobody`, PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${caseId}?act=sendBackPlan`);
      const form = page.getByRole("dialog");
      await form.getByText("发展生猪养殖五头").waitFor();
      await form.getByText("浮夸").click();
      await clerk.picture("plan-send-back");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await form.getByRole("button", { name: "退回帮扶计划" }).click();
      await recorded("PlanSentBack");
      expect((await submitPlan(world, cadre, caseId)).status).toBe(200);
      await clerk.goTo(`/pairings/${caseId}?act=approvePlan`);
      await form.getByText("我已逐条核对").click();
      await clerk.picture("plan-approve");
      await form.getByRole("button", { name: "批准帮扶计划" }).click();
      await recorded("PlanApproved");
      await clerk.goTo(`/pairings/${caseId}`);
      await page.getByText("历次提交与审核（2）").click();
      await page.getByText("退回：浮夸").first().waitFor();
      await clerk.picture("plan-in-force");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(clerk.outside).toEqual([]);
    } finally {
      await clerk.close();
    }
  }, 120_000);

  it("is held against what was done: a measure of the plan, recorded and set right by a counter-entry", async () => {
    const reader = await Reader.open(world.baseUrl, NARROW);
    try {
      await reader.signIn(`helper.all.${helperId}`, PASSWORD);
      const { page } = reader;
      await reader.goTo(`/pairings/${caseId}?act=recordMeasure`);
      const form = page.getByRole("dialog");
      await form.getByLabel("数量（件）").fill("50");
      await reader.picture("narrow-measure");
      expect(await reader.accessibilityFindings()).toEqual([]);
      expect(await reader.sidewaysPixels()).toBe(0);
      await form.getByRole("button", { name: "登记帮扶措施" }).click();
      await recorded("MeasureRecorded");
      await reader.goTo(`/pairings/${caseId}?act=correctMeasure`);
      await form.getByLabel("正确数量（件）").fill("3");
      await reader.choose(form.getByLabel("更正原因"), "数量有误");
      await reader.picture("narrow-measure-correction");
      expect(await reader.accessibilityFindings()).toEqual([]);
      await form.getByRole("button", { name: "更正帮扶措施" }).click();
      await recorded("MeasureCorrected");
      await reader.goTo(`/pairings/${caseId}`);
      await page.getByText("进行中", { exact: true }).first().waitFor();
      await page.getByText("计划与完成").first().scrollIntoViewIfNeeded();
      await reader.picture("narrow-planned-and-done");
      expect(await reader.accessibilityFindings()).toEqual([]);
      expect(await reader.sidewaysPixels()).toBe(0);
    } finally {
      await reader.close();
    }
    const wide = await Reader.open(world.baseUrl, WIDE);
    try {
      await wide.signIn(`helper.all.${helperId}`, PASSWORD);
      await wide.goTo(`/pairings/${caseId}`);
      await wide.page.getByRole("heading", { name: "帮扶措施" }).scrollIntoViewIfNeeded();
      await wide.picture("plan-and-measures");
    } finally {
      await wide.close();
    }
  }, 240_000);

  async function recorded(type: string): Promise<void> {
    await eventually(`${type} to be recorded`, async () =>
      (await world.eventTypes(caseId)).includes(type) ? true : undefined,
    );
  }
});

function line(page: Page, ordinal: number, label: string) {
  return page.getByRole("group", { name: `第 ${ordinal} 条` }).getByLabel(label);
}

/** Typed, as somebody does who has no mouse. */
async function day(page: Page, ordinal: number, text: string): Promise<void> {
  await line(page, ordinal, "完成期限").fill(text);
  await page.keyboard.press("Enter");
}
