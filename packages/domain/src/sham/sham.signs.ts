import { AREA_LEVELS, areaAt, type DivisionCode } from "../area/division-code";
import { dayAt, lastDayOf, monthOf, type Day, type InstantMs, type Month } from "../time/day";
import type { ShamKind, ShamRules } from "./sham.rules";

/** A visit as it stands on record, with what its photographs tell. */
export interface RecordedVisit {
  readonly caseId: string;
  readonly seq: number;
  readonly helperId: string;
  readonly areaCode: DivisionCode;
  readonly happenedOn: Day;
  readonly recordedAtMs: InstantMs;
  /** Not by an office that had it on paper. */
  readonly isEnteredByHelper: boolean;
  readonly photographs: readonly Photograph[];
}
export interface Photograph {
  readonly hash: string;
  readonly takenAtMs: InstantMs | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

/** Another visit whose diary is like this one's, as the database measures it. */
export interface AlikeVisit {
  readonly visit: RecordedVisit;
  /** From 0 to 1. */
  readonly similarity: number;
}

/** Something that a person shall look at. */
export interface ShamSign {
  readonly kind: ShamKind;
  /** The same sign found again has the same key. */
  readonly key: string;
  readonly helperId: string;
  /** Where all of its visits lie: whoever sees that area sees all of them. */
  readonly areaCode: DivisionCode;
  /** The day of its newest visit. */
  readonly happenedOn: Day;
  readonly visits: readonly { readonly caseId: string; readonly seq: number }[];
  readonly facts: Readonly<Record<string, number | string>>;
}

const MINUTE_MS = 60_000;
const EARTH_KILOMETRES = 6_371;

/**
 * Two visits of one helper on one day in different households, closer in time than the way between them allows: by what
 * their photographs tell, or, where they tell nothing, when the helper entered both on that day from two townships.
 * @param earlier visits on record before this one
 */
export function farApart(
  visit: RecordedVisit,
  earlier: readonly RecordedVisit[],
  { farApart: { withinMinutes, kilometres } }: ShamRules,
): ShamSign | undefined {
  const found = earlier
    .filter((other) => isOfSameHelperElsewhere(visit, other) && other.happenedOn === visit.happenedOn)
    .flatMap((other) => {
      const apart = byPhotographs(visit, other) ?? byEntry(visit, other);
      if (apart === undefined || apart.minutes > withinMinutes) return [];
      if (apart.kilometres !== null && apart.kilometres < kilometres) return [];
      return [{ other, ...apart }];
    })
    .sort((one, next) => one.minutes - next.minutes)[0];
  if (found === undefined) return undefined;
  const { other, minutes, kilometres: distance } = found;
  return ofTwo("far-apart", visit, other, {
    minutes: Math.round(minutes),
    ...(distance === null ? {} : { kilometres: Math.round(distance * 10) / 10 }),
  });
}

/** The diary is that of another household, but for a few words. */
export function copiedText(
  visit: RecordedVisit,
  alike: readonly AlikeVisit[],
  { copiedText: { similarityAtLeast } }: ShamRules,
): ShamSign | undefined {
  const [nearest] = alike
    .filter((other) => isOfSameHelperElsewhere(visit, other.visit) && other.similarity >= similarityAtLeast)
    .sort((one, next) => next.similarity - one.similarity);
  if (nearest === undefined) return undefined;
  return ofTwo("copied-text", visit, nearest.visit, {
    similarityPercent: Math.round(nearest.similarity * 100),
  });
}

/** A photograph that proves another visit already. */
export function photographTwice(
  visit: RecordedVisit,
  earlier: readonly RecordedVisit[],
): ShamSign | undefined {
  const hashes = new Set(visit.photographs.map(({ hash }) => hash));
  const shared = (other: RecordedVisit) =>
    new Set(other.photographs.map(({ hash }) => hash).filter((hash) => hashes.has(hash))).size;
  const [first] = earlier
    .filter((other) => !isSame(visit, other) && shared(other) > 0)
    .sort((one, next) => one.recordedAtMs - next.recordedAtMs);
  return first && ofTwo("photo-twice", visit, first, { photographs: shared(first) });
}

/**
 * All of a helper's visits of a month were entered on its last day, and not all of them made on it: the diary was written
 * at the end, from memory or from nothing.
 * @param visits of that helper, which happened in that month and were entered in it
 */
export function allOnLastDay(
  month: Month,
  visits: readonly RecordedVisit[],
  { lastDay: { visitsAtLeast } }: ShamRules,
): ShamSign | undefined {
  const lastDay = lastDayOf(month);
  const [first, ...others] = visits.filter(
    ({ happenedOn, recordedAtMs }) => monthOf(happenedOn) === month && monthOf(dayAt(recordedAtMs)) === month,
  );
  const all = first === undefined ? [] : [first, ...others];
  if (first === undefined || all.length < visitsAtLeast) return undefined;
  if (all.some(({ recordedAtMs }) => dayAt(recordedAtMs) !== lastDay)) return undefined;
  if (all.every(({ happenedOn }) => happenedOn === lastDay)) return undefined;
  return {
    kind: "last-day",
    key: `last-day:${first.helperId}:${month}`,
    helperId: first.helperId,
    areaCode: others.reduce((area, { areaCode }) => areaOfBoth(area, areaCode), first.areaCode),
    happenedOn: lastDay,
    visits: [...all].sort(byDay).map(({ caseId, seq }) => ({ caseId, seq })),
    facts: { month, visits: all.length },
  };
}

/** The smallest area in which both lie. */
export function areaOfBoth(one: DivisionCode, other: DivisionCode): DivisionCode {
  const level = [...AREA_LEVELS].reverse().find((each) => areaAt(one, each) === areaAt(other, each));
  return areaAt(one, level ?? "country");
}

/** Nobody judges a visit that is said to be the own one, or that the own hand has entered. */
export function mayJudge(
  judge: { readonly accountId: string; readonly helperId: string | null },
  sign: { readonly helperId: string; readonly enteredBy: readonly string[] },
): boolean {
  return judge.helperId !== sign.helperId && !sign.enteredBy.includes(judge.accountId);
}

function isOfSameHelperElsewhere(one: RecordedVisit, other: RecordedVisit): boolean {
  return one.helperId === other.helperId && one.caseId !== other.caseId;
}

function isSame(one: RecordedVisit, other: RecordedVisit): boolean {
  return one.caseId === other.caseId && one.seq === other.seq;
}

interface Apart {
  readonly minutes: number;
  /** Null where nobody knows the places; two townships are far enough. */
  readonly kilometres: number | null;
}

/** Undefined when one of the two has no photograph that tells both time and place. */
function byPhotographs(one: RecordedVisit, other: RecordedVisit): Apart | undefined {
  const pairs = one.photographs.flatMap((first) =>
    other.photographs.flatMap((second): Apart[] => {
      if (first.place === null || second.place === null) return [];
      if (first.takenAtMs === null || second.takenAtMs === null) return [];
      const minutes = Math.abs(first.takenAtMs - second.takenAtMs) / MINUTE_MS;
      return [{ minutes, kilometres: kilometresBetween(first.place, second.place) }];
    }),
  );
  return pairs.sort((first, second) => first.minutes - second.minutes)[0];
}

function byEntry(one: RecordedVisit, other: RecordedVisit): Apart | undefined {
  if (areaAt(one.areaCode, "township") === areaAt(other.areaCode, "township")) return undefined;
  const isFromTheWay = ({ isEnteredByHelper, recordedAtMs, happenedOn }: RecordedVisit) =>
    isEnteredByHelper && dayAt(recordedAtMs) === happenedOn;
  if (!isFromTheWay(one) || !isFromTheWay(other)) return undefined;
  return { minutes: Math.abs(one.recordedAtMs - other.recordedAtMs) / MINUTE_MS, kilometres: null };
}

type Place = NonNullable<Photograph["place"]>;

/** Along the great circle; on the ground it is further. */
function kilometresBetween(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude);
  return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function ofTwo(
  kind: ShamKind,
  visit: RecordedVisit,
  other: RecordedVisit,
  facts: ShamSign["facts"],
): ShamSign {
  const inOrder = [other, visit].sort(byDay);
  const names = [other, visit].map(({ caseId, seq }) => `${caseId}:${seq}`).sort();
  return {
    kind,
    key: [kind, ...names].join(":"),
    helperId: visit.helperId,
    areaCode: areaOfBoth(visit.areaCode, other.areaCode),
    happenedOn: inOrder[1]?.happenedOn ?? visit.happenedOn,
    visits: inOrder.map(({ caseId, seq }) => ({ caseId, seq })),
    facts,
  };
}

function byDay(one: RecordedVisit, other: RecordedVisit): number {
  if (one.happenedOn !== other.happenedOn) return one.happenedOn < other.happenedOn ? -1 : 1;
  return one.recordedAtMs - other.recordedAtMs;
}
