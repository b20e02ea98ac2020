import { RANKS, SUBJECT_KINDS } from "@jiedui/domain";
import type { PolicyDocument } from "./policy-document";

/** A made-up programme for tests: every kind, short ladders, two reminders, round numbers. */
export const exampleV1: PolicyDocument = {
  programmeId: "example",
  version: 1,
  name: "示例方案",
  place: "示例县",
  areaCode: null,
  inForceFrom: "2012-01-01",
  term: { months: 36, source: "made up" },
  subjectKinds: Object.fromEntries(SUBJECT_KINDS.map((kind) => [kind, { leadRankAtLeast: "none" }])),
  mostCoHelpers: 3,
  householdsPerHelper: Object.fromEntries(
    RANKS.map((rank) => [rank, 3]),
  ) as PolicyDocument["householdsPerHelper"],
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
    reminderDaysBefore: [7, 2],
    ladder: [
      { seat: "lead-helper", workingDays: 5 },
      { seat: "unit-head", workingDays: 3 },
      { seat: "township-office", workingDays: 5 },
      { seat: "county-office", workingDays: 10 },
    ],
    source: "made up",
  },
  closing: { ladder: [{ seat: "county-office", workingDays: 10 }], source: "made up" },
};
