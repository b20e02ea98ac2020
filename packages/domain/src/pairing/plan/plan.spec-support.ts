import { day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedPairing, WHOLE_RULES, type PairingLife } from "../pairing.spec-support";
import { PLAN_PARTS, type PlannedMeasure, type PlanPayloads } from "./plan.moves";

export const PIGS: PlannedMeasure = {
  kind: "in-kind",
  amount: 5,
  amountFen: 0,
  until: day("2035-06-30"),
  isProducing: true,
};
export const GRAIN: PlannedMeasure = { ...PIGS, kind: "grain", amount: 200, isProducing: false };

/** All five parts, pigs to earn and grain to last until then. */
export const PLAN: PlanPayloads["submitPlan"] = { parts: PLAN_PARTS, lines: [PIGS, GRAIN] };

/** A pairing signed on 10 January 2026 whose plan waits for its review. */
export function submittedPlan(rules: PairingRules = WHOLE_RULES): PairingLife {
  const life = openedPairing({}, rules);
  life.give("submitPlan", PLAN, { by: "planner" });
  return life;
}

/** The same with its plan approved, where its programme asks for one. */
export function plannedPairing(rules: PairingRules = WHOLE_RULES): PairingLife {
  const life = submittedPlan(rules);
  life.give("approvePlan", {}, { by: "reviewer" });
  return life;
}
