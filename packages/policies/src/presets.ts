import { LIFT_OUT_CRITERIA, MUST_OCCASIONS, PLAN_GROUNDS, PLAN_PARTS } from "@jiedui/domain";
import type { PolicyDocument } from "./policy-document";

/**
 * What several programmes take over unchanged. A policy that is in force holds its own copy, and a test holds that copy
 * against its hash: a preset may be amended for policies to come, never for those that are there.
 */

type Ladder = PolicyDocument["closing"]["ladder"];

export const COUNTY_IN_TEN_DAYS: Ladder = [{ seat: "county-office", workingDays: 10 }];
export const TOWNSHIP_THEN_COUNTY: Ladder = [
  { seat: "township-office", workingDays: 5 },
  { seat: "county-office", workingDays: 10 },
];
export const HELPER_TO_COUNTY: Ladder = [
  { seat: "lead-helper", workingDays: 5 },
  { seat: "unit-head", workingDays: 3 },
  { seat: "township-office", workingDays: 5 },
  { seat: "county-office", workingDays: 10 },
];

/** Monthly, with the unified form. */
export const MONTHLY_VISIT: Omit<PolicyDocument["visit"], "source"> = {
  firstMonthIfSignedByDay: 15,
  everyMonths: 1,
  form: {
    version: 1,
    fields: [
      { name: "situation", required: true },
      { name: "problems", required: false },
      { name: "measures", required: false },
      { name: "opinions", required: false },
      { name: "incomeChange", required: false },
    ],
  },
  reminderDaysBefore: [5],
  ladder: HELPER_TO_COUNTY,
};

export const FIVE_MUSTS = [...MUST_OCCASIONS];

/**
 * Rural lines per head of the 2010 standard, at the prices of the years. A year without a figure of its own in our sources goes by the one
 * before; after 2020 the country set no new one.
 */
export const LINES_SINCE_2016: NonNullable<PolicyDocument["income"]>["lines"] = [
  { incomeYear: 2016, untilIncomeYear: 2018, lineFen: 295_200, source: "2016 年国家标准 2952 元" },
  { incomeYear: 2019, lineFen: 321_800, source: "2019 年国家标准 3218 元" },
  {
    incomeYear: 2020,
    untilIncomeYear: null,
    lineFen: 400_000,
    source: "2020 年国家标准约 4000 元，此后未再公布",
  },
];

/** Income years from October to September, as the registers of the time count them. */
export const INCOME_FROM_OCTOBER: NonNullable<PolicyDocument["income"]> = {
  yearBeginsOn: "10-01",
  lines: LINES_SINCE_2016,
};

/**
 * The national mechanism of 2016 for the exit of poor households, with the county practice of the time: appraisal by
 * two thirds, seven days of notice in village and township, a check of at least 20 or 30 households by the county.
 */
export const NATIONAL_LIFT_OUT: NonNullable<PolicyDocument["liftOut"]> = {
  incomeYearsOverLine: 1,
  criteria: [...LIFT_OUT_CRITERIA],
  appraisalQuorumPercent: 67,
  steps: [
    { step: "appraisal", ladder: TOWNSHIP_THEN_COUNTY },
    { step: "on-site-check", ladder: TOWNSHIP_THEN_COUNTY },
    { step: "acknowledgement", ladder: TOWNSHIP_THEN_COUNTY },
    { step: "village-notice", ladder: TOWNSHIP_THEN_COUNTY },
    { step: "township-review", ladder: TOWNSHIP_THEN_COUNTY },
    { step: "township-notice", ladder: TOWNSHIP_THEN_COUNTY },
    { step: "county-check", ladder: COUNTY_IN_TEN_DAYS },
    { step: "approval", ladder: COUNTY_IN_TEN_DAYS },
    { step: "announcement", ladder: TOWNSHIP_THEN_COUNTY },
  ],
  villageNotice: { days: 7, counting: "calendar-days" },
  townshipNotice: { days: 7, counting: "calendar-days" },
  objectionLadder: TOWNSHIP_THEN_COUNTY,
  sample: {
    kind: "tiers",
    tiers: [
      { upTo: 20, draw: null },
      { upTo: 100, draw: 20 },
      { upTo: null, draw: 30 },
    ],
  },
  source:
    "2016 年贫困退出机制；城口等县细则：村镇各公示七天，20 户以内全查、100 户以内不少于 20 户、以上不少于 30 户",
};

/** "Five ones" (五个一): a plan of the household's own with all five, renewed each year; relief alone is none. */
export const FIVE_ONES: NonNullable<PolicyDocument["plan"]> = {
  parts: [...PLAN_PARTS],
  producingAtLeast: 1,
  dueWithinDays: 60,
  ladder: HELPER_TO_COUNTY,
  reviewLadder: TOWNSHIP_THEN_COUNTY,
  grounds: [...PLAN_GROUNDS],
  renewAfterMonths: 12,
  source: "保康县“五个一”；甘肃双联：每户一至两个增收项目，每年修订；脱节、浮夸、走过场的退回重做",
};

/** Wrong entries are put right by two people. */
export const CORRECTION_BY_OFFICES: NonNullable<PolicyDocument["correction"]> = {
  ladder: TOWNSHIP_THEN_COUNTY,
  source: "更正由另一人核准",
};

/** Four that are not taken away after lift-out: responsibility, policy, help, supervision. */
export const QUARTERLY_REVISIT: NonNullable<PolicyDocument["revisit"]> = {
  everyMonths: 3,
  forMonths: 12,
  relapseLinePercent: 150,
  relapseLadder: COUNTY_IN_TEN_DAYS,
  offerLadder: TOWNSHIP_THEN_COUNTY,
  completionLadder: COUNTY_IN_TEN_DAYS,
  source: "四不摘：脱贫后每季度至少回访一次；防返贫监测线为国家标准的 1.5 倍",
};
