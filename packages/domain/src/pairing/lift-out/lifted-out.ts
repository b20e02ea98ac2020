import { addDays, addMonths, addToMonth, monthOf, type Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { LiftedOut } from "./lift-out.events";

/** Where a policy says nothing of revisits: responsibility, policy, help and supervision stay, a visit each quarter. */
const USUAL_REVISIT = { everyMonths: 3, forMonths: 12 };

/** A programme without revisits of its own has the usual ones: nobody is lifted out and forgotten. */
export function liftedOut(happenedOn: Day, { revisit = USUAL_REVISIT }: PairingRules): LiftedOut {
  return {
    type: "LiftedOut",
    v: 1,
    happenedOn,
    firstRevisitMonth: addToMonth(monthOf(happenedOn), revisit.everyMonths),
    revisitEveryMonths: revisit.everyMonths,
    revisitUntil: addDays(addMonths(happenedOn, revisit.forMonths), -1),
  };
}
