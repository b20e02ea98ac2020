import type { PolicyDocument } from "./policy-document";

/**
 * Baokang's "five links" of 2012-16, first set of kinds: industry households, leading enterprises, petitioners, poor
 * households, rural party members. Numbers that the papers leave open are the field's usual ones, each with its source.
 */
export const baokangV1: PolicyDocument = {
  programmeId: "baokang",
  version: 1,
  name: "保康县“五个结对”",
  place: "湖北省襄阳市保康县",
  areaCode: "420626000000",
  inForceFrom: "2012-03-01",
  term: { months: 36, source: "保康县 2012 年：一包三年" },
  subjectKinds: {
    "industry-household": { leadRankAtLeast: "general" },
    "leading-enterprise": { leadRankAtLeast: "county" },
    petitioner: { leadRankAtLeast: "section" },
    "poor-household": { leadRankAtLeast: "general" },
    "rural-party-member": { leadRankAtLeast: "general" },
  },
  mostCoHelpers: 4,
  householdsPerHelper: { none: 5, general: 5, section: 5, county: 5, "vice-city": 5 },
  visit: {
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
    ladder: [
      { seat: "lead-helper", workingDays: 5 },
      { seat: "unit-head", workingDays: 3 },
      { seat: "township-office", workingDays: 5 },
      { seat: "county-office", workingDays: 10 },
    ],
    source: "保康县 2012 年：每月进村入户，用统一走访表；宽限与升级时限由县结对办定",
  },
  closing: {
    ladder: [{ seat: "county-office", workingDays: 10 }],
    source: "结案须有理由并由另一人批准",
  },
  revisit: { everyMonths: 3, forMonths: 12, source: "四不摘：脱贫后每季度至少回访一次" },
  notice: { identificationDays: 7, exitDays: 7, source: "村级公示七天" },
};
