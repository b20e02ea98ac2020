import { day } from "@jiedui/domain";
import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../api/types";
import { eventTicks, monthMarks, spanOf, within } from "./look-back";

const event = (seq: number, type: string, recordedAt: string) =>
  ({ seq, type, recordedAt, happenedOn: "2015-12-01" }) as TimelineItem;

describe("looking back by day", () => {
  it("reaches from the day on which the opening was recorded, not from the signing, to today", () => {
    const events = [event(1, "PairingOpened", "2016-03-05T01:00:00.000Z")];
    expect(spanOf(events, day("2016-04-01"))).toEqual({ from: "2016-03-05", to: "2016-04-01" });
    expect(spanOf([], day("2016-04-01"))).toBeUndefined();
  });

  it("counts days in China's time", () => {
    const events = [event(1, "PairingOpened", "2016-03-05T17:00:00.000Z")];
    expect(spanOf(events, day("2016-04-01"))?.from).toBe("2016-03-06");
  });

  it("marks every month, names no more than fit, and none that would be cut off at an end", () => {
    const marks = monthMarks({ from: day("2016-03-05"), to: day("2026-03-05") });
    expect(marks).toHaveLength(120);
    expect(marks.filter(({ isNewYear }) => isNewYear)).toHaveLength(10);
    const named = marks.filter(({ isNamed }) => isNamed);
    expect(named.map(({ month }) => month)).toEqual(["2018-01", "2020-01", "2022-01", "2024-01"]);
    expect(named.every(({ at }) => at > 5 && at < 95)).toBe(true);
  });

  it("shows the loudest of what was recorded on a day, on the day of its record", () => {
    const span = { from: day("2016-03-01"), to: day("2016-03-11") };
    const ticks = eventTicks(span, [
      event(1, "PairingOpened", "2016-03-01T02:00:00.000Z"),
      event(2, "VisitRecorded", "2016-03-06T02:00:00.000Z"),
      event(3, "ObligationEscalated", "2016-03-06T03:00:00.000Z"),
    ]);
    expect(ticks).toEqual([
      { day: "2016-03-01", at: 0, tone: "done" },
      { day: "2016-03-06", at: 50, tone: "overdue" },
    ]);
  });

  it("never leaves the span", () => {
    const span = { from: day("2016-03-01"), to: day("2016-03-11") };
    expect([within(span, day("2016-02-01")), within(span, day("2016-04-11"))]).toEqual([span.from, span.to]);
  });
});
