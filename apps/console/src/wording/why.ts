import type { EventWhy, ObligationItem } from "../api/types";
import { eventSentence, matterOf, seatInWords, seatOfObligation } from "./events";
import { numberOf, reckoningOf, textOf } from "./fields";
import type { Wording } from "./useWords";
import { capital } from "./capital";

/** The sentence that a why begins with. */
export function whySentence(event: EventWhy, words: Wording): string {
  const { t, fullDay } = words;
  const matter = matterOf(textOf(event.data, "obligationKey"), words);
  const seat = seatInWords(textOf(event.data, "seat"), event.names, words);
  const due = event.why.dueOn === null ? "" : fullDay(event.why.dueOn);
  const reckoning = reckoningOf(event.why.reckoning);
  const days = reckoning?.workingDays ?? 0;
  switch (event.type) {
    case "VisitReminded":
      return capital(t("why.reminded", { matter, due, seat }));
    case "ObligationEscalated": {
      if (event.data.repeated === true) return capital(t("why.repeated", { matter, days, seat }));
      const grace = t(numberOf(event.data, "rung") > 1 ? "why.afterRung" : "why.grace", { days });
      const last = reckoning === null ? due : fullDay(reckoning.lastDay);
      return capital(t("why.escalated", { matter, due, grace, last, seat }));
    }
    case "EscalationWithdrawn":
      return capital(t("why.withdrawn", { matter }));
    case "EscalationSettled":
      return capital(t("why.settled", { matter }));
    default:
      return event.actorName === null
        ? eventSentence(event, words)
        : t("why.command", { sentence: eventSentence(event, words), actor: event.actorName });
  }
}

/** Why something is owed just now, and what comes next if it is not done. */
export function obligationSentence(obligation: ObligationItem, words: Wording): string {
  const { t, fullDay } = words;
  const matter = matterOf(obligation.key, words);
  const due = fullDay(obligation.dueOn);
  const reckoning = reckoningOf(obligation.reckoning);
  if (reckoning === null)
    return capital(t("why.obligationInTime", { matter, due, seat: seatOfObligation(obligation, words) }));
  const { workingDays: days } = reckoning;
  const last = fullDay(reckoning.lastDay);
  if (obligation.nextStep === "repeat") return capital(t("why.obligationRepeat", { matter, due, last }));
  if (obligation.rung === 0) return capital(t("why.obligationGrace", { matter, due, days, last }));
  const after = fullDay(reckoning.after);
  return capital(t("why.obligationRung", { matter, due, rung: obligation.rung, after, days, last }));
}
