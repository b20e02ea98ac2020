import type { LadderRung } from "../../ladder/escalation-ladder";
import type { PairingRules } from "../pairing.rules";
import type { ClosedReason, ClosingReason } from "./closing.moves";
import type { ClosingKindRules, DecidingOffice } from "./closing.rules";

/** As long as an appeal against an office's decision usually may take. */
const USUAL_REOPEN_DAYS = 30;

/** What any office asks before it strikes a household off, where a policy says nothing more. */
const USUAL_KINDS: Readonly<Record<ClosingReason, ClosingKindRules>> = {
  died: {
    proofs: ["death-certificate", "register-cancelled", "village-statement"],
    evidenceAtLeast: 0,
    asksDestination: false,
  },
  "moved-away": {
    proofs: ["register-moved", "village-statement"],
    evidenceAtLeast: 0,
    asksDestination: true,
  },
  "found-ineligible": {
    proofs: ["investigation-report"],
    evidenceAtLeast: 0,
    asksDestination: false,
    decidedBy: "county-office",
  },
  "opened-by-mistake": { proofs: [], evidenceAtLeast: 0, asksDestination: false },
};

export function closingKindOf(
  reason: ClosingReason,
  { closing }: Pick<PairingRules, "closing">,
): ClosingKindRules & { readonly decidedBy: DecidingOffice } {
  const kind = closing.kinds?.[reason] ?? USUAL_KINDS[reason];
  const lowest = closing.ladder.find(({ seat }) => seat === "township-office" || seat === "county-office");
  const decidedBy = kind.decidedBy ?? (lowest?.seat === "township-office" ? lowest.seat : "county-office");
  return { ...kind, decidedBy };
}

/** The lowest office that decides on ending a case for that reason, and on taking that back. */
export function officeFor(reason: ClosedReason, rules: Pick<PairingRules, "closing">): DecidingOffice {
  return reason === "revisits-completed" ? "county-office" : closingKindOf(reason, rules).decidedBy;
}

export function reopenWithinDaysOf({ closing }: Pick<PairingRules, "closing">): number {
  return closing.reopenWithinDays ?? USUAL_REOPEN_DAYS;
}

/** Whether an account of that role is of that office, or of one above it. */
export function mayDecide(role: string, office: DecidingOffice): boolean {
  const above: readonly string[] = ["county-office", "administrator"];
  return above.includes(role) || role === office;
}

/** The part of the policy's ladder that begins with the office which decides on this kind; revisits have one of their own. */
export function ladderOfClosing(
  reason: ClosedReason,
  rules: Pick<PairingRules, "closing" | "revisit">,
): readonly LadderRung[] {
  const { ladder } = rules.closing;
  if (reason === "revisits-completed" && rules.revisit?.completionLadder !== undefined)
    return rules.revisit.completionLadder;
  if (officeFor(reason, rules) === "township-office") return ladder;
  const fromCounty = ladder.slice(ladder.findIndex(({ seat }) => seat === "county-office"));
  return ladder.some(({ seat }) => seat === "county-office") ? fromCounty : ladder;
}
