import { FESTIVALS, MUST_OCCASIONS, PERSONAL_DAYS, PLAN_GROUNDS, PLAN_PARTS } from "@jiedui/domain";
import type { PolicyDocument } from "./policy-document";
import { exampleV1 } from "./example.v1";

const OFFICES = [
  { seat: "township-office" as const, workingDays: 5 },
  { seat: "county-office" as const, workingDays: 10 },
];
const COUNTY = [{ seat: "county-office" as const, workingDays: 10 }];

/** A made-up programme for tests in which a pairing lives its whole life: every part that a policy can have. */
export const wholeLifeV1: PolicyDocument = {
  ...exampleV1,
  programmeId: "whole-life",
  name: "全程示例方案",
  plan: {
    parts: [...PLAN_PARTS],
    producingAtLeast: 1,
    dueWithinDays: 30,
    ladder: [{ seat: "lead-helper", workingDays: 3 }, { seat: "unit-head", workingDays: 5 }, ...OFFICES],
    reviewLadder: OFFICES,
    grounds: [...PLAN_GROUNDS],
    renewAfterMonths: 12,
    source: "made up",
  },
  measures: {
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
    source: "made up",
  },
  occasions: {
    musts: [...MUST_OCCASIONS],
    visitWithinDays: 7,
    personalDays: [...PERSONAL_DAYS],
    festivals: [...FESTIVALS],
    daysBefore: 7,
    ladder: [{ seat: "lead-helper", workingDays: 3 }, { seat: "unit-head", workingDays: 3 }, ...COUNTY],
    source: "made up",
  },
  term: { months: 36, ladder: COUNTY, source: "made up" },
  income: {
    yearBeginsOn: "10-01",
    lines: Array.from({ length: 20 }, (_, index) => ({
      incomeYear: 2020 + index,
      lineFen: 400_000,
      source: "made up",
    })),
  },
  liftOut: {
    incomeYearsOverLine: 1,
    criteria: ["food", "clothing", "schooling", "medical-care", "housing"],
    appraisalQuorumPercent: 66,
    steps: [
      { step: "appraisal", ladder: OFFICES },
      { step: "on-site-check", ladder: OFFICES },
      { step: "acknowledgement", ladder: OFFICES },
      { step: "village-notice", ladder: OFFICES },
      { step: "township-review", ladder: OFFICES },
      { step: "township-notice", ladder: OFFICES },
      { step: "county-check", ladder: COUNTY },
      { step: "approval", ladder: COUNTY },
      { step: "announcement", ladder: OFFICES },
    ],
    villageNotice: { days: 7, counting: "calendar-days" },
    townshipNotice: { days: 5, counting: "working-days" },
    objectionLadder: OFFICES,
    sample: {
      kind: "tiers",
      tiers: [
        { upTo: 2, draw: null },
        { upTo: 10, draw: 2 },
        { upTo: null, draw: 3 },
      ],
    },
    source: "made up",
  },
  revisit: {
    everyMonths: 3,
    forMonths: 24,
    relapseLinePercent: 150,
    relapseLadder: COUNTY,
    offerLadder: OFFICES,
    completionLadder: COUNTY,
    source: "made up",
  },
  correction: { ladder: OFFICES, source: "made up" },
  closing: {
    ladder: OFFICES,
    kinds: {
      died: {
        proofs: ["death-certificate", "register-cancelled"],
        evidenceAtLeast: 1,
        asksDestination: false,
        source: "made up",
      },
    },
    reopenWithinDays: 20,
    source: "made up",
  },
  sham: {
    farApart: { withinMinutes: 60, kilometres: 8 },
    copiedText: { similarityAtLeast: 0.7, lettersAtLeast: 30, withinMonths: 6 },
    lastDay: { visitsAtLeast: 5 },
    source: "made up",
  },
};
