import type { DivisionCode } from "../area/division-code";
import { day } from "../time/day";
import type { PairingPayloads } from "./pairing.moves";
import {
  OPENING,
  PairingLife,
  RULES,
  noonOf,
  openedPairing,
  refusalOf,
  closingOf,
} from "./pairing.spec-support";

type Opening = PairingPayloads["open"];
const askToOpen = (changed: Partial<Opening>) =>
  new PairingLife(noonOf("2026-01-10")).ask("open", { ...OPENING, ...changed });
const PETITIONER = { ...OPENING.subject, kind: "petitioner" as const };

describe("opening a pairing", () => {
  it("fixes the policy, the term of three years and the first month with a visit", () => {
    expect(askToOpen({})).toMatchObject({
      accepted: true,
      events: [
        {
          type: "PairingOpened",
          happenedOn: "2026-01-10",
          policyVersion: 3,
          termMonths: 36,
          termEndsOn: "2029-01-10",
          firstVisitMonth: "2026-01",
          leadHelperId: "helper-1",
          coHelpers: [{ id: "helper-2", rank: "section" }],
        },
      ],
    });
  });

  it.each([
    ["2026-01-15", "2026-01"],
    ["2026-01-16", "2026-02"],
    ["2026-12-31", "2027-01"],
  ])("recorded on %s owes its first visit in %s, however early it was signed", (recordedOn, month) => {
    const life = new PairingLife(noonOf(recordedOn));
    expect(life.ask("open", { ...OPENING, signedOn: day("2025-11-02") })).toMatchObject({
      events: [{ firstVisitMonth: month }],
    });
  });

  it("is refused for a signing in the future, and names today", () => {
    expect(askToOpen({ signedOn: day("2026-01-11") })).toEqual({
      accepted: false,
      refusal: { code: "SIGNED_IN_FUTURE", signedOn: "2026-01-11", today: "2026-01-10" },
    });
  });

  it("is refused for a signing before the policy came into force", () => {
    expect(refusalOf(askToOpen({ signedOn: day("2012-02-29") }))).toEqual({
      code: "SIGNED_BEFORE_POLICY",
      signedOn: "2012-02-29",
      inForceFrom: "2012-03-01",
    });
    expect(askToOpen({ signedOn: day("2012-03-01") }).accepted).toBe(true);
  });

  it("is refused for a subject outside the programme's area, unless the programme has none", () => {
    const subject = { ...OPENING.subject, areaCode: "620524100201" as DivisionCode };
    expect(refusalOf(askToOpen({ subject }))).toEqual({
      code: "SUBJECT_OUTSIDE_PROGRAMME",
      areaCode: "620524100201",
      programmeAreaCode: "420626000000",
    });
    const anywhere = new PairingLife(noonOf("2026-01-10"), { ...RULES, areaCode: null });
    expect(anywhere.ask("open", { ...OPENING, subject }).accepted).toBe(true);
  });

  it("is refused for a subject that is registered for a whole county, where no township would answer", () => {
    const areaCode = "420626000000" as DivisionCode;
    expect(refusalOf(askToOpen({ subject: { ...OPENING.subject, areaCode } }))).toEqual({
      code: "SUBJECT_AREA_TOO_WIDE",
      areaCode,
      level: "county",
    });
  });

  it("is refused for a kind of subject that the programme does not help", () => {
    expect(refusalOf(askToOpen({ subject: { ...OPENING.subject, kind: "school" } }))).toEqual({
      code: "SUBJECT_KIND_NOT_IN_PROGRAMME",
      subjectKind: "school",
      allowed: ["poor-household", "petitioner"],
    });
  });

  it.each(["none", "general"] as const)(
    "is refused when a petitioner would get a cadre of rank %s",
    (rank) => {
      const refused = askToOpen({ subject: PETITIONER, leadHelper: { ...OPENING.leadHelper, rank } });
      expect(refusalOf(refused)).toMatchObject({ code: "RANK_TOO_LOW", rank, needed: "section" });
    },
  );

  it.each(["section", "county", "vice-city"] as const)("gives a petitioner a cadre of rank %s", (rank) => {
    expect(
      askToOpen({ subject: PETITIONER, leadHelper: { ...OPENING.leadHelper, rank }, coHelpers: [] }).accepted,
    ).toBe(true);
  });

  it("is refused when the lead helper is also a co-helper, and names who", () => {
    expect(refusalOf(askToOpen({ coHelpers: [{ id: "helper-1", rank: "general" }] }))).toEqual({
      code: "LEAD_HELPER_IS_CO_HELPER",
      helperId: "helper-1",
    });
  });

  it("counts a co-helper who is named twice once, and refuses more than the policy allows", () => {
    const coHelpers = (...ids: string[]) => ids.map((id) => ({ id, rank: "general" as const }));
    expect(askToOpen({ coHelpers: coHelpers("helper-2", "helper-3", "helper-2") })).toMatchObject({
      events: [{ coHelpers: coHelpers("helper-2", "helper-3") }],
    });
    expect(refusalOf(askToOpen({ coHelpers: coHelpers("helper-2", "helper-3", "helper-4") }))).toEqual({
      code: "TOO_MANY_CO_HELPERS",
      given: 3,
      allowed: 2,
    });
  });

  it("is refused for a term other than the policy's", () => {
    expect(askToOpen({ termMonths: 36 }).accepted).toBe(true);
    expect(refusalOf(askToOpen({ termMonths: 12 }))).toEqual({
      code: "TERM_NOT_OF_POLICY",
      termMonths: 12,
      policyTermMonths: 36,
    });
  });
});

describe("recording a visit", () => {
  const VISIT = {
    visitId: "visit-1",
    happenedOn: day("2026-01-10"),
    helperId: "helper-2",
    occasion: "illness",
    formVersion: 2,
  } as const;

  it("is accepted from any helper of the pairing, with the content that it brings", () => {
    expect(openedPairing().ask("recordVisit", VISIT, { contentIds: ["content-1"] })).toEqual({
      accepted: true,
      events: [{ type: "VisitRecorded", v: 1, ...VISIT, contentIds: ["content-1"] }],
    });
  });

  it("by a deputy of the lead helper counts, and says for whom the deputy came", () => {
    const life = openedPairing();
    const visit = { ...VISIT, helperId: "helper-9", deputyFor: "helper-1" };
    expect(life.give("recordVisit", visit).accepted).toBe(true);
    expect(life.events("VisitRecorded")).toMatchObject([{ helperId: "helper-9", deputyFor: "helper-1" }]);
    expect(life.obligation("visit").key).toBe("visit:2026-02");
  });

  it.each([
    [
      { happenedOn: "2026-01-11" },
      { code: "VISIT_IN_FUTURE", happenedOn: "2026-01-11", today: "2026-01-10" },
    ],
    [
      { happenedOn: "2026-01-09" },
      { code: "VISIT_BEFORE_SIGNING", happenedOn: "2026-01-09", signedOn: "2026-01-10" },
    ],
    [{ helperId: "helper-9" }, { code: "VISITOR_NOT_OF_PAIRING", helperId: "helper-9" }],
    [
      { helperId: "helper-9", deputyFor: "helper-8" },
      { code: "VISITOR_NOT_OF_PAIRING", helperId: "helper-9" },
    ],
    [{ formVersion: 3 }, { code: "FORM_VERSION_UNKNOWN", given: 3, present: 2 }],
    [{ formVersion: 0 }, { code: "FORM_VERSION_UNKNOWN", given: 0, present: 2 }],
  ])("with %j is refused with its facts", (changed, refusal) => {
    expect(refusalOf(openedPairing().ask("recordVisit", { ...VISIT, ...changed }))).toEqual(refusal);
  });

  it("twice under one id is refused", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "visit-1");
    expect(refusalOf(life.visit("2026-01-10", "visit-1"))).toEqual({
      code: "VISIT_ALREADY_RECORDED",
      visitId: "visit-1",
    });
  });
});

describe("voiding a visit", () => {
  it("keeps the day of the visit and gives a listed reason", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "visit-1");
    expect(life.give("voidVisit", { visitId: "visit-1", reason: "wrong-household" })).toEqual({
      accepted: true,
      events: [
        {
          type: "VisitVoided",
          v: 1,
          happenedOn: "2026-01-10",
          visitId: "visit-1",
          reason: "wrong-household",
        },
      ],
    });
  });

  it("is refused for a visit that is not there, and for one that is voided already", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "visit-1");
    const voidVisit = (visitId: string) => life.give("voidVisit", { visitId, reason: "entered-twice" });
    expect(refusalOf(voidVisit("visit-2"))).toEqual({ code: "VISIT_NOT_FOUND", visitId: "visit-2" });
    voidVisit("visit-1");
    expect(refusalOf(voidVisit("visit-1"))).toEqual({ code: "VISIT_ALREADY_VOIDED", visitId: "visit-1" });
  });
});

describe("a move that needs a basis", () => {
  it("is refused without one, and when what matters to it happened since", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "visit-1");
    life.visit("2026-01-10", "visit-2");
    const voiding = { visitId: "visit-2", reason: "entered-twice" } as const;
    expect(refusalOf(life.ask("voidVisit", voiding, { basedOnSeq: null }))).toMatchObject({
      code: "CHANGED_SINCE",
      basedOnSeq: 0,
    });
    life.give("voidVisit", { visitId: "visit-1", reason: "entered-twice" });
    expect(refusalOf(life.ask("voidVisit", voiding, { basedOnSeq: 3 }))).toEqual({
      code: "CHANGED_SINCE",
      basedOnSeq: 3,
      presentSeq: 4,
      changes: [{ seq: 4, type: "VisitVoided" }],
    });
    expect(life.ask("voidVisit", voiding, { basedOnSeq: 4 }).accepted).toBe(true);
  });

  it("is not held up by what does not matter to it", () => {
    const life = openedPairing();
    life.visit("2026-01-10", "visit-1");
    life.visit("2026-01-10", "visit-2");
    const voiding = { visitId: "visit-1", reason: "entered-twice" } as const;
    expect(life.ask("voidVisit", voiding, { basedOnSeq: 2 }).accepted).toBe(true);
  });
});

describe("closing a pairing", () => {
  const asked = () => {
    const life = openedPairing();
    life.give("requestClosing", closingOf("moved-away", day("2026-01-10")), { by: "clerk" });
    return life;
  };

  it("is refused for a day in the future", () => {
    const refused = openedPairing().ask("requestClosing", closingOf("died", day("2026-02-01")));
    expect(refusalOf(refused)).toEqual({
      code: "CLOSING_IN_FUTURE",
      happenedOn: "2026-02-01",
      today: "2026-01-10",
    });
  });

  it("is refused for a day before the signing", () => {
    const refused = openedPairing().ask("requestClosing", closingOf("died", day("2026-01-09")));
    expect(refusalOf(refused)).toEqual({
      code: "CLOSING_BEFORE_SIGNING",
      happenedOn: "2026-01-09",
      signedOn: "2026-01-10",
    });
  });

  it("is refused to the person who asked for it, and names the request", () => {
    const refused = asked().ask("approveClosing", {}, { by: "clerk", basedOnSeq: 2 });
    expect(refusalOf(refused)).toEqual({ code: "CLOSING_NEEDS_ANOTHER_PERSON", requestedSeq: 2 });
  });

  it("is done by another person, for the reason that was asked, on the day of the approval", () => {
    const life = asked().passTo(noonOf("2026-01-12"));
    expect(life.give("approveClosing", {}, { by: "office", basedOnSeq: 2 })).toMatchObject({
      events: [
        { type: "PairingClosed", happenedOn: "2026-01-12", reason: "moved-away", approvedBy: "office" },
      ],
    });
    expect(life.obligations()).toEqual([]);
  });

  it("that is rejected leaves the pairing in help, and the decision is owed no longer", () => {
    const life = asked();
    life.give("rejectClosing", { reason: "household-disagrees" }, { by: "office", basedOnSeq: 2 });
    expect(life.state).toMatchObject({ stage: "helping", closing: null });
    expect(life.obligations().map((each) => each.kind)).toEqual(["visit"]);
  });
});
