import { describe, expect, it } from "vitest";
import { capitalYuan, yuan } from "./money";

describe("an amount", () => {
  it.each([
    [0, "零元整"],
    [5, "伍分"],
    [50, "伍角"],
    [100, "壹元整"],
    [105, "壹元零伍分"],
    [1_000, "壹拾元整"],
    [120_000, "壹仟贰佰元整"],
    [100_500, "壹仟零伍元整"],
    [1_000_000, "壹万元整"],
    [1_000_100, "壹万零壹元整"],
    [10_203_040, "壹拾万零贰仟零叁拾元肆角"],
    [119_000_000_00, "壹亿壹仟玖佰万元整"],
    [10_000_000_001, "壹亿元零壹分"],
  ])("of %d fen is %s in capital characters", (fen, capitals) => {
    expect(capitalYuan(fen)).toBe(capitals);
  });

  it("has two places and groups of three in figures", () => {
    expect(yuan(119_000_000)).toBe("1,190,000.00");
  });
});
