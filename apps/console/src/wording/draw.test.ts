import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { startLanguages } from "../locales";
import { sampleRuleInWords } from "./draw";

describe("the rule of a draw in words", () => {
  beforeAll(startLanguages);

  it("names each size of group and how many are drawn of it", () => {
    const tiers = [
      { upTo: 20, draw: null },
      { upTo: 100, draw: 20 },
      { upTo: null, draw: 30 },
    ];
    expect(sampleRuleInWords({ kind: "tiers", tiers }, i18next.t)).toBe(
      "20 户及以下全部抽查；21 至 100 户抽 20 户；100 户以上抽 30 户",
    );
  });

  it("names the share", () => {
    expect(sampleRuleInWords({ kind: "share", percent: 30 }, i18next.t)).toBe(
      "按 30% 抽取，不足一户的按一户计",
    );
  });
});
