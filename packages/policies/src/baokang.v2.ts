import { FESTIVALS, PERSONAL_DAYS } from "@jiedui/domain";
import { baokangV1 } from "./baokang.v1";
import type { PolicyDocument } from "./policy-document";
import {
  CORRECTION_BY_OFFICES,
  COUNTY_IN_TEN_DAYS,
  FIVE_MUSTS,
  FIVE_ONES,
  HELPER_TO_COUNTY,
  INCOME_FROM_OCTOBER,
  NATIONAL_LIFT_OUT,
  QUARTERLY_REVISIT,
} from "./presets";

/**
 * Baokang's "five links" with the same five kinds of subject, told to the end: version 1 said nothing of occasions,
 * income, lift-out and what follows it. Pairings of version 1 keep it.
 */
export const baokangV2: PolicyDocument = {
  ...baokangV1,
  version: 2,
  term: { months: 36, ladder: COUNTY_IN_TEN_DAYS, source: "保康县 2012 年：一包三年，不脱贫不脱钩" },
  occasions: {
    musts: FIVE_MUSTS,
    visitWithinDays: 7,
    personalDays: [...PERSONAL_DAYS],
    festivals: [...FESTIVALS],
    daysOfKinds: ["rural-party-member"],
    daysBefore: 7,
    ladder: HELPER_TO_COUNTY,
    source: "保康县 2012 年：农村党员生日、入党日和传统节日走访；其他对象有事必到",
  },
  plan: { ...FIVE_ONES, ofKinds: ["poor-household"] },
  handover: {
    ladder: [{ seat: "unit-head", workingDays: 5 }, ...COUNTY_IN_TEN_DAYS],
    source: "帮扶责任人变动由单位当周补齐",
  },
  correction: CORRECTION_BY_OFFICES,
  income: INCOME_FROM_OCTOBER,
  liftOut: NATIONAL_LIFT_OUT,
  revisit: QUARTERLY_REVISIT,
};
