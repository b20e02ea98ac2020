import { LIFT_OUT_CRITERIA, addDays, addMonths, type LiftOutStep } from "@jiedui/domain";
import { NARROW, Reader, WIDE } from "./browser";
import { eventually } from "./eventually";
import { lifeOf, visitNow, type LiftingPairing } from "./lift-out";
import { PASSWORD, type TestWorld } from "./world";

/** Whoever has a hand in a pairing's life, each at a console of their own: the cadre's is a telephone. */
interface Desks {
  readonly cadre: Reader;
  readonly township: Reader;
  readonly county: Reader;
}

export async function openDesks(
  world: TestWorld,
  { helper, programme: { county, town } }: Pick<LiftingPairing, "helper" | "programme">,
): Promise<Desks> {
  const [cadre, township, clerk] = await Promise.all([
    Reader.open(world.baseUrl, NARROW),
    Reader.open(world.baseUrl, WIDE),
    Reader.open(world.baseUrl, WIDE),
  ]);
  await cadre.signIn(`helper.all.${helper.id}`, PASSWORD);
  await township.signIn(`township-office.${town}.nobody`, PASSWORD);
  await clerk.signIn(`county-office.${county}.nobody`, PASSWORD);
  return { cadre, township, county: clerk };
}

export async function closeDesks(desks: Desks): Promise<void> {
  for (const reader of Object.values(desks) as Reader[]) await reader.close();
}

/** Written by the helper, part by part as the policy asks, and approved by the township. */
export async function planAtDesks(
  world: TestWorld,
  { cadre, township }: Desks,
  caseId: string,
  parts: Readonly<Record<string, string>>,
): Promise<void> {
  const until = addMonths(await world.today(), 6);
  await cadre.take({ caseId, act: "submitPlan", verb: "提交帮扶计划" }, async (form) => {
    await form.getByText(`${Object.keys(parts).length} 项内容写全`).waitFor();
    for (const [part, text] of Object.entries(parts)) await form.getByLabel(part).fill(text);
    const line = form.getByRole("group", { name: "第 1 条" });
    await cadre.choose(line.getByLabel("类别"), "物资");
    await line.getByLabel("内容").fill("仔猪");
    await line.getByLabel("数量（件）").fill("5");
    await line.getByLabel("完成期限").fill(until);
    await cadre.page.keyboard.press("Enter");
    await line.getByLabel("造血措施").check();
  });
  await township.take({ caseId, act: "approvePlan", verb: "批准帮扶计划" }, async (form) => {
    await form.getByText("我已逐条核对").click();
  });
}

/** A visit, and the piglets that were planned. */
export async function helpAtDesk({ cadre }: Desks, caseId: string): Promise<void> {
  await cadre.take({ caseId, act: "recordVisit", verb: "记录走访" }, async (form) => {
    await form.getByLabel("家庭近况").fill("猪舍已建好，孩子按时上学");
  });
  await cadre.take({ caseId, act: "recordMeasure", verb: "登记帮扶措施" }, async (form) => {
    await form.getByLabel("数量（件）").fill("5");
  });
}

/** The income of the year that is asked for, four heads over the line; then every criterion as it was found. */
export async function proposeAtDesk({ cadre }: Desks, caseId: string): Promise<void> {
  await cadre.take({ caseId, act: "recordIncome", verb: "登记收入" }, async (form) => {
    await form.getByLabel("家庭人口").fill("4");
    await form.getByLabel("养殖收入").fill("16000");
    await form.getByLabel("务工工资").fill("10000");
  });
  await cadre.take({ caseId, act: "proposeLiftOut", verb: "提出脱贫退出" }, async (form) => {
    await form.getByText("人均 6,500.00 元").waitFor();
    const boxes = form.getByRole("checkbox");
    await boxes.first().waitFor();
    expect(await boxes.count()).toBe(LIFT_OUT_CRITERIA.length);
    const proofs = form.getByRole("textbox", { name: "：凭据" });
    for (const proof of await proofs.all()) await proof.fill("入户看过");
    for (const box of await boxes.all()) await box.click();
  });
}

/** Takes a lift-out on, each step in its form by whom it is for, until the household is lifted out. */
export async function liftOutAtDesks(world: TestWorld, lifting: LiftingPairing, desks: Desks): Promise<void> {
  for (;;) {
    const { life } = await lifeOf(lifting.county, lifting.caseId);
    if (life.liftOut === null) return;
    await AT_DESK[life.liftOut.step](world, lifting, desks);
  }
}

type AtDesk = (world: TestWorld, lifting: LiftingPairing, desks: Desks) => Promise<void>;

const AT_DESK: Record<LiftOutStep, AtDesk> = {
  appraisal: async (_world, { caseId }, { township }) =>
    township.take({ caseId, act: "recordAppraisal", verb: "登记民主评议" }, async (form) => {
      const votes = { 应到人数: "30", 到会人数: "25", 同意票: "23", 不同意票: "1" };
      for (const [label, count] of Object.entries(votes))
        await form.getByLabel(label, { exact: true }).fill(count);
      await form.getByLabel("会议记录").fill("村民代表逐户评议");
    }),
  "on-site-check": async (_world, { caseId }, { township }) =>
    township.take({ caseId, act: "recordOnSiteCheck", verb: "登记入户核实" }, async (form) => {
      await form.getByLabel("人均收入").fill("6400");
      await form.getByText("属实", { exact: true }).click();
    }),
  acknowledgement: async (_world, { caseId }, { township }) =>
    township.take({ caseId, act: "recordAcknowledgement", verb: "登记农户认可" }, async (form) => {
      await form.getByText("按手印认可").click();
      await form.getByLabel("说明").fill("确认书存村委会");
    }),
  "village-notice": noticeAtDesk,
  "township-review": async (_world, { caseId }, { township }) =>
    township.take({ caseId, act: "recordTownshipReview", verb: "登记乡镇审核" }, async (form) => {
      await form.getByText("通过", { exact: true }).click();
    }),
  "township-notice": noticeAtDesk,
  "county-check": async (_world, lifting, { county }) => {
    await drawAtDesk(lifting, county);
    await county.take(
      { caseId: lifting.caseId, act: "recordCountyCheck", verb: "登记县级抽查" },
      async (form) => {
        await form.getByText("通过", { exact: true }).click();
      },
    );
  },
  approval: async (_world, { caseId }, { county }) =>
    county.take({ caseId, act: "approveLiftOut", verb: "批准脱贫退出" }, async (form) => {
      await form.getByText("我已核对评议").click();
    }),
  announcement: async (_world, { caseId }, { township }) =>
    township.take({ caseId, act: "announceLiftOut", verb: "公告脱贫" }, async () => undefined),
};

/** Made from the case's page, hung, and taken down when its days are over. */
async function noticeAtDesk(world: TestWorld, lifting: LiftingPairing, { township }: Desks): Promise<void> {
  const { page } = township;
  await township.goTo(`/pairings/${lifting.caseId}`);
  await page.getByRole("link", { name: "新建公示" }).click();
  await page.getByText("已选 1 / 1 户").waitFor();
  await page.getByLabel("异议受理处").fill("镇结对办，镇政府一楼");
  await page.getByRole("button", { name: "建立公示" }).click();
  await page.getByRole("button", { name: "张榜" }).click();
  await township.send(page.getByRole("dialog"), "张榜");
  const notice = await eventually("the notice to hang", async () => {
    const { life } = await lifeOf(lifting.township, lifting.caseId);
    return life.liftOut?.notice ?? undefined;
  });
  await world.advanceTo(addDays(notice.until, 1));
  await visitNow(world, lifting);
  await township.goTo(`/notices/${notice.id}`);
  await page.getByRole("button", { name: "公示结束" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("说明").fill("村务公开栏张榜，有照片");
  await form.getByText("公示已挂满规定天数").click();
  await township.send(form, "公示结束");
}

async function drawAtDesk({ caseId, county: clerk }: LiftingPairing, county: Reader): Promise<void> {
  const { page } = county;
  await county.goTo("/draws");
  await page.getByText("共 1 户，按方案抽 1 户").waitFor();
  await page.getByRole("button", { name: "抽签" }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "抽签" }).click();
  await page.getByText("抽中 1 户（共 1 户）").waitFor();
  await eventually("the case to know that it was drawn", async () => {
    const { body } = await clerk.get<{ moves: { move: string; allowed: boolean }[] }>(
      `/api/pairings/${caseId}`,
    );
    return body.moves.find(({ move }) => move === "recordCountyCheck")?.allowed === true ? true : undefined;
  });
}

/** The township has looked at every revisit; the county closes. */
export async function closeAtDesks({ township, county }: Desks, caseId: string): Promise<void> {
  await township.take({ caseId, act: "completeRevisits", verb: "申请期满结案" }, async (form) => {
    await form.getByText("各期回访均按期完成").waitFor();
    await form.getByLabel("说明").fill("回访台账逐次核对");
    await form.getByText("我已逐次核对回访记录").click();
  });
  await county.take({ caseId, act: "approveClosing", verb: "批准结案" }, async (form) => {
    await form.getByText("我已核对申请理由").click();
  });
}
