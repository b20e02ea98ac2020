import type { planTerms as chinese } from "../zh-CN/plan-terms";
import type { Translated } from "../translated";

/** The plan's and the measures' own terms. */
export const planTerms: Translated<typeof chinese> = {
  planPart: {
    "income-scheme": "Lift-out plan with income scheme",
    project: "One workable project",
    training: "Training in one or two skills",
    "policy-or-loan": "One supporting policy or small loan",
    "living-conditions": "House, water and road",
  },
  planGround: {
    detached: "detached",
    inflated: "inflated",
    "box-ticking": "box-ticking",
    "relief-only": "relief only",
    "parts-missing": "parts missing",
  },
  planCall: {
    signed: "pairing signed",
    "taken-over": "taken over from paper",
    "sent-back": "sent back",
    "year-over": "year over",
    "review-of-term": "asked for by the review of the term",
    relapse: "relapse",
  },
  measureKind: {
    cash: "cash",
    "in-kind": "goods",
    grain: "grain",
    clothing: "clothing",
    housing: "housing",
    medical: "medical care",
    project: "project",
    job: "job",
    training: "training",
    "school-fees": "school fees waived",
    "policy-obtained": "policy obtained",
  },
  measureUnit: {
    item: "item(s)",
    kilogram: "kg",
    piece: "piece(s)",
    room: "room(s)",
    person: "person(s)",
    project: "project(s)",
    policy: "policy(ies)",
  },
  projectStage: {
    prepared: "prepared",
    started: "started",
    producing: "producing",
    earning: "earning",
    "given-up": "given up",
  },
  correctionReason: {
    "wrong-number": "wrong figure",
    "entered-twice": "entered twice",
    "wrong-household": "another household’s",
    "not-given": "never given",
  },
  lineStanding: {
    done: "done",
    "under-way": "under way",
    "not-begun": "not begun",
    late: "late",
  },
};
