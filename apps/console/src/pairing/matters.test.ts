import { describe, expect, it } from "vitest";
import { EVENT_FILTERS } from "../app/search";
import { zh } from "../locales/zh-CN";
import { EVENTS_OF, isShownBy } from "./matters";

const TYPES = Object.keys(zh.terms.event);

describe("the matters of a pairing", () => {
  it("hold every event of its log, each in one matter", () => {
    expect(Object.values(EVENTS_OF).flat().sort()).toEqual([...TYPES].sort());
  });

  it("are all reached by a chip above the story", () => {
    const unreached = TYPES.filter((type) => !EVENT_FILTERS.some((filter) => isShownBy(filter, type)));
    expect(unreached).toEqual([]);
  });
});
