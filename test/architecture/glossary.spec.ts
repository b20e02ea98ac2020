import {
  ACKNOWLEDGEMENT_FORMS,
  AWAY_REASONS,
  DISMISSAL_REASONS,
  INCOME_SOURCES,
  LIFT_OUT_CRITERIA,
  LIFT_OUT_STEPS,
  LISTED_STATES,
  NOTICE_STATES,
  MONTH_END_LISTS,
  NO_OFFER_REASONS,
  CORRECTION_REASONS,
  LINE_STANDINGS,
  MEASURE_KINDS,
  MEASURE_UNITS,
  OBLIGATION_KINDS,
  PLAN_CALLS,
  PLAN_GROUNDS,
  PLAN_PARTS,
  PROJECT_STAGES,
  POVERTY_CAUSES,
  RELAPSE_GROUNDS,
  REVISIT_GAP_REASONS,
  SEND_BACK_GROUNDS,
  STRIKE_OFF_REASONS,
  TAKE_DOWN_REASONS,
  TERM_REVIEW_OUTCOMES,
  AREA_LEVELS,
  CLOSING_PROOFS,
  CLOSED_REASONS,
  CO_HELPER_END_REASONS,
  DECLINE_REASONS,
  FESTIVALS,
  HANDOVER_REASONS,
  HOUSEHOLD_CHANGES,
  NEW_HOUSEHOLD_OUTCOMES,
  INCOME_CHANGES,
  ORGANISATION_KINDS,
  PAIRING_MOVES,
  PAIRING_MOVES_BY_STAGE,
  RANKS,
  REJECTION_REASONS,
  REOPENING_REASONS,
  RELATIONS,
  SEAT_KINDS,
  SEXES,
  SHAM_JUDGEMENTS,
  SHAM_KINDS,
  SUBJECT_KINDS,
  VISIT_OCCASIONS,
  VOID_DECLINE_REASONS,
  VOID_REASONS,
} from "@jiedui/domain";
import { REQUEST_PROBLEM_CODES, ROLES } from "@jiedui/http-contracts";
import { CLOSING_REASONS_IN_CHINESE, LIST_TITLES } from "../../apps/api/src/month-end/month-end.words";
import { terms } from "../../apps/console/src/locales/zh-CN/terms";
import { filesBelow, text } from "./tree";

interface Section {
  readonly title: string;
  /** The name in code that the heading carries. */
  readonly list: string | undefined;
  /** Code name → Chinese. */
  readonly rows: ReadonlyMap<string, string>;
}

const sections = sectionsOf(text("docs/glossary.md"));
const listed = (list: string) => {
  const section = sections.find((each) => each.list === list);
  if (section === undefined) throw new Error(`docs/glossary.md has no heading that carries \`${list}\``);
  return section.rows;
};
const titled = (title: string) =>
  sections.find((each) => each.title === title)?.rows ?? new Map<string, string>();

/** Names that files of domain give in their types only. */
function namesIn(path: string, pattern: RegExp): string[] {
  return [...text(path).matchAll(pattern)].map(([, name]) => name ?? "");
}

/** Rules that obligations name, also where one of two is chosen. */
function rulesIn(path: string): string[] {
  return [...text(path).matchAll(/\brule: ([^\n]*)/g)].flatMap(([, line]) =>
    [...(line ?? "").matchAll(/"([\w-]+)"/g)].map(([, name]) => name ?? ""),
  );
}

const LISTS: Readonly<Record<string, readonly string[]>> = {
  subjectKind: SUBJECT_KINDS,
  rank: RANKS,
  organisationKind: ORGANISATION_KINDS,
  areaLevel: AREA_LEVELS,
  role: ROLES,
  seat: SEAT_KINDS,
  stage: Object.keys(PAIRING_MOVES_BY_STAGE),
  move: PAIRING_MOVES,
  occasion: VISIT_OCCASIONS,
  festival: FESTIVALS,
  handoverReason: HANDOVER_REASONS,
  householdChange: HOUSEHOLD_CHANGES,
  coHelperEndReason: CO_HELPER_END_REASONS,
  newHouseholdOutcome: NEW_HOUSEHOLD_OUTCOMES,
  declineReason: DECLINE_REASONS,
  closingReason: CLOSED_REASONS,
  voidReason: VOID_REASONS,
  awayReason: AWAY_REASONS,
  voidDeclineReason: VOID_DECLINE_REASONS,
  closingProof: CLOSING_PROOFS,
  reopeningReason: REOPENING_REASONS,
  rejectionReason: REJECTION_REASONS,
  shamKind: SHAM_KINDS,
  shamJudgement: SHAM_JUDGEMENTS,
  incomeChange: INCOME_CHANGES,
  liftOutStep: LIFT_OUT_STEPS,
  liftOutCriterion: LIFT_OUT_CRITERIA,
  sendBackGround: SEND_BACK_GROUNDS,
  acknowledgementForm: ACKNOWLEDGEMENT_FORMS,
  takeDownReason: TAKE_DOWN_REASONS,
  noticeState: NOTICE_STATES,
  listedState: LISTED_STATES,
  strikeOffReason: STRIKE_OFF_REASONS,
  incomeSource: INCOME_SOURCES,
  relapseGround: RELAPSE_GROUNDS,
  povertyCause: POVERTY_CAUSES,
  dismissalReason: DISMISSAL_REASONS,
  revisitGapReason: REVISIT_GAP_REASONS,
  noOfferReason: NO_OFFER_REASONS,
  termReviewOutcome: TERM_REVIEW_OUTCOMES,
  planPart: PLAN_PARTS,
  planGround: PLAN_GROUNDS,
  planCall: PLAN_CALLS,
  measureKind: MEASURE_KINDS,
  measureUnit: MEASURE_UNITS,
  projectStage: PROJECT_STAGES,
  correctionReason: CORRECTION_REASONS,
  lineStanding: LINE_STANDINGS,
  monthEndList: MONTH_END_LISTS,
  matter: OBLIGATION_KINDS,
  relation: RELATIONS,
  sex: SEXES,
};

/** Kept by part of a case's life, so that only their sets can be compared. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  event: filesBelow("packages/domain/src/pairing", [".events.ts"]).flatMap((path) =>
    namesIn(path, /extends Of<"(\w+)">/g),
  ),
  rule: [
    ...new Set(
      filesBelow("packages/domain/src", [".obligation.ts", ".matters.ts", ".rule.ts"]).flatMap(rulesIn),
    ),
  ],
};

describe("the glossary", () => {
  it.each(Object.keys(SETS))("has exactly the entries of %s that the code has", (list) => {
    expect([...listed(list).keys()].sort()).toEqual([...(SETS[list] ?? [])].sort());
  });

  it.each(Object.keys(LISTS))(
    "has exactly the entries of %s that the code has, in the same order",
    (list) => {
      expect([...listed(list).keys()]).toEqual(LISTS[list]);
    },
  );

  it("has every refusal by rule, and every problem of a request", () => {
    const refusals = namesIn("packages/domain/src/case/refusal.ts", /code: "([A-Z_]+)"/g);
    expect(refusals.length).toBeGreaterThan(20);
    expect([...titled("Refusals by rule").keys()]).toEqual(refusals);
    expect([...titled("What is wrong with a request").keys()]).toEqual(REQUEST_PROBLEM_CODES);
  });

  it("gives every entry a Chinese word and a meaning", () => {
    for (const { title, rows } of sections)
      for (const [code, chinese] of rows)
        expect([title, code, chinese]).toEqual([title, code, expect.stringMatching(/\p{Script=Han}/u)]);
  });
});

describe("a workbook's Chinese", () => {
  it("calls lists and reasons what the glossary calls them", () => {
    const closing = listed("closingReason");
    expect(LIST_TITLES).toEqual(Object.fromEntries(listed("monthEndList")));
    expect(CLOSING_REASONS_IN_CHINESE).toEqual(Object.fromEntries(closing));
  });
});

describe("the console's Chinese", () => {
  it("calls everything what the glossary calls it", () => {
    const single = Object.fromEntries(Object.entries(terms).filter(([, value]) => typeof value === "string"));
    expect(single).toEqual(Object.fromEntries(listed("terms")));
    for (const [list, words] of Object.entries(terms))
      if (typeof words !== "string") expect([list, words]).toEqual([list, Object.fromEntries(listed(list))]);
  });

  it("has words for every list of the glossary that code names", () => {
    const lists = sections.flatMap(({ list }) => (list === undefined || list === "terms" ? [] : [list]));
    expect(lists.filter((list) => !(list in terms))).toEqual([]);
  });
});

function sectionsOf(page: string): Section[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      const rows = lines
        .filter((line) => line.startsWith("|"))
        .slice(2)
        .map((line) => line.split("|").map((cell) => cell.trim()))
        .map(([, code = "", chinese = "", meaning = ""]): [string, string] => {
          if (meaning === "") throw new Error(`docs/glossary.md: ${code} has no meaning`);
          return [code.replaceAll("`", ""), chinese];
        });
      return {
        title: heading.replace(/`.*`/, "").trim(),
        list: /`(\w+)`/.exec(heading)?.[1],
        rows: new Map(rows),
      };
    });
}
