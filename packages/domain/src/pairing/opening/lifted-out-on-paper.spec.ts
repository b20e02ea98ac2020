import { jitterMsOf } from "../../case/jitter";
import { day, lastDayOf, monthOf } from "../../time/day";
import { liftedOutOn, liftedOutStory } from "../lift-out/lifted-out-story";
import { pairingKind } from "../pairing.kind";
import { noonOf, OPENING, PairingLife, refusalOf, RULES, WHOLE_RULES } from "../pairing.spec-support";
import { firstVisitMonthTakenOver } from "./take-over";

const TODAY = day("2026-11-23");
const LIFTED = {
  ...OPENING,
  signedOn: day("2018-05-10"),
  takenOver: { lastVisitOn: day("2025-11-03"), liftedOutOn: day("2025-12-10") },
};
function lifeOf(opening = LIFTED, rules = WHOLE_RULES): PairingLife {
  const life = new PairingLife(noonOf(TODAY), rules);
  const decision = life.give("open", opening);
  if (!decision.accepted) throw new Error(`opening was refused: ${decision.refusal.code}`);
  return life;
}

describe("a pairing that was lifted out on paper", () => {
  it("is opened under revisits at the policy's intervals, with its own days, and is behind with nothing", () => {
    const life = lifeOf();
    expect(life.events("PairingOpened")).toMatchObject([
      {
        signedOn: "2018-05-10",
        visitEveryMonths: 3,
        takenOver: {
          lastVisitOn: "2025-11-03",
          liftedOut: { on: "2025-12-10", revisitUntil: "2027-12-09", plansAsked: true },
        },
      },
    ]);
    expect(life.state).toMatchObject({
      stage: "revisiting",
      lifted: { on: "2025-12-10", until: "2027-12-09" },
      planOwed: null,
    });
    const [visit, ...more] = life.obligations();
    expect(more).toEqual([]);
    expect(visit).toMatchObject({ kind: "visit", rule: "revisit-after-lift-out" });
    expect((visit?.dueOn ?? "") > lastDayOf(monthOf(TODAY))).toBe(true);
    life.passTo(noonOf("2026-12-15"));
    expect(life.events("ObligationEscalated")).toEqual([]);
    expect(life.events("TermRenewed")).toEqual([]);
  });

  it("owes its revisits to the policy's end and is closed when all were made", () => {
    const life = lifeOf();
    while (life.obligation("visit").dueOn <= "2027-12-09") {
      const { dueOn } = life.obligation("visit");
      life.passTo(noonOf(dueOn)).visit(dueOn);
    }
    life.passTo(noonOf("2027-12-20"));
    expect(life.events("ObligationEscalated")).toEqual([]);
    expect(life.events("VisitRecorded").length).toBeGreaterThanOrEqual(3);
    expect(life.give("completeRevisits", {}, { by: "township" }).accepted).toBe(true);
    life.give("approveClosing", {}, { by: "county" });
    expect(life.state.stage).toBe("closed");
  });

  it("takes no place with its helpers, and takes one when the household relapses, which then owes a plan", () => {
    const life = lifeOf();
    const [opened] = life.events("PairingOpened");
    const unopened = pairingKind.initial("case");
    const { take } = opened ? pairingKind.claims(opened, unopened, WHOLE_RULES) : { take: [] };
    expect(take.map(({ kind, resource }) => `${kind} ${resource}`)).toEqual([
      "registered subject:subject-1",
      "in-service helper:helper-1",
      "in-service helper:helper-2",
      "slot subject-in-programme:made-up:subject-1",
    ]);
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    const revisited = life.state;
    life.give("confirmRelapse", {}, { by: "county" });
    const [relapsed] = life.events("RelapseConfirmed");
    const again = relapsed ? pairingKind.claims(relapsed, revisited, WHOLE_RULES) : { take: [] };
    expect(again.take.map(({ resource }) => resource)).toEqual([
      "helper-households:helper-1",
      "helper-households:helper-2",
    ]);
    expect(life.state).toMatchObject({ stage: "helping", lifted: null, planOwed: { call: "relapse" } });
  });

  it("says why it was lifted out by its opening, until it is lifted out here", () => {
    const story = liftedOutStory(lifeOf().log);
    expect(story.map(({ type }) => type)).toEqual(["PairingOpened"]);
    expect(liftedOutOn(story)).toBe("2025-12-10");
    expect(liftedOutStory(lifeOf({ ...LIFTED, takenOver: { lastVisitOn: null } } as never).log)).toEqual([]);
  });

  it("is refused ahead, before the signing, without revisits in the policy, and when they are over", () => {
    const told = (on: string, rules = WHOLE_RULES) =>
      refusalOf(
        new PairingLife(noonOf(TODAY), rules).ask("open", {
          ...LIFTED,
          takenOver: { lastVisitOn: null, liftedOutOn: day(on) },
        }),
      );
    expect(told("2026-11-24")).toEqual({
      code: "LIFTED_OUT_IN_FUTURE",
      liftedOutOn: "2026-11-24",
      today: TODAY,
    });
    expect(told("2018-05-09").code).toBe("LIFTED_OUT_BEFORE_SIGNING");
    expect(told("2025-12-10", RULES).code).toBe("REVISITS_NOT_IN_PROGRAMME");
    expect(told("2024-11-23")).toEqual({ code: "REVISITS_OVER_ALREADY", until: "2026-11-22", today: TODAY });
  });
});

describe("the first revisit that is owed after a take-over", () => {
  const rhythm = { everyMonths: 3, firstMonthIfSignedByDay: 15 };
  const months = (until: string) =>
    [
      ...new Set(
        Array.from({ length: 200 }, (_none, index) =>
          firstVisitMonthTakenOver(
            { lastVisitOn: day("2026-01-05") },
            TODAY,
            rhythm,
            jitterMsOf(`case-${index}`),
            day(until),
          ),
        ),
      ),
    ].sort();

  it("is spread over the interval, but never beyond the end of revisits", () => {
    expect(months("2027-12-09")).toEqual(["2026-12", "2027-01", "2027-02"]);
    expect(months("2027-02-10")).toEqual(["2026-12", "2027-01"]);
    expect(months("2026-12-31")).toEqual(["2026-12"]);
    expect(months("2026-11-30")).toEqual(["2026-12"]);
  });
});
