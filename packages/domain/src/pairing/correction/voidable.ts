import { HOUSEHOLD_VOIDABLE } from "../household/household.voidable";
import { INCOME_VOIDABLE } from "../income/income.voidable";
import { LIFT_OUT_VOIDABLE } from "../lift-out/lift-out.voidable";
import { OCCASION_VOIDABLE } from "../occasions/occasions.voidable";
import type { PairingEventType } from "../pairing.events";
import { REVISIT_VOIDABLE } from "../revisit/revisit.voidable";
import { TERM_VOIDABLE } from "../term/term.voidable";
import { VISIT_VOIDABLE } from "../visit/visit.voidable";
import type { Voidable } from "./voiding";

/**
 * Every type of entry that can be corrected, and what follows: a part of the life adds a line. What is not here is no entry
 * of a person's (an escalation), or has a way of its own (a proposal is sent back, a handover declined, an objection answered, a measure
 * has its counter-entry, a household moves back).
 */
export const VOIDABLE: Readonly<Partial<Record<PairingEventType, Voidable>>> = {
  ...VISIT_VOIDABLE,
  ...OCCASION_VOIDABLE,
  ...INCOME_VOIDABLE,
  ...LIFT_OUT_VOIDABLE,
  ...REVISIT_VOIDABLE,
  ...TERM_VOIDABLE,
  ...HOUSEHOLD_VOIDABLE,
};

/** How an entry of that type is taken out; undefined: it cannot be. */
export function voidableOf(type: string): Voidable | undefined {
  return new Map<string, Voidable>(Object.entries(VOIDABLE)).get(type);
}
