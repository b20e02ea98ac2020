import { describe, expect, it } from "vitest";
import type { InboxItem } from "../api/types";
import { fold } from "./fold";

const item = (caseId: string, more: Partial<InboxItem> = {}) =>
  ({
    caseId,
    key: "visit:2026-03",
    kind: "visit",
    dueOn: "2026-03-31",
    rung: 0,
    seat: "lead-helper:h",
    deputy: false,
    ...more,
  }) as InboxItem;

describe("the inbox", () => {
  it("tells a person who holds thirty households once of the month's visits", () => {
    const thirty = Array.from({ length: 30 }, (_, number) => item(String(number)));
    expect(fold(thirty)).toMatchObject([{ items: { length: 30 } }]);
  });

  it("keeps apart what is due on another day, has climbed, or is of another kind; each where it stood", () => {
    const items = [
      item("1"),
      item("2", { rung: 1 }),
      item("3"),
      item("4", { kind: "handover-answer" }),
      item("5"),
      item("6", { dueOn: "2026-04-30" }),
    ];
    expect(fold(items).map((each) => each.items.map(({ caseId }) => caseId))).toEqual([
      ["1", "3", "5"],
      ["2"],
      ["4"],
      ["6"],
    ]);
  });

  it("leaves two alone, for they are read as fast unfolded", () => {
    expect(fold([item("1"), item("2")])).toHaveLength(2);
  });
});
