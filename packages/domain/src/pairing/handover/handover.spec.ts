import { day } from "../../time/day";
import { pairingKind } from "../pairing.kind";
import { NO_OCCASIONS } from "../occasions/occasions.state";
import type { PairingPayloads } from "../pairing.moves";
import {
  RULES,
  noonOf,
  openedPairing,
  refusalOf,
  type PairingLife,
  closingOf,
} from "../pairing.spec-support";
import { summaryOfPairing } from "../pairing.summary";

const SUCCESSOR = { id: "helper-9", rank: "general", unitId: "unit-9" } as const;
const proposalOf = (changed: Partial<PairingPayloads["proposeHandover"]> = {}) => ({
  successor: SUCCESSOR,
  reason: "transferred" as const,
  happenedOn: day("2026-01-10"),
  ...changed,
});

function proposed(changed: Partial<PairingPayloads["proposeHandover"]> = {}): PairingLife {
  const life = openedPairing();
  expect(life.give("proposeHandover", proposalOf(changed), { by: "office" }).accepted).toBe(true);
  return life;
}

function handedOver(): PairingLife {
  const life = proposed().passTo(noonOf("2026-01-12"));
  expect(life.give("acceptHandover", { helperId: SUCCESSOR.id }, { by: "successor" }).accepted).toBe(true);
  return life;
}

const seatsOf = (life: PairingLife, kind: string) => life.obligation(kind).seats;

describe("a handover", () => {
  it("is answered for by the successor, then the successor's unit and the county; the visit stays with the present helper", () => {
    const life = proposed();
    expect(seatsOf(life, "handover-answer")).toEqual([
      "lead-helper:helper-9",
      "unit-head:unit-9",
      "county-office:420626",
      "administrator:all",
    ]);
    expect(seatsOf(life, "visit").slice(0, 2)).toEqual(["lead-helper:helper-1", "unit-head:unit-1"]);
    expect(life.obligation("handover-answer").dueOn).toBe("2026-01-16");
  });

  it("climbs while nobody answers, and is over once somebody does", () => {
    const life = proposed().passTo(noonOf("2026-01-20"));
    expect(life.events("ObligationEscalated")).toMatchObject([
      { obligationKey: "handover:2", rung: 1, seat: "unit-head:unit-9" },
    ]);
    life.give("acceptHandover", { helperId: SUCCESSOR.id }, { by: "successor" });
    expect(life.obligations().map(({ kind }) => kind)).toEqual(["visit"]);
  });

  it("changes who answers and nothing else: term, owed month and an escalation's rung go on", () => {
    const life = openedPairing().passTo(noonOf("2026-02-10"));
    const before = life.state;
    expect(before.duty?.fired).toMatchObject({ rung: 1 });
    life.give("proposeHandover", proposalOf({ reason: "died" }), { by: "office" });
    life.give("acceptHandover", { helperId: null }, { by: "county" });
    expect(life.state).toMatchObject({
      stage: "helping",
      duty: before.duty,
      opened: { ...before.opened, leadHelperId: "helper-9", helperUnitId: "unit-9" },
      formerLeads: [{ id: "helper-1", until: "2026-02-10" }],
    });
    expect(seatsOf(life, "visit")[0]).toBe("unit-head:unit-9");
  });

  it("leaves not one moment without exactly one who answers for the visit", () => {
    const life = proposed();
    for (const text of ["2026-01-12", "2026-01-31", "2026-02-20", "2026-03-15"]) {
      life.passTo(noonOf(text));
      expect(life.obligations().filter(({ kind }) => kind === "visit")).toHaveLength(1);
    }
    life.give("acceptHandover", { helperId: SUCCESSOR.id }, { by: "successor" });
    expect(life.obligations().filter(({ kind }) => kind === "visit")).toHaveLength(1);
  });

  it("keeps the successor's place from the proposal on, and gives back the former one's", () => {
    const life = openedPairing();
    const before = life.state;
    life.give("proposeHandover", proposalOf(), { by: "office" });
    const [proposal] = life.events("HandoverProposed");
    const claims = (
      event: Parameters<typeof pairingKind.claims>[0] | undefined,
      state: PairingLife["state"],
    ) => (event === undefined ? undefined : pairingKind.claims(event, state, RULES));
    expect(claims(proposal, before)).toEqual({
      take: [
        { kind: "in-service", resource: "helper:helper-9", day: null },
        { kind: "slot", resource: "helper-households:helper-9", capacity: 2 },
      ],
      release: [],
    });
    const proposedState = life.state;
    life.give("declineHandover", { helperId: SUCCESSOR.id, reason: "cannot-take-on" }, { by: "successor" });
    const given = { take: [], release: ["helper-households:helper-9"] };
    expect(claims(life.events("HandoverDeclined")[0], proposedState)).toEqual(given);
    expect(claims(life.events("HandoverDeclined")[0], life.state)).toEqual(given);
    expect(claims(handedOver().events("HandoverAccepted")[0], proposedState)).toEqual({
      take: [{ kind: "in-service", resource: "helper:helper-9", day: null }],
      release: ["helper-households:helper-1"],
    });
  });

  it("to a co-helper takes no second place, and makes the co-helper the lead", () => {
    const coHelper = { id: "helper-2", rank: "section", unitId: "unit-2" } as const;
    const life = openedPairing();
    const before = life.state;
    life.give("proposeHandover", proposalOf({ successor: coHelper }), { by: "office" });
    const [proposal] = life.events("HandoverProposed");
    expect(proposal && pairingKind.claims(proposal, before, RULES).take).toEqual([
      { kind: "in-service", resource: "helper:helper-2", day: null },
    ]);
    life.give("acceptHandover", { helperId: "helper-2" }, { by: "successor" });
    expect(life.state.opened).toMatchObject({ leadHelperId: "helper-2", coHelpers: [] });
  });

  it("lets the former lead's visit of a day before it be entered late, and none after it", () => {
    const life = handedOver().passTo(noonOf("2026-01-20"));
    const visitOf = (helperId: string, on: string) =>
      life.ask("recordVisit", {
        visitId: `${helperId} ${on}`,
        happenedOn: day(on),
        helperId,
        occasion: "regular",
        formVersion: 1,
      });
    expect(visitOf("helper-1", "2026-01-12").accepted).toBe(true);
    expect(refusalOf(visitOf("helper-1", "2026-01-13"))).toEqual({
      code: "VISITOR_NOT_OF_PAIRING",
      helperId: "helper-1",
    });
    expect(visitOf("helper-9", "2026-01-20").accepted).toBe(true);
  });

  it("is owed by the offices once the lead helper has left; a proposal stills it, declined it is owed again, and accepted it is over", () => {
    const life = openedPairing();
    const gone = { helperId: "helper-1", reason: "retired", goneOn: day("2026-02-01") } as const;
    expect(refusalOf(life.ask("reportLeadGone", { ...gone, helperId: "helper-2" }))).toEqual({
      code: "LED_BY_ANOTHER",
      helperId: "helper-2",
      leadHelperId: "helper-1",
    });
    expect(refusalOf(life.ask("reportLeadGone", { ...gone, goneOn: day("2027-02-01") }))).toMatchObject({
      code: "HANDOVER_IN_FUTURE",
    });
    expect(refusalOf(life.ask("reportLeadGone", { ...gone, goneOn: day("2026-01-01") }))).toMatchObject({
      code: "HANDOVER_BEFORE_SIGNING",
    });
    life.give("reportLeadGone", gone);
    expect(life.events("LeadGone")).toMatchObject([{ happenedOn: "2026-01-10", goneOn: "2026-02-01" }]);
    expect(life.obligation("successor-proposal")).toMatchObject({
      key: "successor:2",
      rule: "successor-proposed-in-time",
      seats: ["county-office:420626", "administrator:all"],
    });
    expect(refusalOf(life.ask("reportLeadGone", gone))).toEqual({
      code: "SUCCESSOR_OWED_ALREADY",
      sinceSeq: 2,
    });
    const kinds = () => life.obligations().map(({ kind }) => kind);
    life.give("proposeHandover", proposalOf(), { by: "office" });
    expect(kinds()).toEqual(["visit", "handover-answer"]);
    life.give("declineHandover", { helperId: SUCCESSOR.id, reason: "unsuitable" }, { by: "successor" });
    expect(kinds()).toEqual(["visit", "successor-proposal"]);
    life.give("proposeHandover", proposalOf(), { by: "office" });
    life.give("acceptHandover", { helperId: SUCCESSOR.id }, { by: "successor" });
    expect(kinds()).toEqual(["visit"]);
  });

  it("makes the household the successor's to visit from that day on, and not before", () => {
    const life = handedOver();
    const visit = (helperId: string, happenedOn: string) =>
      life.ask("recordVisit", {
        visitId: `${helperId}-${happenedOn}`,
        helperId,
        happenedOn: day(happenedOn),
        occasion: "other",
        formVersion: 1,
      });
    expect(refusalOf(visit(SUCCESSOR.id, "2026-01-11"))).toEqual({
      code: "VISITOR_NOT_OF_PAIRING",
      helperId: SUCCESSOR.id,
    });
    expect(visit(SUCCESSOR.id, "2026-01-12").accepted).toBe(true);
    expect(visit("helper-1", "2026-01-11").accepted).toBe(true);
  });

  it("ends with the pairing: all places are given back, the proposed one too", () => {
    const life = proposed();
    life.give("requestClosing", closingOf("died", day("2026-01-10")), { by: "clerk" });
    const before = life.state;
    life.give("approveClosing", {}, { by: "county" });
    expect(summaryOfPairing(life.state)).toMatchObject({ successorId: null, successorUnitId: null });
    const [closed] = life.events("PairingClosed");
    expect(closed && pairingKind.claims(closed, before, RULES).release).toContain(
      "helper-households:helper-9",
    );
    expect(life.obligations()).toEqual([]);
  });

  it.each([
    [
      "to whoever leads already",
      { successor: { ...SUCCESSOR, id: "helper-1" } },
      { code: "SUCCESSOR_LEADS_ALREADY", helperId: "helper-1" },
    ],
    [
      "for a reason that lies in the future",
      { happenedOn: day("2026-01-11") },
      { code: "HANDOVER_IN_FUTURE", happenedOn: "2026-01-11", today: "2026-01-10" },
    ],
    [
      "for a reason from before the signing",
      { happenedOn: day("2026-01-09") },
      { code: "HANDOVER_BEFORE_SIGNING", happenedOn: "2026-01-09", signedOn: "2026-01-10" },
    ],
  ])("is refused %s", (_what, changed, refusal) => {
    expect(refusalOf(openedPairing().ask("proposeHandover", proposalOf(changed)))).toEqual(refusal);
  });

  it("is refused to one whose rank is too low for the kind of subject", () => {
    const subject = { id: "subject-1", kind: "petitioner", areaCode: "420626100201" } as never;
    const life = openedPairing({
      subject,
      leadHelper: { id: "helper-1", rank: "section", unitId: "unit-1" },
    });
    expect(refusalOf(life.ask("proposeHandover", proposalOf()))).toEqual({
      code: "RANK_TOO_LOW",
      rank: "general",
      needed: "section",
      subjectKind: "petitioner",
    });
  });

  it("is proposed once, answered by the successor or by another office, and answered once", () => {
    const life = proposed();
    expect(refusalOf(life.ask("proposeHandover", proposalOf()))).toEqual({
      code: "HANDOVER_ALREADY_PROPOSED",
      proposedSeq: 2,
    });
    const answers = [
      life.ask("acceptHandover", { helperId: "helper-7" }, { by: "somebody" }),
      life.ask("declineHandover", { helperId: "helper-7", reason: "unsuitable" }, { by: "somebody" }),
    ];
    for (const answer of answers)
      expect(refusalOf(answer)).toEqual({ code: "HANDOVER_FOR_ANOTHER", successorId: "helper-9" });
    expect(refusalOf(life.ask("acceptHandover", { helperId: null }, { by: "office" }))).toEqual({
      code: "HANDOVER_NEEDS_ANOTHER_PERSON",
      proposedSeq: 2,
    });
    life.give("declineHandover", { helperId: null, reason: "withdrawn" }, { by: "office" });
    expect(refusalOf(life.ask("acceptHandover", { helperId: SUCCESSOR.id }))).toEqual({
      code: "NO_HANDOVER_PROPOSED",
    });
    expect(refusalOf(life.ask("declineHandover", { helperId: null, reason: "withdrawn" }))).toEqual({
      code: "NO_HANDOVER_PROPOSED",
    });
    expect(life.ask("proposeHandover", proposalOf()).accepted).toBe(true);
  });

  it("is not answered on an older proposal than the present one", () => {
    const life = proposed();
    life.give("declineHandover", { helperId: null, reason: "withdrawn" }, { by: "office" });
    life.give("proposeHandover", proposalOf({ reason: "retired" }), { by: "office" });
    expect(
      refusalOf(life.ask("acceptHandover", { helperId: SUCCESSOR.id }, { by: "successor", basedOnSeq: 2 })),
    ).toMatchObject({ code: "CHANGED_SINCE", presentSeq: 4 });
  });

  it("is found by a case that an older release has carried over", () => {
    const { handover: _handover, formerLeads: _formerLeads, opened, ...rest } = openedPairing().state;
    const { subjectKind: _subjectKind, ...openedThen } = opened ?? {};
    const lifted = pairingKind.migrate({ ...rest, opened: openedThen, schemaVersion: 1 } as never);
    expect(lifted).toEqual({
      ...openedPairing().state,
      ...NO_OCCASIONS,
      opened: { ...opened, subjectKind: null },
    });
  });
});
