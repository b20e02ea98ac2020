import type { DivisionCode } from "../area/division-code";
import { day, startOf, type Day, type Month } from "../time/day";
import { SHAM_RULES } from "./sham.rules";
import {
  allOnLastDay,
  areaOfBoth,
  copiedText,
  farApart,
  mayJudge,
  photographTwice,
  type Photograph,
  type RecordedVisit,
} from "./sham.signs";

const VILLAGE = "420626100001" as DivisionCode;
const SAME_TOWN = "420626100007" as DivisionCode;
const OTHER_TOWN = "420626102003" as DivisionCode;
const TODAY = day("2016-03-05");

function at(theDay: Day, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return startOf(theDay) + (hours * 60 + minutes) * 60_000;
}

let cases = 0;
function visit(more: Partial<RecordedVisit> & { entered?: string } = {}): RecordedVisit {
  const { entered = "10:00", ...rest } = more;
  cases += 1;
  const happenedOn = more.happenedOn ?? TODAY;
  return {
    caseId: `case-${cases}`,
    seq: 2,
    helperId: "helper",
    areaCode: VILLAGE,
    happenedOn,
    recordedAtMs: at(happenedOn, entered),
    isEnteredByHelper: true,
    photographs: [],
    ...rest,
  };
}

const photo = (clock: string | null, latitude: number, hash = `${clock}${latitude}`): Photograph => ({
  hash,
  takenAtMs: clock === null ? null : at(TODAY, clock),
  place: { latitude, longitude: 111.25 },
});

describe("visits far apart within minutes", () => {
  it("are a sign when one helper's photographs stand closer in time than the way allows", () => {
    const one = visit({ photographs: [photo("09:00", 31.8)] });
    const other = visit({ photographs: [photo("09:12", 31.9)] });
    expect(farApart(other, [one], SHAM_RULES)).toMatchObject({
      kind: "far-apart",
      helperId: "helper",
      facts: { minutes: 12, kilometres: 11.1 },
      visits: [{ caseId: one.caseId }, { caseId: other.caseId }],
    });
  });

  it.each([
    ["the neighbour's house is near", photo("09:12", 31.81)],
    ["there was time for the way", photo("11:00", 31.9)],
  ])("are none when %s", (_what, photograph) => {
    const one = visit({ photographs: [photo("09:00", 31.8)] });
    expect(farApart(visit({ photographs: [photograph] }), [one], SHAM_RULES)).toBeUndefined();
  });

  it("are a sign without photographs when the helper enters them on the day from two townships", () => {
    const one = visit({ entered: "10:00" });
    const other = visit({ entered: "10:04", areaCode: OTHER_TOWN });
    expect(farApart(other, [one], SHAM_RULES)).toMatchObject({
      facts: { minutes: 4 },
      areaCode: "420626000000",
    });
  });

  it.each([
    ["both lie in one township", visit({ entered: "10:04", areaCode: SAME_TOWN })],
    ["an office enters them from paper", visit({ areaCode: OTHER_TOWN, isEnteredByHelper: false })],
    [
      "they are entered on a later day, as whoever had no signal does",
      visit({ areaCode: OTHER_TOWN, recordedAtMs: at(day("2016-03-06"), "10:01") }),
    ],
    ["another helper made the other one", visit({ areaCode: OTHER_TOWN, helperId: "another" })],
    ["hours lie between them", visit({ areaCode: OTHER_TOWN, entered: "14:00" })],
  ])("are none when %s", (_what, other) => {
    expect(farApart(other, [visit()], SHAM_RULES)).toBeUndefined();
  });

  it("photographs that show time enough count for more than when it was entered", () => {
    const one = visit({ entered: "20:00", photographs: [photo("09:00", 31.8)] });
    const evening = { entered: "20:02", areaCode: OTHER_TOWN };
    expect(
      farApart(visit({ ...evening, photographs: [photo("14:00", 31.95)] }), [one], SHAM_RULES),
    ).toBeUndefined();
    expect(
      farApart(visit({ ...evening, photographs: [photo(null, 31.95)] }), [one], SHAM_RULES),
    ).toBeDefined();
  });

  it("name the nearest of several, and the same two by the same key whichever comes first", () => {
    const [one, two] = [visit({ entered: "10:00" }), visit({ entered: "10:09" })];
    const last = visit({ entered: "10:10", areaCode: OTHER_TOWN });
    const sign = farApart(last, [one, two], SHAM_RULES);
    expect(sign?.visits[0]?.caseId).toBe(two.caseId);
    expect(farApart(two, [last], SHAM_RULES)?.key).toBe(sign?.key);
  });
});

describe("a copied diary", () => {
  it("is a sign when the same helper wrote it for another household", () => {
    const one = visit();
    const other = visit();
    expect(copiedText(other, [{ visit: one, similarity: 0.74 }], SHAM_RULES)).toMatchObject({
      kind: "copied-text",
      facts: { similarityPercent: 74 },
    });
  });

  it.each([
    ["the helper only has turns of phrase", visit(), 0.35],
    ["it tells of the same household again", visit({ caseId: "the-same" }), 0.9],
    ["somebody else wrote the other", visit({ helperId: "another" }), 0.9],
  ])("is none when %s", (_what, one, similarity) => {
    const other = visit({ caseId: "the-same" });
    expect(copiedText(other, [{ visit: one, similarity }], SHAM_RULES)).toBeUndefined();
  });
});

describe("a photograph used twice", () => {
  it("is a sign over cases and over helpers, and in one household's visits too", () => {
    const one = visit({ photographs: [photo("09:00", 31.8, "same")] });
    const elsewhere = visit({ helperId: "another", photographs: [photo("09:00", 31.8, "same")] });
    const again = { ...one, seq: 9, happenedOn: day("2016-04-05") };
    expect(photographTwice(elsewhere, [one])).toMatchObject({
      kind: "photo-twice",
      facts: { photographs: 1 },
    });
    expect(photographTwice(again, [one])?.visits.map(({ seq }) => seq)).toEqual([2, 9]);
  });

  it("is none when it comes twice with one visit, or is another of the same place and minute", () => {
    const one = visit({ photographs: [photo("09:00", 31.8, "a"), photo("09:00", 31.8, "a")] });
    expect(photographTwice(one, [one])).toBeUndefined();
    expect(photographTwice(visit({ photographs: [photo("09:00", 31.8, "b")] }), [one])).toBeUndefined();
  });
});

describe("everything entered on the last day of the month", () => {
  const MARCH = "2016-03" as Month;
  const LAST = day("2016-03-31");
  const enteredOn = (entered: Day, happened: string) =>
    visit({ happenedOn: day(happened), recordedAtMs: at(entered, "17:00") });
  const days = ["2016-03-02", "2016-03-14", "2016-03-31"];

  it("is one sign of the helper's month, with all its visits", () => {
    const visits = days.map((each) => enteredOn(LAST, each));
    expect(allOnLastDay(MARCH, visits, SHAM_RULES)).toMatchObject({
      key: "last-day:helper:2016-03",
      facts: { month: "2016-03", visits: 3 },
      happenedOn: LAST,
      visits: visits.map(({ caseId }) => ({ caseId })),
    });
  });

  it.each([
    ["one of them was entered before", [day("2016-03-02"), LAST, LAST], days],
    ["there are but two", [LAST, LAST], days.slice(1)],
    ["all of them were made on that day", [LAST, LAST, LAST], [LAST, LAST, LAST]],
  ])("is none when %s", (_what, entered, happened) => {
    const visits = entered.map((each, index) => enteredOn(each, happened[index] ?? LAST));
    expect(allOnLastDay(MARCH, visits, SHAM_RULES)).toBeUndefined();
  });

  it("leaves out what came in the next month, which says by itself that it is late", () => {
    const visits = [LAST, LAST, day("2016-04-02")].map((entered) => enteredOn(entered, "2016-03-09"));
    expect(allOnLastDay(MARCH, visits, SHAM_RULES)).toBeUndefined();
  });
});

describe("who sees a sign, and who judges it", () => {
  it("whoever sees all of its visits", () => {
    expect(areaOfBoth(VILLAGE, VILLAGE)).toBe(VILLAGE);
    expect(areaOfBoth(VILLAGE, SAME_TOWN)).toBe("420626100000");
    expect(areaOfBoth(VILLAGE, OTHER_TOWN)).toBe("420626000000");
    expect(areaOfBoth(VILLAGE, "620524100001" as DivisionCode)).toBe("000000000000");
  });

  it("never the helper, nor whoever entered one of the visits", () => {
    const sign = { helperId: "helper", enteredBy: ["clerk"] };
    expect(mayJudge({ accountId: "another", helperId: null }, sign)).toBe(true);
    expect(mayJudge({ accountId: "another", helperId: "helper" }, sign)).toBe(false);
    expect(mayJudge({ accountId: "clerk", helperId: null }, sign)).toBe(false);
  });
});
