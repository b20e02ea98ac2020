import path from "node:path";
import { closingOf } from "../support/county";
import { NARROW, Reader, WIDE } from "../support/browser";
import { eventually } from "../support/eventually";
import { lifeOf, moved, openWholeLife, visitNow, type LiftingPairing } from "../support/lift-out";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const TOWNSHIP = "township-office.420626100000.nobody";
const COUNTY = "county-office.420626000000.nobody";

describe("correcting the past in the console", () => {
  let world: TestWorld;
  let lifting: LiftingPairing;
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    lifting = await openWholeLife(world);
    await visitNow(world, lifting);
    await world.advanceDays(1);
  }, 90_000);
  afterAll(() => world.close());

  it("a wrong entry is pointed at in the story; whoever asked cannot decide, and is told so beside the form", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn(TOWNSHIP, PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${lifting.caseId}`);
      await page.locator(".event").getByRole("button", { name: "更正", exact: true }).first().click();
      const form = page.getByRole("dialog");
      await clerk.choose(form.getByLabel("更正原因"), "记错了户");
      await form.getByLabel("说明").fill("去的是邻村同名的一户");
      await clerk.settled();
      await clerk.picture("correction-request");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await form.getByRole("button", { name: "申请更正" }).click();
      await recorded("VoidRequested");
      await form.waitFor({ state: "hidden" });
      await page.getByText("更正待审批").first().waitFor();
      await clerk.picture("correction-pending");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await clerk.goTo(`/pairings/${lifting.caseId}?act=approveVoid`);
      await form.getByText("我已核对原记录和理由").click();
      await form.getByRole("button", { name: "批准更正" }).click();
      await form.getByText("须由另一人审批").waitFor();
      await clerk.picture("correction-refused");
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 90_000);

  it("another person finds it in the inbox and approves it on the phone; the visit is struck out", async () => {
    const county = await Reader.open(world.baseUrl, NARROW);
    try {
      await county.signIn(COUNTY, PASSWORD);
      const { page } = county;
      await county.goTo(`/pairings/${lifting.caseId}?act=approveVoid`);
      const form = page.getByRole("dialog");
      await form.getByText("去的是邻村同名的一户").waitFor();
      await county.picture("narrow-correction-approve");
      expect(await county.accessibilityFindings()).toEqual([]);
      expect(await county.sidewaysPixels()).toBe(0);
      await form.getByText("我已核对原记录和理由").click();
      await form.getByRole("button", { name: "批准更正" }).click();
      await recorded("EntryVoided");
      await form.waitFor({ state: "hidden" });
      await page.getByText("已作废").first().waitFor();
      await county.picture("narrow-correction-done");
      expect(await county.sidewaysPixels()).toBe(0);
    } finally {
      await county.close();
    }
  }, 90_000);

  it("a closing says what its kind asks for; a wrong one shows until when it can be taken back, and is", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    const { caseId, township } = lifting;
    try {
      await clerk.signIn(COUNTY, PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${caseId}?act=requestClosing`);
      const form = page.getByRole("dialog");
      await clerk.choose(form.getByLabel("结案原因"), "对象去世");
      await form.getByText("须附照片或扫描件至少 1 份").waitFor();
      await clerk.picture("closing-proof");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await moved(township, caseId, "request-closing", closingOf("moved-away", await world.today()));
      const administrator = await world.as("administrator");
      const { seq } = await lifeOf(administrator, caseId);
      await moved(administrator, caseId, "approve-closing", { basedOnSeq: seq });
      await clerk.goTo(`/pairings/${caseId}`);
      await page.getByText("误结案可在").waitFor();
      await clerk.picture("closed-reopenable");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.getByRole("button", { name: "撤销结案" }).click();
      await clerk.choose(form.getByLabel("撤销原因"), "误结案");
      await clerk.picture("reopen");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await form.getByRole("button", { name: "撤销结案" }).click();
      await recorded("PairingReopened");
      await form.waitFor({ state: "hidden" });
      await clerk.goTo(`/pairings/${caseId}`);
      await page.getByText("撤销结案，恢复帮扶").waitFor();
      await clerk.picture("reopened");
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 90_000);

  it("in English a third longer fits, also on the phone", async () => {
    const reader = await Reader.open(world.baseUrl, NARROW, "en");
    try {
      await reader.signIn(COUNTY, PASSWORD);
      await reader.goTo(`/pairings/${lifting.caseId}?act=requestClosing`);
      await reader.page.getByText("Reason for closing").waitFor();
      await reader.picture("narrow-closing-english");
      expect(await reader.sidewaysPixels()).toBe(0);
      expect(await reader.accessibilityFindings()).toEqual([]);
    } finally {
      await reader.close();
    }
  }, 60_000);

  async function recorded(type: string): Promise<void> {
    await eventually(`${type} to be recorded`, async () =>
      (await world.eventTypes(lifting.caseId)).includes(type) ? true : undefined,
    );
  }
});
