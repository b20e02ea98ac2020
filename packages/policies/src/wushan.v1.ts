import type { PolicyDocument } from "./policy-document";
import {
  CORRECTION_BY_OFFICES,
  COUNTY_IN_TEN_DAYS,
  FIVE_MUSTS,
  FIVE_ONES,
  HELPER_TO_COUNTY,
  INCOME_FROM_OCTOBER,
  MONTHLY_VISIT,
  NATIONAL_LIFT_OUT,
  QUARTERLY_REVISIT,
} from "./presets";

/**
 * Wushan's part of the "double link" action of 2012: every cadre holds several households (2,755 cadres for 14,286
 * households), comes on five occasions and to five kinds of need, and keeps ten don'ts.
 */
export const wushanV1: PolicyDocument = {
  programmeId: "wushan",
  version: 1,
  name: "武山县“联村联户”",
  place: "甘肃省天水市武山县",
  areaCode: "620524000000",
  inForceFrom: "2012-02-01",
  term: {
    months: 36,
    ladder: COUNTY_IN_TEN_DAYS,
    source: "甘肃省 2012 年双联行动：不脱贫不脱钩；期满未脱贫自动续期",
  },
  subjectKinds: {
    "poor-household": { leadRankAtLeast: "general" },
    "extreme-poor-household": { leadRankAtLeast: "general" },
    "lone-elderly": { leadRankAtLeast: "general" },
    "needy-student": { leadRankAtLeast: "general" },
  },
  mostCoHelpers: 2,
  householdsPerHelper: { none: 8, general: 8, section: 8, county: 8, "vice-city": 8 },
  visit: { ...MONTHLY_VISIT, source: "武山县：干部每月进村入户；宽限与升级时限由县结对办定" },
  occasions: {
    musts: FIVE_MUSTS,
    visitWithinDays: 3,
    personalDays: [],
    festivals: ["spring-festival", "dragon-boat", "mid-autumn"],
    daysBefore: 7,
    ladder: HELPER_TO_COUNTY,
    source: "武山县：五必到、五必访；春节、端午、中秋走访",
  },
  plan: { ...FIVE_ONES, ofKinds: ["poor-household", "extreme-poor-household"] },
  handover: {
    ladder: [{ seat: "unit-head", workingDays: 5 }, ...COUNTY_IN_TEN_DAYS],
    source: "干部调动、退休由单位接续，不断档",
  },
  closing: { ladder: COUNTY_IN_TEN_DAYS, source: "结案须有理由并由另一人批准" },
  correction: CORRECTION_BY_OFFICES,
  income: INCOME_FROM_OCTOBER,
  liftOut: NATIONAL_LIFT_OUT,
  revisit: QUARTERLY_REVISIT,
  notice: { identificationDays: 7, exitDays: 7, source: "村级公示七天" },
};
