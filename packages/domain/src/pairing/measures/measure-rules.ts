import { refuse, type Refused } from "../../case/decision";
import type { MeasureAmount, MeasureKind, MeasureUnit } from "./measures.moves";

/** How a programme counts a kind of measure. */
export interface MeasureKindRule {
  readonly kind: MeasureKind;
  /** Null: it counts in money alone. */
  readonly unit: MeasureUnit | null;
  /** Whether what it cost, or is worth, has to be told. */
  readonly money: "asked" | "optional" | "none";
  /** Whether it may bring an income ("blood-making", 造血); what is eaten, worn or paid away cannot. */
  readonly mayProduce: boolean;
}

export interface MeasureRules {
  readonly kinds: readonly MeasureKindRule[];
}

/** What of a policy is read here. */
interface OfPolicy {
  readonly measures?: MeasureRules;
}

/** As Liaoyang counted its help from 1994 on; for policies that say nothing of measures. */
const USUAL: MeasureRules = {
  kinds: [
    { kind: "cash", unit: null, money: "asked", mayProduce: false },
    { kind: "in-kind", unit: "item", money: "optional", mayProduce: true },
    { kind: "grain", unit: "kilogram", money: "none", mayProduce: false },
    { kind: "clothing", unit: "piece", money: "none", mayProduce: false },
    { kind: "housing", unit: "room", money: "optional", mayProduce: false },
    { kind: "medical", unit: "person", money: "asked", mayProduce: false },
    { kind: "project", unit: "project", money: "optional", mayProduce: true },
    { kind: "job", unit: "person", money: "none", mayProduce: true },
    { kind: "training", unit: "person", money: "none", mayProduce: true },
    { kind: "school-fees", unit: "person", money: "optional", mayProduce: false },
    { kind: "policy-obtained", unit: "policy", money: "optional", mayProduce: true },
  ],
};

export function measureRulesOf({ measures = USUAL }: Pick<OfPolicy, "measures">): MeasureRules {
  return measures;
}

/** Why so much of that kind cannot be, under a policy; undefined: it can. */
export function refusalOfAmount(
  { kind, amount, amountFen }: MeasureAmount,
  rules: Pick<OfPolicy, "measures">,
): Refused | undefined {
  const { kinds } = measureRulesOf(rules);
  const rule = kinds.find((each) => each.kind === kind);
  if (rule === undefined)
    return refuse({
      code: "MEASURE_KIND_NOT_IN_POLICY",
      measureKind: kind,
      allowed: kinds.map((each) => each.kind),
    });
  const { unit, money } = rule;
  const isCounted = unit === null ? amount === 0 : amount > 0;
  const isPaid = money === "optional" || (money === "none" ? amountFen === 0 : amountFen > 0);
  return isCounted && isPaid
    ? undefined
    : refuse({ code: "MEASURE_AMOUNT_DOES_NOT_FIT", measureKind: kind, unit, money });
}
