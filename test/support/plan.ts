import { addMonths, type Day } from "@jiedui/domain";
import type { Answer, Visitor } from "./http";
import type { TestWorld } from "./world";

interface Planned {
  readonly caseId: string;
  readonly cadre: Visitor;
  readonly township: Visitor;
}

/** All five parts; piglets to earn by, and grain until then. */
export function planFor(today: Day, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    texts: {
      "income-scheme": "养猪为主，三年内人均过线",
      project: "发展生猪养殖五头",
      training: "户主参加养殖培训",
      "policy-or-loan": "申请产业奖补",
      "living-conditions": "修缮漏雨房屋一间",
    },
    lines: [
      {
        kind: "in-kind",
        amount: 5,
        until: addMonths(today, 6),
        isProducing: true,
        what: "仔猪",
      },
      { kind: "grain", amount: 200, until: addMonths(today, 3), what: "口粮" },
      { kind: "project", amount: 1, amountFen: 300_000, until: addMonths(today, 10), isProducing: true },
    ],
    note: "入户商定",
    ...more,
  };
}

export async function submitPlan(
  world: TestWorld,
  visitor: Visitor,
  caseId: string,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  return visitor.post(`/api/pairings/${caseId}/submit-plan`, planFor(await world.today(), more));
}

/** Approves or sends back what is under review, on the newest that the reviewer sees. */
export async function reviewPlan(
  visitor: Visitor,
  caseId: string,
  move: "approve-plan" | "send-back-plan",
  body: Record<string, unknown> = {},
): Promise<Answer> {
  const { body: pairing } = await visitor.get<{ seq: number }>(`/api/pairings/${caseId}`);
  return visitor.post(`/api/pairings/${caseId}/${move}`, { basedOnSeq: pairing.seq, ...body });
}

/** The helper's plan, approved by the township. */
export async function makePlan(world: TestWorld, { caseId, cadre, township }: Planned): Promise<void> {
  for (const answer of [
    await submitPlan(world, cadre, caseId),
    await reviewPlan(township, caseId, "approve-plan"),
  ])
    if (answer.status !== 200) throw new Error(`no plan was made: ${JSON.stringify(answer.body)}`);
}
