import type { Refusal } from "../case/refusal";
import type { Day } from "../time/day";

/** What a notice is hung for; the step at which the cases that it lists stand. */
export const NOTICE_PURPOSES = ["village-notice", "township-notice"] as const;
export type NoticePurpose = (typeof NOTICE_PURPOSES)[number];

export const NOTICE_STATES = ["draft", "beginning", "hanging", "concluded", "taken-down"] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What has become of a household on a notice. */
export const LISTED_STATES = [
  "listed",
  "hanging",
  "refused",
  "struck-off",
  "left",
  "concluded",
  "taken-down",
] as const;
export type ListedState = (typeof LISTED_STATES)[number];

export const STRIKE_OFF_REASONS = ["listed-by-mistake", "data-wrong", "withdrawn", "not-accepted"] as const;
export type StrikeOffReason = (typeof STRIKE_OFF_REASONS)[number];

/** Moves that a notice sends to the cases that it lists. */
export const NOTICE_MOVES = ["hangNotice", "takeDownNotice", "concludeNotice"] as const;
export type NoticeMove = (typeof NOTICE_MOVES)[number];

export interface ListedCase {
  readonly caseId: string;
  readonly state: ListedState;
}

/** A notice as its rules see it. */
export interface NoticeInHand {
  readonly state: NoticeState;
  readonly until: Day | null;
  readonly listed: readonly ListedCase[];
  /** Whether answers of its cases are still to come. */
  readonly isAsking: boolean;
}

/** What a household's case answered: the facts of its refusal, or null when it accepted. */
export interface CaseSays {
  readonly code: string;
}

const ASKED_IN: Readonly<Record<NoticeMove, readonly ListedState[]>> = {
  hangNotice: ["listed", "refused"],
  takeDownNotice: ["hanging"],
  concludeNotice: ["hanging"],
};
const ACCEPTED: Readonly<Record<NoticeMove, ListedState>> = {
  hangNotice: "hanging",
  takeDownNotice: "taken-down",
  concludeNotice: "concluded",
};
/** The case is no longer at this notice, whatever ended its lift-out; or its household lives elsewhere, and others see it. */
const HAS_LEFT: readonly string[] = [
  "NOT_FOUND",
  "NO_NOTICE_HANGS",
  "ANOTHER_NOTICE_HANGS",
  "LIFT_OUT_AT_ANOTHER_STEP",
  "MOVE_NOT_IN_STAGE",
  "CASE_CLOSED",
];

/** The cases that a move of the notice goes to. */
export function toAsk({ listed }: NoticeInHand, move: NoticeMove): readonly string[] {
  return listed.filter(({ state }) => ASKED_IN[move].includes(state)).map(({ caseId }) => caseId);
}

/** A case that does not accept the beginning has refused; later on it stays, unless it is no longer there. */
export function listedAfter(present: ListedState, move: NoticeMove, refusal: CaseSays | null): ListedState {
  if (!ASKED_IN[move].includes(present)) return present;
  if (refusal === null) return ACCEPTED[move];
  if (move === "hangNotice") return "refused";
  return HAS_LEFT.includes(refusal.code) ? "left" : present;
}

/**
 * Begun only when every listed case has accepted or was struck off; over when no case is left on it.
 * A notice from which everybody was struck off has come down.
 */
export function noticeStateAfter({ state, listed, isAsking }: NoticeInHand): NoticeState {
  const some = (wanted: ListedState) => listed.some((each) => each.state === wanted);
  if (state !== "beginning" && state !== "hanging") return state;
  if (some("listed") || some("refused")) return state;
  if (some("hanging")) return isAsking ? state : "hanging";
  if (some("concluded")) return "concluded";
  return some("left") && !some("taken-down") ? "concluded" : "taken-down";
}

export function barOfBeginning(notice: NoticeInHand): Refusal | null {
  if (toAsk(notice, "hangNotice").length === 0 && notice.state === "draft")
    return { code: "NOTICE_LISTS_NOBODY" };
  return onlyIn(notice, ["draft", "beginning"]);
}

/** A case that hangs comes down with all the others, or not at all. */
export function barOfStrikingOff(notice: NoticeInHand, caseId: string): Refusal | null {
  const present = notice.listed.find((each) => each.caseId === caseId);
  if (present === undefined) return { code: "NOT_ON_NOTICE", caseId, state: null };
  const barred = onlyIn(notice, ["draft", "beginning"]);
  if (barred !== null) return barred;
  return toAsk(notice, "hangNotice").includes(caseId)
    ? null
    : { code: "NOT_ON_NOTICE", caseId, state: present.state };
}

export function barOfTakingDown(notice: NoticeInHand): Refusal | null {
  return onlyIn(notice, ["draft", "beginning", "hanging"]);
}

/** Not before the last day is over, and not without proof that it hung. */
export function barOfConcluding(
  notice: NoticeInHand,
  today: Day,
  proof: { readonly note: string; readonly pieces: number },
): Refusal | null {
  const barred = onlyIn(notice, ["hanging"]);
  if (barred !== null) return barred;
  if (notice.until !== null && today <= notice.until)
    return { code: "NOTICE_STILL_HANGS", until: notice.until, today };
  return proof.note.trim() === "" && proof.pieces === 0 ? { code: "NOTICE_PROOF_MISSING" } : null;
}

function onlyIn({ state, isAsking }: NoticeInHand, allowed: readonly NoticeState[]): Refusal | null {
  if (isAsking) return { code: "NOTICE_UNDER_WAY" };
  return allowed.includes(state) ? null : { code: "NOTICE_IN_ANOTHER_STATE", state, allowed };
}
