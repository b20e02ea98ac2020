import type { PairingEvent, PairingRules, PairingState, PlanSubmitted, Recorded } from "@jiedui/domain";
import type { planView } from "@jiedui/http-contracts";
import type { z } from "zod";

type Log = readonly Recorded<PairingEvent>[];
type View = NonNullable<z.output<typeof planView>>;

/** The household's plan with every one that was submitted and what came of it; null where none is asked for. */
export function planOf(state: PairingState, { plan: rules }: PairingRules, log: Log): View | null {
  if (rules === undefined) return null;
  const { plan, planOwed, planSubmitted } = state;
  const history = log.flatMap((event) => (event.type === "PlanSubmitted" ? [reviewed(event, log)] : []));
  const approvedOn = history.find(({ seq }) => seq === plan?.seq)?.review?.on;
  return {
    parts: [...rules.parts],
    producingAtLeast: rules.producingAtLeast,
    grounds: [...rules.grounds],
    owed: planOwed === null ? null : { since: planOwed.since, call: planOwed.call },
    inForce:
      plan === null || approvedOn === undefined ? null : { seq: plan.seq, approvedOn, renewOn: plan.renewOn },
    submittedSeq: planSubmitted?.seq ?? null,
    history: history.reverse(),
  };
}

function reviewed(submitted: Recorded<PlanSubmitted>, log: Log): View["history"][number] {
  const { seq, happenedOn, parts, lines, contentIds } = submitted;
  return {
    seq,
    submittedOn: happenedOn,
    parts: [...parts],
    lines: lines.map((planned, index) => ({ ...planned, line: index + 1 })),
    contentId: contentIds[0] ?? null,
    review: reviewOf(seq, log),
  };
}

function reviewOf(planSeq: number, log: Log): View["history"][number]["review"] {
  for (const event of log)
    if ((event.type === "PlanApproved" || event.type === "PlanSentBack") && event.planSeq === planSeq)
      return {
        seq: event.seq,
        on: event.happenedOn,
        approved: event.type === "PlanApproved",
        grounds: event.type === "PlanSentBack" ? [...event.grounds] : [],
        contentId: event.contentIds[0] ?? null,
      };
  return null;
}
