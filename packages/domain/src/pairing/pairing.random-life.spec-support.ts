import fc from "fast-check";
import { addDays, dayAt } from "../time/day";
import { openedPairing, type PairingLife } from "./pairing.spec-support";

const DAY_MS = 86_400_000;

type Happening =
  | { readonly what: "visit"; readonly daysAgo: number }
  | { readonly what: "void"; readonly which: number }
  | { readonly what: "ask-to-close" }
  | { readonly what: "reject" }
  | { readonly what: "approve"; readonly behind: number }
  | { readonly what: "hand-over"; readonly to: number }
  | { readonly what: "accept" | "decline" }
  | { readonly what: "pass" | "away"; readonly ms: number };

const aWhile = (mostDays: number) => fc.integer({ min: 0, max: mostDays * DAY_MS });
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(150) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("void" as const), which: fc.nat(80) }) },
  { weight: 2, arbitrary: fc.constant({ what: "ask-to-close" } as const) },
  { weight: 2, arbitrary: fc.constant({ what: "reject" } as const) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("approve" as const), behind: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("hand-over" as const), to: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("accept" as const, "decline" as const) }) },
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
/** What may happen to a pairing in a random life. */
export const anyLife = fc.array(anyStep, { minLength: 1, maxLength: 40 });

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
    case "hand-over": {
      const successor = {
        id: `helper-${happening.to}`,
        rank: "section",
        unitId: `unit-${happening.to}`,
      } as const;
      life.give("proposeHandover", { successor, reason: "transferred", happenedOn: dayAt(life.nowMs) });
      return;
    }
    case "accept":
      life.give("acceptHandover", { helperId: life.state.handover?.successor.id ?? null });
      return;
    case "decline":
      life.give("declineHandover", { helperId: null, reason: "withdrawn" });
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
export function play(
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
export function everyMoment(
  steps: readonly (readonly Happening[])[],
  look: (life: PairingLife) => void,
): void {
  const life = openedPairing();
  look(life);
  play(life, steps, look);
}
