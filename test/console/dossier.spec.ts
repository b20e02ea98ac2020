import path from "node:path";
import { addDays } from "@jiedui/domain";
import { A4, NARROW, Reader, WIDE } from "../support/browser";
import {
  lastIncomeYear,
  moved,
  openWholeLife,
  recordIncome,
  visitNow,
  type LiftingPairing,
} from "../support/lift-out";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const PARTS = [
  "帮扶对象",
  "家庭变动",
  "帮扶责任人",
  "签订与周期",
  "帮扶计划",
  "帮扶措施",
  "走访",
  "历年人均收入",
  "全部记录",
];
const DIARY = "老人住院，已帮助报销";

describe("a pairing's dossier", () => {
  let world: TestWorld;
  let lifting: LiftingPairing;
  beforeAll(async () => {
    world = await TestWorld.open({ consoleDir: CONSOLE });
    lifting = await openWholeLife(world);
    const { cadre, township, caseId } = lifting;
    const happenedOn = await world.today();
    await moved(cadre, caseId, "record-measure", { kind: "in-kind", amount: 50, happenedOn, line: 1 });
    const { body } = await cadre.get<{ measures: { newest: { seq: number }[] } }>(`/api/pairings/${caseId}`);
    const measureSeq = body.measures.newest[0]?.seq;
    await moved(cadre, caseId, "correct-measure", { measureSeq, amount: 4, reason: "wrong-number" });
    await moved(cadre, caseId, "record-measure", { kind: "cash", amountFen: 80_000, happenedOn });
    const newcomer = { name: "李新生", relation: "child" };
    await moved(township, caseId, "record-household-change", { change: "born", newcomer, happenedOn });
    const year = lastIncomeYear(happenedOn);
    await recordIncome(cadre, caseId, year - 1, 1_300_000);
    await recordIncome(cadre, caseId, year);
    await visitNow(world, lifting);
    await world.advanceDays(1);
    await moved(cadre, caseId, "record-visit", {
      happenedOn: await world.today(),
      occasion: "illness",
      form: { situation: DIARY },
    });
    await world.advanceTo(addDays(await world.today(), 20));
  }, 90_000);
  afterAll(() => world.close());

  it("is opened from the case, tells the life part by part, and prints on numbered sheets of A4 with nothing of the console around it", async () => {
    const clerk = await Reader.open(world.baseUrl, WIDE);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${lifting.caseId}`);
      await page.getByRole("link", { name: "打印档案" }).click();
      await page.getByRole("heading", { name: "结对帮扶档案" }).waitFor();
      await page.getByText("共走访 2 次").waitFor();
      await page.getByRole("img", { name: /人均收入由 .* 2,750.00 元到 .* 6,000.00 元/ }).waitFor();
      await page.getByText(DIARY).waitFor();
      for (const part of PARTS)
        expect(await page.getByRole("heading", { level: 2, name: part, exact: true }).count()).toBe(1);
      // Planned against done, with the correction as a line of its own.
      await page.getByRole("row", { name: /物资：仔猪（造血） 5 件 .* 4 件 进行中 · 80%/ }).waitFor();
      await page.getByRole("row", { name: /物资 -46 件 更正帮扶措施/ }).waitFor();
      await page.getByRole("row", { name: /合计 800\.00/ }).waitFor();
      await page
        .getByRole("row", { name: /李新生/ })
        .first()
        .waitFor();
      await clerk.picture("dossier");
      expect(await clerk.accessibilityFindings()).toEqual([]);

      await page.emulateMedia({ media: "print" });
      for (const aside of ["navigation", "search"] as const)
        expect(await page.getByRole(aside).filter({ visible: true }).count()).toBe(0);
      expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
      expect(await page.getByText("演练环境").first().isVisible()).toBe(true);
      const margins = await page.locator(".paper > style").textContent();
      expect(margins).toMatch(/size: A4/);
      expect(margins).toMatch(/"第 " counter\(page\) " 页，共 " counter\(pages\) " 页"/);
      expect(margins).toMatch(/保康县，\d{4}年\d{1,2}月\d{1,2}日打印/);
      const { sheets, size } = await clerk.print("dossier");
      expect(sheets).toBeGreaterThanOrEqual(2);
      expect(size).toEqual(A4);
      expect([clerk.outside, clerk.faults]).toEqual([[], []]);
    } finally {
      await clerk.close();
    }
  }, 90_000);

  it("for the public holds nothing of illness, nobody's own words, and no signatures; the choice is in the address", async () => {
    const clerk = await Reader.open(world.baseUrl, NARROW);
    try {
      await clerk.signIn("county-office.420626000000.nobody", PASSWORD);
      const { page } = clerk;
      await clerk.goTo(`/pairings/${lifting.caseId}/dossier`);
      await page.getByText("电话").waitFor();
      await clerk.picture("narrow-dossier");
      expect(await clerk.sidewaysPixels()).toBe(0);
      await page.getByText("对外公开").click();
      await page.waitForURL("**/dossier?reader=public");
      await page.getByText("供公开查阅").waitFor();
      const sheet = await page.locator(".paper").innerText();
      expect(sheet).toContain("共走访 2 次");
      expect(sheet).toMatch(/物资（造血）\s+5 件/);
      for (const hidden of [
        DIARY,
        "生病",
        "住院",
        "住址\n",
        "当面核算",
        "全部记录",
        "养殖收入",
        "仔猪",
        "李新生",
      ])
        expect(sheet).not.toContain(hidden);
      await clerk.picture("narrow-dossier-public");
      expect(await clerk.accessibilityFindings()).toEqual([]);
      expect(await clerk.sidewaysPixels()).toBe(0);
    } finally {
      await clerk.close();
    }
  }, 60_000);

  it("is made as it was known on an earlier day", async () => {
    const auditor = await Reader.open(world.baseUrl, WIDE, "en-US");
    try {
      await world.as("auditor");
      await auditor.signIn("auditor.all.nobody", PASSWORD);
      const [first] = await world.events(lifting.caseId);
      const openedOn = new Date((first?.recordedAtMs ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
      await auditor.goTo(`/pairings/${lifting.caseId}/dossier?asOf=${openedOn}`);
      await auditor.page.getByText("1 visit.").waitFor();
      expect([auditor.outside, auditor.faults]).toEqual([[], []]);
    } finally {
      await auditor.close();
    }
  }, 60_000);
});
