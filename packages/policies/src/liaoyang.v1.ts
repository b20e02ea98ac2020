import { LIFT_OUT_CRITERIA } from "@jiedui/domain";
import type { PolicyDocument } from "./policy-document";
import {
  CORRECTION_BY_OFFICES,
  COUNTY_IN_TEN_DAYS,
  FIVE_MUSTS,
  FIVE_ONES,
  HELPER_TO_COUNTY,
  LINES_SINCE_2016,
  MONTHLY_VISIT,
  TOWNSHIP_THEN_COUNTY,
} from "./presets";

/**
 * Liaoyang's action of 1994-97: cadres, social groups and private owners, several of them for one household (9,273
 * helpers for 6,684 households); relief, and at least one project; whoever has helped one household out takes another.
 */
export const liaoyangV1: PolicyDocument = {
  programmeId: "liaoyang",
  version: 1,
  name: "辽阳市结对扶贫",
  place: "辽宁省辽阳市",
  areaCode: "211000000000",
  inForceFrom: "1994-01-01",
  term: { months: 36, ladder: COUNTY_IN_TEN_DAYS, source: "辽阳市 1994-97 年：三年为期，不脱贫不脱钩" },
  subjectKinds: {
    "poor-household": { leadRankAtLeast: "none" },
    "extreme-poor-household": { leadRankAtLeast: "none" },
    "needy-student": { leadRankAtLeast: "none" },
    "lone-elderly": { leadRankAtLeast: "none" },
    "urban-allowance-household": { leadRankAtLeast: "none" },
  },
  mostCoHelpers: 8,
  householdsPerHelper: { none: 5, general: 2, section: 2, county: 2, "vice-city": 2 },
  visit: { ...MONTHLY_VISIT, source: "每月走访一次为通例；宽限与升级时限由市结对办定" },
  occasions: {
    musts: FIVE_MUSTS,
    visitWithinDays: 7,
    personalDays: [],
    festivals: ["spring-festival", "mid-autumn"],
    daysBefore: 10,
    ladder: HELPER_TO_COUNTY,
    source: "春节、中秋带慰问品走访为各地通例",
  },
  plan: {
    ...FIVE_ONES,
    ofKinds: ["poor-household", "extreme-poor-household"],
    parts: ["income-scheme", "project"],
    source: "辽阳市：救济之外，每户至少一个致富项目",
  },
  handover: {
    ladder: [{ seat: "unit-head", workingDays: 10 }, ...COUNTY_IN_TEN_DAYS],
    source: "帮扶人变动由所在单位补齐",
  },
  closing: { ladder: COUNTY_IN_TEN_DAYS, source: "结案须有理由并由另一人批准" },
  correction: CORRECTION_BY_OFFICES,
  income: {
    yearBeginsOn: "01-01",
    lines: [
      { incomeYear: 1994, lineFen: 44_000, source: "1994 年农村贫困标准 440 元" },
      { incomeYear: 1995, untilIncomeYear: 1996, lineFen: 53_000, source: "1995 年农村贫困标准 530 元" },
      { incomeYear: 1997, lineFen: 64_000, source: "1997 年农村贫困标准 640 元" },
      ...LINES_SINCE_2016.slice(-1),
    ],
  },
  liftOut: {
    incomeYearsOverLine: 1,
    criteria: [...LIFT_OUT_CRITERIA],
    appraisalQuorumPercent: 50,
    steps: [
      { step: "appraisal", ladder: TOWNSHIP_THEN_COUNTY },
      { step: "on-site-check", ladder: TOWNSHIP_THEN_COUNTY },
      { step: "acknowledgement", ladder: TOWNSHIP_THEN_COUNTY },
      { step: "village-notice", ladder: TOWNSHIP_THEN_COUNTY },
      { step: "township-review", ladder: TOWNSHIP_THEN_COUNTY },
      { step: "county-check", ladder: COUNTY_IN_TEN_DAYS },
      { step: "approval", ladder: COUNTY_IN_TEN_DAYS },
      { step: "announcement", ladder: TOWNSHIP_THEN_COUNTY },
    ],
    villageNotice: { days: 7, counting: "calendar-days" },
    townshipNotice: { days: 7, counting: "calendar-days" },
    objectionLadder: TOWNSHIP_THEN_COUNTY,
    sample: { kind: "share", percent: 30 },
    source: "村民评议、张榜公布、乡镇核查、市县验收；县级抽查不少于三成",
  },
  revisit: {
    everyMonths: 6,
    forMonths: 24,
    relapseLinePercent: 100,
    relapseLadder: COUNTY_IN_TEN_DAYS,
    offerLadder: TOWNSHIP_THEN_COUNTY,
    completionLadder: COUNTY_IN_TEN_DAYS,
    source: "辽阳市：首批脱贫户回访，帮扶人再结新户",
  },
  notice: { identificationDays: 7, exitDays: 7, source: "村级公示七天" },
};
