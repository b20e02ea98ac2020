import path from "node:path";
import { createDataSource } from "@jiedui/database";
import { ShamWatch } from "@jiedui/worker";
import { newHelper, newHousehold, openPairing } from "../support/county";
import { NARROW, Reader, WIDE } from "../support/browser";
import { eventually } from "../support/eventually";
import { picture } from "../support/pictures";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
/** Looks at what was recorded a moment ago. */
const AT_ONCE = { settledAfterSeconds: 0, page: 50, mostCommands: 1_000 };
const DIARY =
  "今天到家中走访，了解到今年养猪八头，已出栏三头，收入约四千元，孩子在镇中学读书，老人身体尚可，建议再养两头母猪。";

describe("signs of sham in the console", () => {
  let world: TestWorld;
  const caseIds: string[] = [];
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    const clerk = await world.clerk();
    await world.as("township-office");
    const helper = await newHelper(clerk, { name: "郑助民" });
    const today = await world.today();
    for (const name of ["保小康", "李新房"]) {
      const subjectId = await newHousehold(clerk, { name });
      caseIds.push((await openPairing(world, { helper, subjectId })).caseId);
    }
    const visitor = await world.as("helper", null, helper.id);
    for (const [number, caseId] of caseIds.entries()) {
      const photo = await visitor.sendFile(`/api/pairings/${caseId}/evidence`, picture(60));
      const situation = number === 0 ? DIARY : DIARY.replace("八头", "六头").replace("三头", "二头");
      const visit = { happenedOn: today, form: { situation }, evidenceIds: [photo.body["id"]] };
      expect((await visitor.post(`/api/pairings/${caseId}/record-visit`, visit)).status).toBe(200);
    }
    const recorder = await createDataSource(world.urls.recorder, {
      poolSize: 1,
      applicationName: "test",
    }).initialize();
    expect(await new ShamWatch(recorder, AT_ONCE).lookOnce()).toBe(2);
    await recorder.destroy();
  }, 90_000);
  afterAll(() => world.close());

  it("a clerk sees what is to be checked, both visits side by side, and records the finding", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await page.getByRole("link", { name: "走访核实" }).click();
      await page.getByText("1 张照片用于两次走访").waitFor();
      await clerk.settled();
      await clerk.picture("visit-check");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await page.getByRole("link", { name: /两户的走访内容/ }).click();
      const drawer = page.getByRole("dialog");
      await drawer.getByText("李新房").waitFor();
      await clerk.settled();
      await clerk.picture("visit-check-open");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await drawer.getByText("不实").click();
      await drawer.getByLabel("核实经过").fill("电话问过李新房，当天没有人来过");
      await page.keyboard.press("Control+Enter");
      await eventually("the finding to be recorded", async () => {
        const rows = await world.owner.query<unknown[]>("select 1 from sham_judgement");
        return rows.length > 0 ? true : undefined;
      });
      await drawer.waitFor({ state: "hidden" });
      await clerk.settled();
      expect(await page.getByRole("link", { name: /两户的走访内容/ }).count()).toBe(0);
      await clerk.goTo(`/pairings/${caseIds[1] ?? ""}`);
      await page.getByText("待核实", { exact: true }).waitFor();
      await page.getByText("不实", { exact: true }).waitFor();
      await clerk.picture("story-signs");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      await clerk.goTo("/visit-check?kind=last-day");
      await page.getByText("没有符合条件的疑点").waitFor();
      await clerk.picture("visit-check-empty");
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 90_000);

  it("on the phone nothing goes sideways, and the finding of before is read with its note", async () => {
    const clerk = await Reader.open(world.baseUrl, NARROW);
    try {
      await clerk.signIn("township-office.420626100000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo("/visit-check?shown=all");
      await clerk.picture("narrow-visit-check");
      expect(await clerk.sidewaysPixels()).toBe(0);
      await page.getByRole("link", { name: /两户的走访内容/ }).click();
      await page.getByText("电话问过李新房").waitFor();
      await clerk.settled();
      await clerk.picture("narrow-visit-check-open");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(await clerk.sidewaysPixels()).toBe(0);
    } finally {
      await clerk.close();
    }
  }, 60_000);
});
