import type { TimelineItem } from "../api/types";
import { durationInWords } from "./dates";
import { numberOf, partOf, textOf } from "./fields";
import type { Wording } from "./useWords";
import { capital } from "./capital";

type Told = Pick<TimelineItem, "type" | "happenedOn" | "automatic" | "actorName" | "names" | "data">;

/** What is owed, from the obligation's key: `visit:2016-03`, `handover:9`, `closing:12`. */
export function matterOf(key: string, words: Wording): string {
  const [kind = "", rest = ""] = key.split(":");
  if (kind === "visit") return words.t("events.matterVisit", { month: words.month(rest) });
  if (kind === "handover") return words.t("events.matterHandover");
  return kind === "closing" ? words.t("events.matterClosing") : key;
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

function actorOf({ actorName }: Told, words: Wording): string {
  return actorName ?? words.t("events.someone");
}

function named(event: Told, field: string, words: Wording): string {
  return event.names[textOf(event.data, field)] ?? words.t("events.someone");
}

const TELL: Readonly<Record<string, (event: Told, words: Wording) => string>> = {
  PairingOpened: (event, words) =>
    words.t("events.PairingOpened", {
      helper: named(event, "leadHelperId", words),
      subject: event.names[textOf(event.data, "subjectId")] ?? words.t("events.theSubject"),
      months: numberOf(event.data, "termMonths"),
      ends: words.shortDay(textOf(event.data, "termEndsOn")),
    }),
  VisitRecorded: (event, words) =>
    words.t("deputyFor" in event.data ? "events.VisitByDeputy" : "events.VisitRecorded", {
      lead: named(event, "deputyFor", words),
      helper: named(event, "helperId", words),
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
  HandoverProposed: (event, words) =>
    words.t("events.HandoverProposed", {
      actor: actorOf(event, words),
      successor: named(event, "successorId", words),
      reason: words.term("handoverReason", textOf(event.data, "reason")),
    }),
  HandoverAccepted: (event, words) =>
    words.t("events.HandoverAccepted", {
      from: named(event, "fromHelperId", words),
      to: named(event, "toHelperId", words),
    }),
  HandoverDeclined: (event, words) =>
    words.t("events.HandoverDeclined", {
      actor: actorOf(event, words),
      successor: named(event, "successorId", words),
      reason: words.term("declineReason", textOf(event.data, "reason")),
    }),
  ClosingRequested: (event, words) =>
    words.t("events.ClosingRequested", {
      actor: actorOf(event, words),
      reason: words.term("closingReason", textOf(event.data, "reason")),
    }),
  ClosingRejected: (event, words) =>
    words.t("events.ClosingRejected", {
      actor: actorOf(event, words),
      reason: words.term("rejectionReason", textOf(event.data, "reason")),
    }),
  PairingClosed: (event, words) =>
    words.t("events.PairingClosed", {
      actor: actorOf(event, words),
      reason: words.term("closingReason", textOf(event.data, "reason")),
    }),
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
  return [
    ...(missed > 1 ? [words.t("events.missedMonths", { count: missed })] : []),
    ...(lateMs > 0 ? [words.t("events.lateBy", { late: durationInWords(lateMs, words.t) })] : []),
  ];
}
