import fc from "fast-check";
import { fold, type Recorded } from "../case/case-kind";
import { seatKindOf } from "../case/seat";
import {
  addDays,
  addMonths,
  day,
  dayAt,
  daysBetween,
  firstDayOf,
  monthOf,
  startOf,
  type Day,
} from "../time/day";
import { packYear } from "../time/work-calendar";
import type { PairingEvent } from "./pairing.events";
import { pairingKind } from "./pairing.kind";
import { PAST_ESCALATIONS_KEPT } from "./pairing.state";
import { CALENDAR, CASE_ID, RULES, noonOf, openedPairing, type PairingLife } from "./pairing.spec-support";
import { monthOfVisitKey } from "./pairing.visit-duty";

const DAY_MS = 86_400_000;
const RUNNING_CASE_MOST_BYTES = 32 * 1024;

type Happening =
  | { readonly what: "visit"; readonly daysAgo: number }
  | { readonly what: "void"; readonly which: number }
  | { readonly what: "ask-to-close" }
  | { readonly what: "reject" }
  | { readonly what: "approve"; readonly behind: number }
  | { readonly what: "pass" | "away"; readonly ms: number };

const aWhile = (mostDays: number) => fc.integer({ min: 0, max: mostDays * DAY_MS });
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(150) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("void" as const), which: fc.nat(80) }) },
  { weight: 2, arbitrary: fc.constant({ what: "ask-to-close" } as const) },
  { weight: 2, arbitrary: fc.constant({ what: "reject" } as const) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("approve" as const), behind: fc.nat(2) }) },
  { weight: 7, arbitrary: fc.record({ what: fc.constant("pass" as const), ms: aWhile(70) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("away" as const), ms: aWhile(200) }) },
);
/** Visits and voids that reach the case at once. */
const anyHurry = fc.array(
  anyHappening.filter(({ what }) => what === "visit" || what === "void"),
  { minLength: 2, maxLength: 4 },
);
const anyStep: fc.Arbitrary<readonly Happening[]> = fc.oneof(
  { weight: 6, arbitrary: anyHappening.map((each) => [each]) },
  { weight: 1, arbitrary: anyHurry },
);
const anyLife = fc.array(anyStep, { minLength: 1, maxLength: 40 });

function happen(life: PairingLife, happening: Happening, ordinal: number): void {
  switch (happening.what) {
    case "visit": {
      const on = addDays(dayAt(life.nowMs), -happening.daysAgo);
      life.visit(on, `visit-${ordinal}`);
      return;
    }
    case "void": {
      const { visits } = life.state;
      const visit = visits[happening.which % Math.max(visits.length, 1)];
      if (visit !== undefined) life.give("voidVisit", { visitId: visit.id, reason: "did-not-happen" });
      return;
    }
    case "ask-to-close":
      life.give("requestClosing", { reason: "moved-away", happenedOn: dayAt(life.nowMs) }, { by: "clerk" });
      return;
    case "reject":
      life.give(
        "rejectClosing",
        { reason: "evidence-missing" },
        { by: "office", basedOnSeq: life.state.seq },
      );
      return;
    case "approve":
      life.give("approveClosing", {}, { by: "office", basedOnSeq: life.state.seq - happening.behind });
      return;
    case "pass":
      life.passTo(life.nowMs + happening.ms);
      return;
    case "away":
      life.awayUntil(life.nowMs + happening.ms);
      return;
  }
}

/** Plays a life step by step. */
function play(
  life: PairingLife,
  steps: readonly (readonly Happening[])[],
  look?: (life: PairingLife) => void,
): void {
  steps.forEach((step, stepOrdinal) => {
    const happenAll = () => step.forEach((each, ordinal) => happen(life, each, stepOrdinal * 10 + ordinal));
    if (step.length === 1) happenAll();
    else life.together(happenAll);
    look?.(life);
  });
}

/** Plays a life and looks at it after everything that happens. */
function everyMoment(steps: readonly (readonly Happening[])[], look: (life: PairingLife) => void): void {
  const life = openedPairing();
  look(life);
  play(life, steps, look);
}

/** Visits that stand after these events. */
function standing(log: readonly Recorded<PairingEvent>[]): Map<string, Day> {
  const visits = new Map<string, Day>();
  for (const event of log) {
    if (event.type === "VisitRecorded") visits.set(event.visitId, event.happenedOn);
    if (event.type === "VisitVoided") visits.delete(event.visitId);
  }
  return visits;
}

/** What the log says of each escalated visit in the end. */
function endOfEscalations(log: readonly Recorded<PairingEvent>[]): Map<string, PairingEvent["type"]> {
  const ends = new Map<string, PairingEvent["type"]>();
  for (const event of log)
    if (
      event.type === "ObligationEscalated" ||
      event.type === "EscalationWithdrawn" ||
      event.type === "EscalationSettled"
    )
      if (event.obligationKey.startsWith("visit:")) ends.set(event.obligationKey, event.type);
  return ends;
}

describe("at every moment of a random life", () => {
  it("each open matter has exactly one owner and one next time, and there is always one while the pairing is open", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          const obligations = life.obligations();
          const kinds = obligations.map((each) => each.kind);
          const expected = {
            helping: ["visit"],
            closing: ["visit", "closing-decision"],
            closed: [],
            unopened: [],
          };
          expect(kinds).toEqual(expected[life.state.stage]);
          expect(new Set(obligations.map((each) => each.key)).size).toBe(obligations.length);
          for (const { seats, kind, rung, nextAtMs } of obligations) {
            const ladder = kind === "visit" ? RULES.visit.ladder : RULES.closing.ladder;
            expect(seatKindOf(seats[0])).toBe(ladder[rung]?.seat);
            expect(new Set(seats).size).toBe(seats.length);
            expect(Number.isSafeInteger(nextAtMs)).toBe(true);
          }
        }),
      ),
    );
  });

  it("what was due has been done: every next time lies ahead, so that no wake-up comes twice", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          for (const { nextAtMs } of life.obligations()) expect(nextAtMs).toBeGreaterThan(life.nowMs);
        }),
      ),
    );
  });

  it("the log folds to the state, and its numbers have no gap", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          expect(fold(pairingKind, CASE_ID, life.log)).toEqual(life.state);
          expect(JSON.parse(JSON.stringify(life.state))).toEqual(life.state);
          expect(life.log.map((event) => event.seq)).toEqual(life.log.map((_, index) => index + 1));
        }),
      ),
    );
  });

  it("the owed visit is the month's after the newest one that stands", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          if (life.state.stage === "closed") return;
          const newest = [...standing(life.log).values()].sort().at(-1);
          const owed = newest === undefined ? "2026-01" : monthOf(addMonths(firstDayOf(monthOf(newest)), 1));
          expect(life.obligation("visit").key).toBe(`visit:${owed}`);
        }),
      ),
    );
  });

  it("an escalation is withdrawn because of a standing visit within its month, settled because of a later one, and else open", () => {
    fc.assert(
      fc.property(anyLife, (happenings) =>
        everyMoment(happenings, (life) => {
          if (life.state.stage === "closed") return;
          const months = [...standing(life.log).values()].map(monthOf);
          for (const [key, end] of endOfEscalations(life.log)) {
            const month = monthOfVisitKey(key);
            if (end !== "EscalationWithdrawn") expect(months).not.toContain(month);
            if (end === "ObligationEscalated") expect(months.filter((each) => each >= month)).toEqual([]);
          }
        }),
      ),
    );
  });

  it("each withdrawal and settlement names a visit that was standing then and is what it says", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing();
        play(life, happenings);
        life.log.forEach((event, index) => {
          if (event.type !== "EscalationWithdrawn" && event.type !== "EscalationSettled") return;
          const before = life.log.slice(0, index);
          const on = standing(before).get(event.becauseOfVisitId);
          const month = monthOfVisitKey(event.obligationKey);
          if (on === undefined) throw new Error("names a visit that did not stand");
          if (event.type === "EscalationWithdrawn") expect(monthOf(on)).toBe(month);
          else expect(monthOf(on) > month).toBe(true);
          const was = endOfEscalations(before).get(event.obligationKey);
          expect(was).toBe(
            event.type === "EscalationSettled" || was === "ObligationEscalated"
              ? "ObligationEscalated"
              : "EscalationSettled",
          );
        });
      }),
    );
  });

  it("a ladder goes up by one rung, never twice on one day; its highest rung is told again", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing();
        play(life, happenings);
        const last = new Map<string, { rung: number; atMs: number }>();
        for (const event of life.log) {
          if (event.type === "EscalationWithdrawn" || event.type === "EscalationSettled")
            last.delete(event.obligationKey);
          if (event.type !== "ObligationEscalated") continue;
          const { obligationKey, rung, repeated, recordedAtMs } = event;
          const top = (obligationKey.startsWith("visit:") ? RULES.visit : RULES.closing).ladder.length - 1;
          const before = last.get(obligationKey) ?? { rung: 0, atMs: Number.NEGATIVE_INFINITY };
          expect(rung).toBe(repeated ? top : before.rung + 1);
          expect(repeated).toBe(before.rung === top);
          expect(startOf(dayAt(recordedAtMs))).toBeGreaterThan(before.atMs);
          last.set(obligationKey, { rung, atMs: recordedAtMs });
        }
      }),
    );
  });

  it("no reminder is given twice, nor after the visit's first escalation", () => {
    fc.assert(
      fc.property(anyLife, (happenings) => {
        const life = openedPairing();
        play(life, happenings);
        const given = new Map<string, number>();
        for (const event of life.log) {
          if (event.type === "VisitRecorded" || event.type === "VisitVoided") given.clear();
          if (event.type === "ObligationEscalated") given.set(event.obligationKey, Number.POSITIVE_INFINITY);
          if (event.type !== "VisitReminded") continue;
          expect(event.reminder).toBeGreaterThan(given.get(event.obligationKey) ?? 0);
          given.set(event.obligationKey, event.reminder);
        }
      }),
    );
  });
});

describe("ten years", () => {
  const publishedYears = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [String(2026 + index), packYear(2026 + index, () => true)]),
  );
  const bytesOf = ({ inHand }: PairingLife) =>
    Buffer.byteLength(
      JSON.stringify({ ...inHand, calendar: { ...CALENDAR, publishedYears: { ...publishedYears } } }),
    );
  const uuid = (ordinal: number) => `5b0c7a52-1d0e-4c55-9d9c-${String(ordinal).padStart(12, "0")}`;

  it("unattended leave a matter with its highest rung, and a running case under 32 KB", () => {
    const life = openedPairing().passTo(noonOf("2036-01-10"));
    expect(life.obligation("visit")).toMatchObject({ key: "visit:2026-01", rung: 3, nextStep: "repeat" });
    expect(life.events("ObligationEscalated").length).toBeGreaterThan(200);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });

  it("of daily visits leave a running case under 32 KB", () => {
    const life = openedPairing();
    for (let on = day("2026-01-10"); on < "2036-01-10"; on = addDays(on, 1)) {
      life.passTo(noonOf(on));
      life.visit(on, uuid(daysBetween(day("2026-01-10"), on)));
    }
    expect(life.events("ObligationEscalated")).toEqual([]);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });

  it("of late visits, each escalated before, leave a running case under 32 KB", () => {
    const life = openedPairing();
    for (let ordinal = 0; ordinal < 60; ordinal += 1) {
      life.passTo(startOf(addMonths(day("2026-03-28"), 2 * ordinal)));
      life.visit(dayAt(life.nowMs), uuid(ordinal));
    }
    expect(life.events("EscalationSettled")).toHaveLength(60);
    expect(life.state.pastEscalations).toHaveLength(PAST_ESCALATIONS_KEPT);
    expect(bytesOf(life)).toBeLessThan(RUNNING_CASE_MOST_BYTES);
  });
});
