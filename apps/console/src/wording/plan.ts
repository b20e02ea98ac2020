import type { Pairing } from "../api/types";
import type { Wording } from "./useWords";

type PlanView = NonNullable<Pairing["plan"]>;

/** Where a plan stands: since when it is in force, and what is owed or waits. */
export function planStandingInWords(
  { inForce, owed, submittedSeq }: PlanView,
  { t, term, shortDay }: Wording,
): string {
  const said: string[] = [];
  if (inForce !== null)
    said.push(
      inForce.renewOn === null
        ? t("plan.inForceWithoutEnd", { approved: shortDay(inForce.approvedOn) })
        : t("plan.inForce", { approved: shortDay(inForce.approvedOn), renew: shortDay(inForce.renewOn) }),
    );
  if (owed !== null) said.push(t("plan.owed", { call: term("planCall", owed.call) }));
  if (submittedSeq !== null) said.push(t("plan.underReview"));
  return said.length === 0 ? t("plan.notAsked") : said.join(" · ");
}

/** One plan that was submitted, and what came of it. */
export function planReviewInWords(
  { submittedOn, review }: PlanView["history"][number],
  { t, term, shortDay }: Wording,
): string {
  return `${t("plan.submittedOn", { day: shortDay(submittedOn) })} · ${reviewed()}`;

  function reviewed(): string {
    if (review === null) return t("plan.waiting");
    if (review.approved) return t("plan.approvedOn", { day: shortDay(review.on) });
    const grounds = review.grounds.map((ground) => term("planGround", ground)).join(t("outcomes.separator"));
    return t("plan.sentBackOn", { day: shortDay(review.on), grounds });
  }
}

/** What was done of what was planned: by what is counted, else by money; per cent, never over the whole. */
export function shareDone({
  amount,
  amountFen,
  doneAmount,
  doneFen,
}: Pairing["measures"]["planned"][number]): number {
  const share = amount > 0 ? doneAmount / amount : amountFen > 0 ? doneFen / amountFen : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
