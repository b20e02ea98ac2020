import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../api/types";
import { byDay, helpersOverTime, measureRows, paidFen, visitRows, visitsByYear } from "./facts";

const NAMES = { one: "郑助民", two: "李接手", co: "王协同", "unit-one": "农业局", "unit-two": "林业局" };

function event(
  seq: number,
  type: string,
  happenedOn: string,
  data: Record<string, unknown> = {},
): TimelineItem {
  const recordedAt = `${happenedOn}T04:00:00.000Z`;
  return {
    seq,
    type,
    happenedOn,
    recordedAt,
    automatic: false,
    actorName: null,
    names: NAMES,
    data,
    contents: [],
  };
}
const OPENED = event(1, "PairingOpened", "2016-03-05", {
  leadHelperId: "one",
  helperUnitId: "unit-one",
  coHelpers: [{ id: "co", rank: "general" }],
});

describe("a dossier's facts", () => {
  it("say who was responsible on each day: the successor from the very day on which the former one ends", () => {
    const handedOver = event(2, "HandoverAccepted", "2017-06-01", {
      toHelperId: "two",
      toUnitId: "unit-two",
    });
    expect(helpersOverTime([OPENED, handedOver])).toMatchObject([
      { name: "郑助民", unit: "农业局", isLead: true, from: "2016-03-05", until: "2017-06-01" },
      { name: "王协同", isLead: false, from: "2016-03-05", until: null },
      { name: "李接手", unit: "林业局", isLead: true, from: "2017-06-01", until: null },
    ]);
  });

  it("end everybody's time when the case is closed, and nobody's twice", () => {
    const handedOver = event(2, "HandoverAccepted", "2017-06-01", { toHelperId: "two" });
    const closed = event(3, "PairingClosed", "2019-03-05");
    const untils = helpersOverTime([OPENED, handedOver, closed]).map(({ until }) => until);
    expect(untils).toEqual(["2017-06-01", "2019-03-05", "2019-03-05"]);
  });

  it("name a co-helper from the first to the last day, and not beside oneself after taking over", () => {
    const story = [
      OPENED,
      event(2, "CoHelperAdded", "2016-09-01", { helperId: "two" }),
      event(3, "CoHelperEnded", "2017-02-01", { helperId: "co" }),
      event(4, "HandoverAccepted", "2017-06-01", { toHelperId: "two", toUnitId: "unit-two" }),
    ];
    expect(helpersOverTime(story).map(({ name, isLead, until }) => [name, isLead, until])).toEqual([
      ["郑助民", true, "2017-06-01"],
      ["王协同", false, "2017-02-01"],
      ["李接手", false, "2017-06-01"],
      ["李接手", true, null],
    ]);
  });

  it("go on as they were when a closing is taken back", () => {
    const story = [
      OPENED,
      event(2, "CoHelperEnded", "2016-06-01", { helperId: "co" }),
      event(3, "PairingClosed", "2019-03-05"),
      event(4, "PairingReopened", "2019-03-20"),
    ];
    expect(helpersOverTime(story).map(({ until }) => until)).toEqual([null, "2016-06-01"]);
  });

  it("add up what was given: a counter-entry stands with what it takes back", () => {
    const story = [
      event(2, "MeasureRecorded", "2016-05-01", { kind: "goods", unit: "piece", amount: 50, line: 2 }),
      event(3, "MeasureCorrected", "2016-05-02", { kind: "goods", unit: "piece", amount: 5, byAmount: -45 }),
    ];
    expect(measureRows(story).map(({ amount, line, isCorrection }) => [amount, line, isCorrection])).toEqual([
      [50, 2, false],
      [-45, 0, true],
    ]);
  });

  it("leave out a visit that was voided, and put a late record where it belongs", () => {
    const story = [
      event(2, "VisitRecorded", "2016-05-01", { visitId: "a", helperId: "one", occasion: "regular" }),
      event(3, "VisitRecorded", "2016-04-01", { visitId: "b", helperId: "one", occasion: "regular" }),
      event(4, "VisitRecorded", "2017-01-01", { visitId: "c", helperId: "one", occasion: "regular" }),
      event(5, "VisitVoided", "2016-05-01", { visitId: "a" }),
    ];
    const visits = visitRows(story);
    expect(visits.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(visitsByYear(visits)).toEqual([
      ["2016", 1],
      ["2017", 1],
    ]);
  });

  it("show as paid only what carries an amount, a counter-entry's included", () => {
    expect(paidFen(event(2, "MeasureRecorded", "2016-05-01", { amountFen: 120_000 }))).toBe(120_000);
    const corrected = { amountFen: 20_000, byFen: -100_000 };
    expect(paidFen(event(3, "MeasureCorrected", "2016-05-02", corrected))).toBe(-100_000);
    expect(paidFen(OPENED)).toBeNull();
  });

  it("tell all events by their day, and within a day as they were recorded", () => {
    const story = [event(1, "a", "2016-05-02"), event(2, "b", "2016-05-01"), event(3, "c", "2016-05-02")];
    expect(byDay(story).map(({ seq }) => seq)).toEqual([2, 1, 3]);
  });
});
