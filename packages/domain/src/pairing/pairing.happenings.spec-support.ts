import fc from "fast-check";
import type { DivisionCode } from "../area/division-code";
import { OTHER_COUNTY, OTHER_TOWNSHIP, SAME_TOWNSHIP } from "./household/household.spec-support";
import { MUST_OCCASIONS, type MustOccasion } from "./occasions/occasions.moves";

const DAY_MS = 86_400_000;

/** What may happen to a pairing next. */
export type Happening =
  | { readonly what: "visit"; readonly daysAgo: number }
  | { readonly what: "void"; readonly which: number }
  | { readonly what: "ask-to-void"; readonly which: number; readonly by: string }
  | { readonly what: "decide-void"; readonly by: string; readonly isApproved: boolean }
  | { readonly what: "reopen"; readonly by: string; readonly to: number }
  | { readonly what: "report"; readonly occasion: MustOccasion; readonly daysAgo: number }
  | { readonly what: "ask-to-close" }
  | { readonly what: "reject" }
  | { readonly what: "approve"; readonly behind: number }
  | { readonly what: "hand-over"; readonly to: number }
  | { readonly what: "accept" | "decline" }
  | { readonly what: "income"; readonly amountFen: number }
  | { readonly what: "propose-lift-out"; readonly by: string }
  | { readonly what: "step"; readonly by: string; readonly isGood: boolean }
  | { readonly what: "object" | "hang" | "take-down" | "relapse" | "offer" | "complete" }
  | { readonly what: "decide-relapse"; readonly by: string; readonly isConfirmed: boolean }
  | { readonly what: "review-term" | "send-back" }
  | { readonly what: "submit-plan" | "approve-plan" | "return-plan"; readonly by: string }
  | { readonly what: "measure"; readonly amount: number; readonly isPlanned: boolean }
  | { readonly what: "correct"; readonly which: number; readonly amount: number }
  | { readonly what: "join" | "leave"; readonly helper: number }
  | { readonly what: "move"; readonly to: DivisionCode }
  | { readonly what: "split" | "settle" | "birth" }
  | { readonly what: "pass" | "away"; readonly ms: number };

const anyone = fc.constantFrom("proposer", "township", "county");
const aWhile = (mostDays: number) => fc.integer({ min: 0, max: mostDays * DAY_MS });
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(150) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("visit" as const), daysAgo: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("void" as const), which: fc.nat(80) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("ask-to-void" as const), which: fc.nat(400), by: anyone }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("decide-void" as const),
      by: anyone,
      isApproved: fc.nat(3).map((lot) => lot > 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("reopen" as const), by: anyone, to: fc.nat(4) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("report" as const),
      occasion: fc.constantFrom(...MUST_OCCASIONS),
      daysAgo: fc.nat(40),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ what: "ask-to-close" } as const) },
  { weight: 2, arbitrary: fc.constant({ what: "reject" } as const) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("approve" as const), behind: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("hand-over" as const), to: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("accept" as const, "decline" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant("income" as const), amountFen: fc.nat(3_000_000) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("propose-lift-out" as const), by: anyone }) },
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constant("step" as const),
      by: anyone,
      isGood: fc.nat(9).map((lot) => lot > 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom(...(["object", "hang", "take-down", "relapse", "offer", "complete"] as const)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("decide-relapse" as const),
      by: anyone,
      isConfirmed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom("review-term" as const, "send-back" as const) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constantFrom("submit-plan" as const, "approve-plan" as const, "return-plan" as const),
      by: anyone,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("measure" as const),
      amount: fc.nat(9),
      isPlanned: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("correct" as const),
      which: fc.nat(80),
      amount: fc.nat(9),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom("join" as const, "leave" as const),
      helper: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("move" as const),
      to: fc.constantFrom("420626100201" as DivisionCode, SAME_TOWNSHIP, OTHER_TOWNSHIP, OTHER_COUNTY),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constantFrom(...(["split", "settle", "birth"] as const)) }),
  },
  { weight: 7, arbitrary: fc.record({ what: fc.constant("pass" as const), ms: aWhile(70) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("away" as const), ms: aWhile(200) }) },
);
/** Visits and voids that reach the case at once. */
const anyHurry = fc.array(
  anyHappening.filter(({ what }) => what === "visit" || what === "void" || what === "decide-void"),
  { minLength: 2, maxLength: 4 },
);
const anyStep: fc.Arbitrary<readonly Happening[]> = fc.oneof(
  { weight: 6, arbitrary: anyHappening.map((each) => [each]) },
  { weight: 1, arbitrary: anyHurry },
);
/** What may happen to a pairing in a random life. */
export const anyLife = fc.array(anyStep, { minLength: 1, maxLength: 40 });
/** Thousands of commands, one after the other; a case that has ended for good is followed by another. */
export const anyLongLife = fc.array(anyStep, { minLength: 1_500, maxLength: 2_500, size: "max" });
