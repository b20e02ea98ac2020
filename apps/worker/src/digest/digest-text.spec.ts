import type { DigestToSend } from "@jiedui/database";
import type { Day } from "@jiedui/domain";
import { digestText } from "./digest-text";

const DIGEST: DigestToSend = {
  id: "1",
  day: "2027-03-05" as Day,
  accountId: null,
  areaName: "城关镇",
  newlyDue: 12,
  newlyOverdue: 0,
  escalated: 1,
  repeated: 2,
  overdue: 8,
};

describe("a digest", () => {
  it("tells an office what is new, and counts the quiet repeats among what stands", () => {
    expect(digestText(DIGEST)).toEqual({
      text: "【结对】2027年3月5日城关镇结对办：新到期 12 项，逾期升级 1 项；逾期未办共 8 项（其中再次提醒 2 项）。",
      link: "/today",
    });
  });

  it("tells an account the same without a word of whose it is", () => {
    const own = { ...DIGEST, accountId: "a", areaName: null, overdue: 0, repeated: 0 };
    expect(digestText(own).text).toBe("【结对】2027年3月5日：新到期 12 项，逾期升级 1 项。");
  });
});
