import {
  HELPER_PART_WORDS,
  RANK_WORDS,
  recogniseHeadings,
  ROSTER_COLUMNS,
  STAGE_WORDS,
  SUBJECT_KIND_WORDS,
  UNIT_KIND_WORDS,
  codeOf,
} from "@jiedui/domain";
import { ROSTER_LANGUAGES } from "./roster";
import { ROSTER_HEADINGS, rosterReasonSentence } from "./roster-words";

describe("the words of a roster's workbook", () => {
  it.each(ROSTER_LANGUAGES)("in %s are headings that are recognised when they come back", (language) => {
    const headings = ROSTER_COLUMNS.map((column) => ROSTER_HEADINGS[language][column]);
    const { columns, parts } = recogniseHeadings(headings, 1);
    expect(columns.map(({ column }) => column)).toEqual(ROSTER_COLUMNS);
    expect(parts).toEqual(["unit", "helper", "household", "pair"]);
  });

  it("say a reason with the user's own heading and its facts, and leave no place empty", () => {
    const twice = { code: "HOUSEHOLD_TWICE", facts: { firstLine: 7 } };
    expect(rosterReasonSentence(twice, "zh-CN")).toBe("与第 7 行的身份证号相同。");
    const empty = { code: "CELL_EMPTY", facts: { column: "rank" } };
    expect(rosterReasonSentence(empty, "en")).toBe("“Rank” is empty.");
    expect(rosterReasonSentence(empty, "zh-CN", "级别")).toBe("“级别”没有填写。");
    expect(rosterReasonSentence({ code: "OF_A_LATER_RELEASE", facts: {} }, "en")).toBe("OF_A_LATER_RELEASE");
  });

  it("that may be filled in mean one thing each", () => {
    for (const words of [
      RANK_WORDS,
      SUBJECT_KIND_WORDS,
      UNIT_KIND_WORDS,
      HELPER_PART_WORDS,
      STAGE_WORDS,
    ] as Record<string, readonly string[]>[])
      for (const [code, each] of Object.entries(words))
        for (const word of each) expect([word, codeOf(words, word)]).toEqual([word, code]);
  });
});
