import path from "node:path";
import { newHelper, openPairing } from "../support/county";
import { NARROW, Reader, WIDE } from "../support/browser";
import { eventually } from "../support/eventually";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");

describe("a handover in the console", () => {
  let world: TestWorld;
  let successorId = "";
  const caseIds: string[] = [];
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const visitor = await world.clerk();
    const helper = await newHelper(visitor, { name: "调走人" });
    for (let held = 0; held < 2; held += 1) caseIds.push((await openPairing(world, { helper })).caseId);
    successorId = (await newHelper(visitor, { name: "接手人" })).id;
    await world.as("helper", null, successorId);
  }, 90_000);
  afterAll(() => world.close());

  it("a clerk hands over all of a helper's households from the register, and sees what became of each", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo("/register/helpers?search=调走人");
      await page.getByRole("button", { name: "交接" }).first().click();
      const form = page.getByRole("dialog");
      await form.getByRole("checkbox").first().waitFor();
      expect(await form.getByRole("checkbox", { checked: true }).count()).toBe(2);
      await form.getByLabel("接手人").fill("接手人");
      await page.locator(".pick-option").filter({ hasText: "接手人" }).first().click();
      await form.getByLabel("交接原因").click();
      await page.getByText("工作调动").last().click();
      await clerk.picture("handover-filled");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.keyboard.press("Control+Enter");
      await form.getByText("2 户中 2 户已提议交接").waitFor();
      await clerk.picture("handover-proposed");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await clerk.goTo(`/pairings/${caseIds[0] ?? ""}`);
      await page.getByText("待接手", { exact: true }).waitFor();
      await clerk.picture("pairing-proposed");
      expect(clerk.outside).toEqual([]);
    } finally {
      await clerk.close();
    }
  }, 60_000);

  it("the successor finds it on the phone among what is owed today, reads, and accepts", async () => {
    const successor = await Reader.open(world.baseUrl, NARROW);
    try {
      await successor.signIn(`helper.all.${successorId}`, PASSWORD);
      const { page } = successor;
      await page.getByText("交接答复").first().waitFor();
      await successor.picture("narrow-today-handover");
      await successor.goTo(`/pairings/${caseIds[0] ?? ""}`);
      await page.getByRole("button", { name: "接受交接", exact: true }).click();
      const form = page.getByRole("dialog");
      await form.getByText("提议由接手人接手").waitFor();
      await successor.picture("narrow-handover-accept");
      expect(await successor.accessibilityFindings()).toEqual([]);
      expect(await successor.sidewaysPixels()).toBe(0);
      await form.getByText("我已看过经过和待办").click();
      await form.getByRole("button", { name: "接受交接", exact: true }).click();
      await eventually("the handover to be recorded", async () =>
        (await world.eventTypes(caseIds[0] ?? "")).includes("HandoverAccepted") ? true : undefined,
      );
      await page.getByText("调走人交接给接手人").first().waitFor();
      await successor.picture("narrow-handover-accepted");
      expect(await successor.sidewaysPixels()).toBe(0);
    } finally {
      await successor.close();
    }
  }, 60_000);
});
