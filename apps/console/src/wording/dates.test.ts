import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { learn, startLanguages } from "../locales";
import { dueInWords, fullDay, fullInstant, leftUntil, monthName, nearDay } from "./dates";

beforeAll(async () => {
  await startLanguages();
  await learn("en");
});
const zh = () => i18next.getFixedT("zh-CN", "console");
const en = () => i18next.getFixedT("en", "console");

describe("dates", () => {
  it("are written as people write them", () => {
    expect(fullDay("2016-03-05", "zh-CN")).toBe("2016年3月5日 周六");
    expect(fullDay("2016-03-05", "en")).toBe("Sat 5 Mar 2016");
  });

  it("name a month without the year when it is this year's", () => {
    expect(monthName("2016-03", "zh-CN", "2016-04-08")).toBe("3月");
    expect(monthName("2015-12", "zh-CN", "2016-04-08")).toBe("2015年12月");
    expect(monthName("2015-12", "en", "2016-04-08")).toBe("December 2015");
  });

  it("show an instant in China's time, wherever the browser is", () => {
    expect(fullInstant("2016-03-04T16:30:00Z", "zh-CN")).toBe("2016年3月5日 周六 00:30");
  });

  it("are relative when near", () => {
    expect(nearDay("2016-03-05", "2016-03-05", zh(), "zh-CN")).toBe("今天");
    expect(nearDay("2016-03-02", "2016-03-05", zh(), "zh-CN")).toBe("3 天前");
    expect(nearDay("2016-01-02", "2016-03-05", zh(), "zh-CN")).toBe("1月2日");
  });
});

describe("what is due", () => {
  it("says how many days are left, and from when on it is late", () => {
    expect(dueInWords("2016-03-31", "2016-03-28", zh())).toBe("还有 3 天");
    expect(dueInWords("2016-03-31", "2016-03-31", zh())).toBe("今天到期");
    expect(dueInWords("2016-03-31", "2016-04-03", zh())).toBe("逾期 3 天");
  });

  it("counts working days when they are known, and one day as one", () => {
    expect(dueInWords("2016-03-31", "2016-04-05", zh(), 2)).toBe("逾期 2 个工作日");
    expect(dueInWords("2016-03-31", "2016-04-01", en(), 1)).toBe("1 working day overdue");
  });
});

describe("a term", () => {
  it("is counted down in whole months and days", () => {
    expect(leftUntil("2019-03-05", "2016-03-05")).toEqual({ months: 36, days: 0 });
    expect(leftUntil("2016-04-10", "2016-03-31")).toEqual({ months: 0, days: 10 });
    expect(leftUntil("2016-04-10", "2016-04-10")).toBeNull();
  });
});
