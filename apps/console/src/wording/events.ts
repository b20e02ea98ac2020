import { durationInWords } from "./dates";
import { actorOf, namedIn, type Tellers, type Told } from "./event-parts";
import { TELL_CORRECTION } from "./correction-events";
import { numberOf, partOf, partsOf, textOf } from "./fields";
import { TELL_PLAN } from "./plan-events";
import { TELL_HOUSEHOLD } from "./household-events";
import { TELL_LIFE } from "./life-events";
import type { Wording } from "./useWords";
import { capital } from "./capital";

/** Keys whose first part is not the matter's name. */
const NAME_OF: Readonly<Record<string, string>> = {
  handover: "handover-answer",
  correction: "correction-decision",
  closing: "closing-decision",
  successor: "successor-proposal",
};

/** What is owed, from the obligation's key: `visit:2016-03`, `occasion:illness:7`, `festival:qingming:2016`, `handover:9`, `township-review:12`. */
export function matterOf(key: string, words: Wording): string {
  const [kind = "", code = "", year = ""] = key.split(":");
  if (kind === "visit") return words.t("events.matterVisit", { month: words.month(code) });
  if (kind === "occasion")
    return words.t("events.matterOccasion", { occasion: words.term("occasion", code) });
  if (kind === "festival")
    return words.t("events.matterFestival", { festival: words.term("festival", code), year });
  return words.term("matter", NAME_OF[kind] ?? kind);
}

/** A seat in words: its kind, and what it belongs to where that has a name. */
export function seatInWords(seat: string, names: Readonly<Record<string, string>>, words: Wording): string {
  const [kind = "", belongsTo = ""] = seat.split(":");
  const name = names[seat] ?? names[belongsTo];
  const seatWord = words.term("seat", kind);
  if (name === undefined || name === "" || name === seatWord) return seatWord;
  return words.language.startsWith("zh") ? `${seatWord}（${name}）` : `${seatWord} (${name})`;
}

/** The seat that answers for something, named. */
export function seatOfObligation(
  { seat, seatName }: { seat: string; seatName: string },
  words: Wording,
): string {
  return seatInWords(seat, { [seat]: seatName }, words);
}

const TELL: Tellers = {
  ...TELL_LIFE,
  ...TELL_CORRECTION,
  ...TELL_PLAN,
  ...TELL_HOUSEHOLD,
  PairingOpened: (event, words) => {
    const helper = namedIn(event, "leadHelperId", words);
    const subject = event.names[textOf(event.data, "subjectId")] ?? words.t("events.theSubject");
    const liftedOut = partOf(partOf(event.data, "takenOver") ?? {}, "liftedOut");
    return liftedOut === null
      ? words.t("events.PairingOpened", {
          helper,
          subject,
          months: numberOf(event.data, "termMonths"),
          ends: words.shortDay(textOf(event.data, "termEndsOn")),
        })
      : words.t("events.PairingTakenOverLifted", {
          helper,
          subject,
          on: words.shortDay(textOf(liftedOut, "on")),
          until: words.shortDay(textOf(liftedOut, "revisitUntil")),
        });
  },
  VisitRecorded: (event, words) =>
    words.t("deputyFor" in event.data ? "events.VisitByDeputy" : "events.VisitRecorded", {
      lead: namedIn(event, "deputyFor", words),
      helper: namedIn(event, "helperId", words),
      occasion: words.term("occasion", textOf(event.data, "occasion")),
    }),
  VisitVoided: (event, words) =>
    words.t("events.VisitVoided", {
      actor: actorOf(event, words),
      day: words.shortDay(event.happenedOn),
      reason: words.term("voidReason", textOf(event.data, "reason")),
    }),
  VisitReminded: (event, words) =>
    words.t("events.VisitReminded", {
      seat: seatInWords(textOf(event.data, "seat"), event.names, words),
      matter: matterOf(textOf(event.data, "obligationKey"), words),
      due: words.shortDay(textOf(partOf(event.data, "because") ?? {}, "dueOn")),
    }),
  ObligationEscalated: (event, words) =>
    words.t(event.data.repeated === true ? "events.ObligationRepeated" : "events.ObligationEscalated", {
      seat: seatInWords(textOf(event.data, "seat"), event.names, words),
      matter: matterOf(textOf(event.data, "obligationKey"), words),
      rung: numberOf(event.data, "rung"),
    }),
  EscalationWithdrawn: (event, words) =>
    words.t("events.EscalationWithdrawn", { matter: matterOf(textOf(event.data, "obligationKey"), words) }),
  EscalationSettled: (event, words) =>
    words.t("events.EscalationSettled", { matter: matterOf(textOf(event.data, "obligationKey"), words) }),
  OccasionReported: (event, words) =>
    words.t("events.OccasionReported", {
      actor: actorOf(event, words),
      occasion: words.term("occasion", textOf(event.data, "occasion")),
    }),
  LeadGone: (event, words) =>
    words.t("events.LeadGone", {
      helper: namedIn(event, "helperId", words),
      day: words.shortDay(textOf(event.data, "goneOn")),
      reason: words.term("handoverReason", textOf(event.data, "reason")),
      actor: actorOf(event, words),
    }),
  HandoverProposed: (event, words) =>
    words.t("events.HandoverProposed", {
      actor: actorOf(event, words),
      successor: namedIn(event, "successorId", words),
      reason: words.term("handoverReason", textOf(event.data, "reason")),
    }),
  HandoverAccepted: (event, words) =>
    words.t("events.HandoverAccepted", {
      from: namedIn(event, "fromHelperId", words),
      to: namedIn(event, "toHelperId", words),
    }),
  HandoverDeclined: (event, words) =>
    words.t("events.HandoverDeclined", {
      actor: actorOf(event, words),
      successor: namedIn(event, "successorId", words),
      reason: words.term("declineReason", textOf(event.data, "reason")),
    }),
  ClosingRequested: (event, words) =>
    [
      words.t("events.ClosingRequested", {
        actor: actorOf(event, words),
        reason: words.term("closingReason", textOf(event.data, "reason")),
      }),
      ...partsOf(event.data, "gaps").map((gap) =>
        words.t("events.RevisitGap", {
          month: words.month(textOf(gap, "month")),
          reason: words.term("revisitGapReason", textOf(gap, "reason")),
        }),
      ),
    ].join(words.t("outcomes.separator")),
  ClosingRejected: (event, words) =>
    words.t("events.ClosingRejected", {
      actor: actorOf(event, words),
      reason: words.term("rejectionReason", textOf(event.data, "reason")),
    }),
  PairingClosed: (event, words) => {
    const reason = textOf(event.data, "reason");
    return words.t(reason === "revisits-completed" ? "events.RevisitsCompleted" : "events.PairingClosed", {
      actor: actorOf(event, words),
      reason: words.term("closingReason", reason),
    });
  },
};
export const EVENTS_TOLD = Object.keys(TELL);

/** One event, one sentence. */
export function eventSentence(event: Told, words: Wording): string {
  const tell = TELL[event.type];
  const sentence = tell === undefined ? words.t("events.other", { type: event.type }) : tell(event, words);
  return capital(sentence);
}

/** What is added in small print: months missed, and how late a step came after an outage. */
export function eventAside(event: Told, words: Wording): string[] {
  const missed = numberOf(event.data, "missedMonths");
  const lateMs = numberOf(partOf(event.data, "because") ?? {}, "lateMs");
  const uncoveredBy = numberOf(event.data, "uncoveredBySeq");
  const due = textOf(partOf(event.data, "because") ?? {}, "dueOn");
  return [
    ...(uncoveredBy > 0
      ? [words.t("correction.uncovered", { seq: uncoveredBy, due: words.shortDay(due) })]
      : []),
    ...(missed > 1 ? [words.t("events.missedMonths", { count: missed })] : []),
    ...(lateMs > 0 ? [words.t("events.lateBy", { late: durationInWords(lateMs, words.t) })] : []),
  ];
}
