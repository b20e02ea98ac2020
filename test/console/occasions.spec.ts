import path from "node:path";
import { newHelper, newHousehold, openPairing } from "../support/county";
import { NARROW, Reader, WIDE } from "../support/browser";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");

describe("occasions in the console", () => {
  let world: TestWorld;
  let caseId = "";
  let helperId = "";
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const clerk = await world.clerk();
    const helper = await newHelper(clerk, { name: "遇事必访人" });
    helperId = helper.id;
    const subjectId = await newHousehold(clerk, { name: "住院户" });
    caseId = (await openPairing(world, { helper, subjectId, programmeId: "whole-life" })).caseId;
    await world.as("helper", null, helperId);
  }, 90_000);
  afterAll(() => world.close());

  it("a clerk reports what has come about, and sees that a visit is owed", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${caseId}`);
      await page.getByRole("button", { name: "上报家中事由" }).click();
      const form = page.getByRole("dialog");
      await form.getByLabel("什么事由").click();
      await page.locator(".ant-select-item-option").first().waitFor();
      for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
      await form.getByLabel("说明").fill("在县医院住院，家中无人照看牲口");
      await clerk.picture("occasion-filled");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await form.getByRole("button", { name: "上报", exact: true }).click();
      await page.getByText("生病住院走访").first().waitFor();
      await page.getByText("上报：生病住院，须上门走访").first().waitFor();
      await form.waitFor({ state: "hidden" });
      await clerk.picture("pairing-occasion");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(clerk.outside).toEqual([]);
    } finally {
      await clerk.close();
    }
  }, 60_000);

  it("the helper finds it on the phone among what is owed, with the visit's form at hand", async () => {
    const helper = await Reader.open(world.baseUrl, NARROW);
    try {
      await helper.signIn(`helper.all.${helperId}`, PASSWORD);
      const { page } = helper;
      await page.getByText("生病住院走访").first().waitFor();
      await helper.picture("narrow-today-occasion");
      expect(await helper.sidewaysPixels()).toBe(0);
      expect(await helper.accessibilityFindings()).toEqual([]);
    } finally {
      await helper.close();
    }
  }, 60_000);
});
