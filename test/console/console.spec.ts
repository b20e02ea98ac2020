import path from "node:path";
import { addDays, type Day } from "@jiedui/domain";
import { newHelper, newHousehold, openPairing } from "../support/county";
import { NARROW, Reader, WIDE } from "../support/browser";
import { bundleWith } from "../support/bundle";
import { eventually } from "../support/eventually";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");

describe("the console", () => {
  let world: TestWorld;
  let clerk: Reader;
  let caseId = "";
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    await world.clerk();
    clerk = await Reader.open(world.baseUrl, WIDE);
    await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
  }, 90_000);
  afterAll(async () => {
    await clerk.close();
    await world.close();
  });

  it("a clerk opens a pairing: finds the household by initials and the helper by name", async () => {
    const visitor = await world.clerk();
    await newHousehold(visitor, { name: "保小康" });
    await newHelper(visitor, { name: "郑助民" });
    const { page } = clerk;
    await clerk.goTo("/pairings/new");
    await page.getByRole("combobox", { name: "帮扶行动" }).click();
    await page.getByText("只走访示例方案").last().click();
    await page.getByLabel("帮扶对象").fill("bxk");
    await page.getByText("保小康").first().click();
    await page.getByLabel("帮扶责任人", { exact: true }).fill("郑");
    await page.getByText("郑助民").first().click();
    await clerk.picture("opening-filled");
    await page.getByRole("button", { name: "登记结对" }).click();
    await page.waitForURL(/\/pairings\/[0-9a-f-]{36}/);
    await clerk.settled();
    caseId = new URL(page.url()).pathname.split("/")[2] ?? "";
    await expectText("保小康");
    expect(await world.eventTypes(caseId)).toEqual(["PairingOpened"]);
  });

  it("records a visit with the keyboard and sees it in the timeline", async () => {
    const { page } = clerk;
    await page.getByRole("button", { name: "记录走访" }).first().click();
    await page.getByLabel("家庭近况").fill("猪舍已建好，孩子按时上学");
    await page.keyboard.press("Control+Enter");
    await expectText("猪舍已建好，孩子按时上学");
    await eventually("the visit to be recorded", async () =>
      (await world.eventTypes(caseId)).includes("VisitRecorded") ? true : undefined,
    );
    await clerk.picture("pairing-visited");
  });

  it("what was typed stays, also over a reload", async () => {
    const { page } = clerk;
    await clerk.goTo(`/pairings/${caseId}`);
    await page.getByRole("button", { name: "记录走访" }).first().click();
    await page.getByLabel("家庭近况").fill("还没有保存的文字");
    await page.reload();
    await clerk.settled();
    expect(await page.getByLabel("家庭近况").inputValue()).toBe("还没有保存的文字");
    await page.keyboard.press("Escape");
  });

  it("is told in words why an opening is refused, beside the form", async () => {
    const visitor = await world.clerk();
    const helper = await newHelper(visitor, { name: "满员责任人" });
    await Promise.all(Array.from({ length: 5 }, () => openPairing(world, { helper })));
    await newHousehold(visitor, { name: "第六户" });
    const { page } = clerk;
    await clerk.goTo("/pairings/new");
    await page.getByRole("combobox", { name: "帮扶行动" }).click();
    await page.getByText("只走访示例方案").last().click();
    await page.getByLabel("帮扶对象").fill("第六户");
    await page.getByText("第六户").first().click();
    await page.getByLabel("帮扶责任人", { exact: true }).fill("满员");
    await page.getByText("满员责任人").first().click();
    await page.getByRole("button", { name: "登记结对" }).click();
    const refusal = page.getByRole("alert").filter({ hasText: "5 户" });
    await refusal.waitFor();
    expect(await refusal.count()).toBe(1);
    await clerk.picture("opening-refused");
  });

  it("opens why of an escalation: the sentence, the rule, the days counted", async () => {
    const due = await dueOn();
    await world.advanceTo(addDays(due, 12));
    const { page } = clerk;
    await clerk.goTo(`/pairings/${caseId}`);
    await page.getByRole("button", { name: "为什么" }).first().click();
    await page.getByRole("dialog").getByText("5 个工作日").first().waitFor();
    await clerk.picture("why");
    expect(await clerk.accessibilityFindings()).toEqual([]);
  });

  it("finds the parked case with its failure in the engine room", async () => {
    await world.stopWorker();
    await world.startWorker({ JIEDUI_WORKFLOW_BUNDLE: await bundleWith("evolve-throws") });
    const visitor = await world.clerk();
    const visit = (await world.events(caseId)).find(({ type }) => type === "VisitRecorded");
    await visitor.post(
      `/api/pairings/${caseId}/void-visit`,
      { basedOnSeq: visit?.seq, visitId: visit?.["visitId"], reason: "wrong-day" },
      "parked",
    );
    await world.as("engineer");
    const engineer = await Reader.open(world.baseUrl, WIDE);
    try {
      await engineer.signIn("engineer.all.nobody", PASSWORD);
      await eventually("the parked case to be seen", async () => {
        await engineer.goTo("/engine");
        return (await engineer.page.getByText("a bug that was put in on purpose").count()) > 0
          ? true
          : undefined;
      });
      await engineer.picture("engine-parked");
      expect(await engineer.accessibilityFindings()).toEqual([]);
      expect(engineer.outside).toEqual([]);
    } finally {
      await engineer.close();
      await world.stopWorker();
      await world.startWorker();
    }
  }, 240_000);

  it.each([
    ["wide", WIDE, "zh-CN", "light"],
    ["narrow", NARROW, "zh-CN", "light"],
    ["wide-en", WIDE, "en-US", "light"],
    ["narrow-en", NARROW, "en-US", "light"],
    ["dark", WIDE, "zh-CN", "dark"],
    ["contrast", WIDE, "zh-CN", "contrast"],
  ] as const)(
    "every page %s: no accessibility finding, no sideways scrolling, nothing from outside",
    async (name, viewport, locale, appearance) => {
      const reader = await Reader.open(world.baseUrl, viewport, locale);
      try {
        await reader.page.addInitScript(
          (kept) => localStorage.setItem("jiedui.appearance", kept),
          appearance,
        );
        await reader.goTo("/sign-in");
        const findings = [await findingsOf(reader, `${name}-sign-in`)];
        await world.as("administrator");
        await reader.page.locator("#login").fill("administrator.all.nobody");
        await reader.page.locator("#password").fill(PASSWORD);
        await reader.page.keyboard.press("Enter");
        await reader.page.waitForURL((url) => !url.pathname.includes("sign-in"));
        for (const [page, address] of [
          ["today", "/today"],
          ["pairings", "/pairings"],
          ["pairings-empty", "/pairings?search=没有这个人"],
          ["pairing", `/pairings/${caseId}`],
          ["pairing-why", `/pairings/${caseId}?why=1`],
          ["pairing-visit-form", `/pairings/${caseId}?act=recordVisit`],
          ["pairing-closing-form", `/pairings/${caseId}?act=requestClosing`],
          ["pairing-not-yet", `/pairings/${caseId}?asOf=2020-01-01`],
          ["missing", "/nowhere"],
          ["opening", "/pairings/new"],
          ["subjects", "/register/subjects"],
          ["helpers", "/register/helpers"],
          ["organisations", "/register/organisations"],
          ["accounts", "/accounts"],
          ["engine", "/engine"],
          ["history", `/engine/${caseId}`],
        ] as const) {
          await reader.goTo(address);
          findings.push(await findingsOf(reader, `${name}-${page}`));
        }
        expect(findings.flat()).toEqual([]);
        expect(reader.outside).toEqual([]);
        expect(reader.faults).toEqual([]);
      } finally {
        await reader.close();
      }
    },
    240_000,
  );

  it("everything that opens first weighs less than 300 kB compressed", async () => {
    const reader = await Reader.open(world.baseUrl, WIDE);
    try {
      await reader.goTo("/sign-in");
      const bytes = await reader.page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .reduce((sum, each) => sum + (each as PerformanceResourceTiming).encodedBodySize, 0),
      );
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThan(300_000);
    } finally {
      await reader.close();
    }
  });

  it("a list of pairings is walked with the keyboard", async () => {
    await openPairing(world);
    const { page } = clerk;
    await clerk.goTo("/pairings");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/pairings\/[0-9a-f-]{36}/);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    expect(clerk.faults).toEqual([]);
    expect(clerk.outside).toEqual([]);
  });

  async function findingsOf(reader: Reader, name: string): Promise<string[]> {
    await reader.picture(name);
    const sideways = await reader.sidewaysPixels();
    return [
      ...(await reader.accessibilityFindings()),
      ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
    ].map((finding) => `${name}: ${finding}`);
  }

  async function expectText(text: string): Promise<void> {
    await clerk.page.getByText(text).first().waitFor();
  }

  async function dueOn(): Promise<Day> {
    const { body } = await (await world.clerk()).get<{ next: { dueOn: Day } }>(`/api/pairings/${caseId}`);
    return body.next.dueOn;
  }
});
