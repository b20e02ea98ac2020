import path from "node:path";
import { addMonths } from "@jiedui/domain";
import { expectBooksToBalance } from "../support/books";
import { Reader, WIDE } from "../support/browser";
import { newHelper, newHousehold } from "../support/county";
import {
  closeAtDesks,
  closeDesks,
  liftOutAtDesks,
  openDesks,
  planAtDesks,
  proposeAtDesk,
  helpAtDesk,
} from "../support/desks";
import { lifeOf, visitUntil, type LiftingPairing } from "../support/lift-out";
import { BAOKANG, LIAOYANG, WUSHAN, type Programme } from "../support/programme";
import { PASSWORD, TestWorld } from "../support/world";

const CONSOLE = path.join(__dirname, "..", "..", "apps", "console", "dist");
const TWO_PARTS = { 脱贫规划和增收方案: "养猪为主，三年内人均过线", 一个可行项目: "发展生猪养殖五头" };
const FIVE_PARTS = {
  ...TWO_PARTS,
  掌握一两门技能: "户主参加养殖培训",
  一项扶持政策或小额贷款: "申请产业奖补",
  "解决住房、饮水、道路难题": "修缮漏雨房屋一间",
};
const MONTHS_OF_HELP = 2;
/** The ranks of those who help: of the lead, then of whoever helps along. */
const LIVES = [
  ["baokang", { programme: BAOKANG, name: "保康县“五个结对”", ranks: ["section"], parts: FIVE_PARTS }],
  ["liaoyang", { programme: LIAOYANG, name: "辽阳市结对扶贫", ranks: ["none", "county"], parts: TWO_PARTS }],
  ["wushan", { programme: WUSHAN, name: "武山县“联村联户”", ranks: ["general"], parts: FIVE_PARTS }],
] as const;
const HELPERS = ["郑助民", "孙协民"];

describe("a whole life at the console", () => {
  let world: TestWorld;
  beforeAll(async () => (world = await TestWorld.open({ consoleDir: CONSOLE })), 90_000);
  afterAll(() => world.close());

  it.each(LIVES)(
    "in %s: from the signing to the end of the revisits, each form by whom it is for",
    async (picture, { programme, name, ranks, parts }) => {
      const lifting = await opened({ programme, name, ranks });
      const { caseId } = lifting;
      const desks = await openDesks(world, lifting);
      try {
        await planAtDesks(world, desks, caseId, parts);
        await helpAtDesk(desks, caseId);
        await visitUntil(world, lifting, addMonths(await world.today(), MONTHS_OF_HELP));
        await proposeAtDesk(desks, caseId);
        await desks.cadre.picture(`narrow-${picture}-proposed`);
        await liftOutAtDesks(world, lifting, desks);

        const { lifted } = (await lifeOf(lifting.county, caseId)).life;
        if (lifted === null) throw new Error("nobody was lifted out");
        const another = await newHousehold(lifting.county, { areaCode: programme.village });
        const { body } = await lifting.county.get<{ name: string }>(`/api/subjects/${another}`);
        await desks.township.take({ caseId, act: "offerHousehold", verb: "安排新的帮扶户" }, async (form) => {
          await desks.township.pick(form.getByLabel("新的帮扶户"), body.name);
        });
        await visitUntil(world, lifting, lifted.until);
        await world.advanceDays(2);
        await closeAtDesks(desks, caseId);
        await desks.county.page.getByText("已结案").first().waitFor();
        await desks.county.picture(`${picture}-closed`);
        expect(await desks.county.accessibilityFindings()).toEqual([]);
        for (const { outside, faults } of Object.values(desks) as Reader[])
          expect([outside, faults]).toEqual([[], []]);
      } finally {
        await closeDesks(desks);
      }
      const log = await world.events(caseId);
      expect(log.at(-1)).toMatchObject({ type: "PairingClosed", reason: "revisits-completed" });
      expect(log[0]).toMatchObject({
        programmeId: programme.programmeId,
        policyVersion: programme.policyVersion,
        leadHelperRank: ranks[0],
      });
      expect(log[0]?.["coHelpers"]).toHaveLength(ranks.length - 1);
      expect(log.map(({ type }) => type)).not.toContain("ObligationEscalated");
      await expectBooksToBalance(world, [caseId]);
    },
    240_000,
  );

  /** Signed at the county's desk: the programme, the household and the helper picked by name. */
  async function opened({
    programme,
    name,
    ranks,
  }: {
    programme: Programme;
    name: string;
    ranks: readonly string[];
  }): Promise<LiftingPairing> {
    const { county, town, village } = programme;
    const clerk = await world.as("county-office", county);
    const [helper] = await Promise.all(
      ranks.map((rank, index) => newHelper(clerk, { areaCode: county, rank, name: HELPERS[index] ?? "" })),
    );
    if (helper === undefined) throw new Error("somebody leads");
    const subjectName = `保小康${town.slice(0, 2)}`;
    const subjectId = await newHousehold(clerk, { areaCode: village, name: subjectName });
    const desk = await Reader.open(world.baseUrl, WIDE);
    try {
      await desk.signIn(`county-office.${county}.nobody`, PASSWORD);
      const { page } = desk;
      await desk.goTo("/pairings/new");
      await page.getByRole("combobox", { name: "帮扶行动" }).click();
      await page.locator(".ant-select-dropdown:visible").getByText(name).click();
      await desk.pick(page.getByLabel("帮扶对象"), subjectName);
      for (const [index, label] of ["帮扶责任人", "协同帮扶人"].slice(0, ranks.length).entries())
        await desk.pick(page.getByRole("combobox", { name: label }), HELPERS[index] ?? "");
      await page.keyboard.press("Tab");
      await page.getByRole("button", { name: "登记结对" }).click();
      await page.waitForURL(/\/pairings\/[0-9a-f-]{36}/);
      const caseId = new URL(page.url()).pathname.split("/")[2] ?? "";
      return {
        caseId,
        subjectId,
        helper,
        programme,
        cadre: await world.as("helper", null, helper.id),
        township: await world.as("township-office", town),
        county: clerk,
      };
    } finally {
      await desk.close();
    }
  }
});
