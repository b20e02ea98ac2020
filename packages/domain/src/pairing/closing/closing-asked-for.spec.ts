import { addDays, startOf } from "../../time/day";
import {
  NOTICE,
  hang,
  revisitedPairing,
  today,
  verifyingAt,
  visitUntil,
} from "../lift-out/lift-out.spec-support";
import { closingOf, noonOf, refusalOf, type PairingLife } from "../pairing.spec-support";

const ask = (life: PairingLife): PairingLife => {
  life.give("requestClosing", closingOf("moved-away", today(life)), { by: "clerk" });
  expect(life.state.stage).toBe("closing");
  return life;
};
const reject = (life: PairingLife): PairingLife => {
  life.give("rejectClosing", { reason: "evidence-missing" }, { by: "office" });
  return life;
};
const hanging = () => {
  const life = verifyingAt("village-notice");
  hang(life);
  return life;
};
const kinds = (life: PairingLife) => life.obligations().map(({ kind }) => kind);

describe("a lift-out, while a closing is asked for,", () => {
  it("has its notice concluded when it has hung its days, and goes on at the next step once the closing is rejected", () => {
    const life = ask(hanging());
    const until = life.state.liftOut?.notice?.until ?? today(life);
    expect(life.obligation("village-notice").dueOn > until).toBe(true);
    life.passTo(startOf(addDays(until, 1)) + 3_600_000);
    expect(life.give("concludeNotice", { noticeId: NOTICE }, { by: "township" }).accepted).toBe(true);
    expect(life.state).toMatchObject({
      stage: "closing",
      liftOut: { step: "township-review", notice: null },
    });
    reject(life);
    expect(life.state.stage).toBe("verifying");
    expect(life.give("recordTownshipReview", { passed: true }, { by: "township" }).accepted).toBe(true);
  });

  it("has its notice taken down, and hung anew only once the closing is rejected", () => {
    const life = ask(hanging());
    expect(life.give("takeDownNotice", { noticeId: NOTICE, reason: "ordered" }).accepted).toBe(true);
    const anew = { noticeId: "notice-2", from: today(life), until: null };
    expect(refusalOf(life.ask("hangNotice", anew))).toMatchObject({ code: "MOVE_NOT_IN_STAGE" });
    expect(reject(life).give("hangNotice", anew).accepted).toBe(true);
  });

  it("hears objections and their answers; one that is upheld leads to help, if the closing is rejected", () => {
    const life = ask(hanging());
    const objection = { objectionId: "objection-1", happenedOn: today(life) };
    expect(life.give("raiseObjection", objection).accepted).toBe(true);
    expect(kinds(life)).toContain("objection");
    life.give("answerObjection", { objectionId: "objection-1", upheld: true }, { by: "township" });
    expect(life.state).toMatchObject({ stage: "closing", liftOut: null, closing: { from: "helping" } });
    for (const move of ["takeDownNotice", "concludeNotice"] as const)
      expect(refusalOf(life.ask(move, { noticeId: NOTICE, reason: "ordered" }))).toEqual({
        code: "NO_NOTICE_HANGS",
      });
    expect(reject(life).state.stage).toBe("helping");
  });

  it("owes no further step, and after a rejected one has that step's days again", () => {
    const life = verifyingAt("township-review");
    const before = life.obligation("township-review");
    ask(life).passTo(startOf(before.dueOn) + 20 * 86_400_000);
    expect(kinds(life)).not.toContain("township-review");
    reject(life);
    const after = life.obligation("township-review");
    expect(after).toMatchObject({ rung: 0, armedBySeq: life.state.seq });
    expect(after.dueOn > today(life)).toBe(true);
    expect(
      life.events("ObligationEscalated").filter(({ obligationKey }) => obligationKey === before.key),
    ).toEqual([]);
  });
});

describe("while a closing is asked for", () => {
  it("a reported relapse is decided on; confirmed, help goes on when the closing is rejected", () => {
    const life = revisitedPairing();
    life.give("reportRelapse", { ground: "cause-returned", cause: "illness" }, { by: "helper" });
    ask(life);
    expect(life.ask("dismissRelapse", { reason: "help-arrived" }, { by: "county" }).accepted).toBe(true);
    expect(life.give("confirmRelapse", {}, { by: "county" }).accepted).toBe(true);
    expect(life.state).toMatchObject({ stage: "closing", lifted: null, closing: { from: "helping" } });
    expect(reject(life).state).toMatchObject({ stage: "helping", closing: null });
  });

  it("the freed helper is offered a household; revisits that are over wait, and are to be completed once it is rejected", () => {
    const life = revisitedPairing();
    expect(ask(life).give("offerHousehold", { reason: "none-left" }).accepted).toBe(true);
    reject(life);
    visitUntil(life, "2028-06-30");
    expect(kinds(life)).toContain("revisits-completed");
    ask(life);
    expect(kinds(life)).not.toContain("revisits-completed");
    expect(refusalOf(life.ask("completeRevisits", {}))).toMatchObject({ code: "MOVE_NOT_IN_STAGE" });
    reject(life);
    expect(life.obligation("revisits-completed")).toMatchObject({ rung: 0, armedBySeq: life.state.seq });
  });

  it("a term that was renewed is reviewed", () => {
    const life = ask(verifyingAt("appraisal").passTo(noonOf("2029-01-20")));
    expect(life.give("reviewTerm", { outcome: "goes-on" }).accepted).toBe(true);
    expect(kinds(life)).not.toContain("term-review");
  });
});
