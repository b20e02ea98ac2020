import type { TimelineItem } from "../api/types";
import { voidedVisits } from "../pairing/story";
import { numberOf, textOf, type Data } from "../wording/fields";

/** A helper's time with the household; `until` is the day on which the next one took over, or the case was closed. */
interface HelperTime {
  readonly helperId: string;
  readonly name: string;
  readonly unit: string;
  readonly isLead: boolean;
  readonly from: string;
  readonly until: string | null;
}

/** Who was responsible from when to when, from the log: there is no day without somebody. */
export function helpersOverTime(story: readonly TimelineItem[]): HelperTime[] {
  const times: HelperTime[] = [];
  const end = (isEnded: (time: HelperTime) => boolean, until: string) => {
    for (const [index, time] of times.entries())
      if (time.until === null && isEnded(time)) times[index] = { ...time, until };
  };
  let beforeClosing: HelperTime[] = [];
  for (const { type, happenedOn, data, names } of story) {
    const begin = (helperId: string, unitId: string, isLead: boolean) =>
      times.push({
        helperId,
        name: names[helperId] ?? "",
        unit: names[unitId] ?? "",
        isLead,
        from: happenedOn,
        until: null,
      });
    if (type === "PairingOpened") {
      begin(textOf(data, "leadHelperId"), textOf(data, "helperUnitId"), true);
      for (const coHelperId of idsIn(data, "coHelpers")) begin(coHelperId, "", false);
    }
    if (type === "HandoverAccepted") {
      // A co-helper who takes over helps along no longer.
      end(({ isLead, helperId }) => isLead || helperId === textOf(data, "toHelperId"), happenedOn);
      begin(textOf(data, "toHelperId"), textOf(data, "toUnitId"), true);
    }
    if (type === "CoHelperAdded") begin(textOf(data, "helperId"), "", false);
    if (type === "CoHelperEnded")
      end(({ isLead, helperId }) => !isLead && helperId === textOf(data, "helperId"), happenedOn);
    if (type === "PairingClosed") {
      beforeClosing = [...times];
      end(() => true, happenedOn);
    }
    if (type === "PairingReopened") times.splice(0, times.length, ...beforeClosing);
  }
  return times;
}

function idsIn(data: Data, name: string): string[] {
  const value = data[name];
  return Array.isArray(value) ? value.map((each) => textOf(each as Data, "id")) : [];
}

interface VisitRow {
  readonly seq: number;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly helper: string;
  readonly occasion: string;
  readonly situation: string;
  readonly incomeChange: string;
}

/** Visits that stand, by their day. */
export function visitRows(story: readonly TimelineItem[]): VisitRow[] {
  const voided = voidedVisits(story);
  return story
    .filter(({ type, data }) => type === "VisitRecorded" && !voided.has(textOf(data, "visitId")))
    .map(({ seq, happenedOn, recordedAt, data, names, contents }) => {
      const form = contents.find(({ purpose }) => purpose === "visit-form")?.body ?? {};
      return {
        seq,
        happenedOn,
        recordedAt,
        helper: names[textOf(data, "helperId")] ?? "",
        occasion: textOf(data, "occasion"),
        situation: textOf(form, "situation"),
        incomeChange: textOf(form, "incomeChange"),
      };
    })
    .sort((one, other) => one.happenedOn.localeCompare(other.happenedOn) || one.seq - other.seq);
}

/** How many visits each year saw. */
export function visitsByYear(visits: readonly VisitRow[]): [string, number][] {
  const years = new Map<string, number>();
  for (const { happenedOn } of visits) {
    const year = happenedOn.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years];
}

/** Money that was paid, in whole fen: whatever event carries an amount, a counter-entry by what it takes back or adds. */
export function paidFen({ type, data }: TimelineItem): number | null {
  const fen = type === "MeasureCorrected" ? data.byFen : data.amountFen;
  return typeof fen === "number" && fen !== 0 ? fen : null;
}

interface MeasureRow {
  readonly seq: number;
  readonly happenedOn: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly amount: number;
  readonly amountFen: number;
  /** The planned measure to which it belongs; 0: it was not planned. */
  readonly line: number;
  readonly isCorrection: boolean;
  readonly pieces: number;
}

/** Every measure by its day; a correction by what it takes back or adds, so that the column adds up to what was given. */
export function measureRows(story: readonly TimelineItem[]): MeasureRow[] {
  return eventsOf(story, ["MeasureRecorded", "MeasureCorrected"]).map(
    ({ seq, type, happenedOn, data, contents }) => {
      const isCorrection = type === "MeasureCorrected";
      return {
        seq,
        happenedOn,
        kind: textOf(data, "kind"),
        unit: textOf(data, "unit") || null,
        amount: numberOf(data, isCorrection ? "byAmount" : "amount"),
        amountFen: numberOf(data, isCorrection ? "byFen" : "amountFen"),
        line: numberOf(data, "line"),
        isCorrection,
        pieces: contents.filter(({ purpose }) => purpose === "evidence").length,
      };
    },
  );
}

/** By the day on which it happened, and as it was recorded within a day. */
export function byDay(story: readonly TimelineItem[]): TimelineItem[] {
  return [...story].sort(
    (one, other) => one.happenedOn.localeCompare(other.happenedOn) || one.seq - other.seq,
  );
}

export function eventsOf(story: readonly TimelineItem[], types: readonly string[]): TimelineItem[] {
  return byDay(story).filter(({ type }) => types.includes(type));
}
