/** Where a take-over stands: its workbook is read, then looked at, then worked off by a campaign. */
export const ROSTER_STATES = ["uploaded", "previewed", "running", "paused", "stopped", "finished"] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

/** Where one row stands: to be done; nothing to do, for it is there already; cannot be taken over; taken over. */
export const ROSTER_ROW_STATES = ["ready", "known", "failed", "done"] as const;
export type RosterRowState = (typeof ROSTER_ROW_STATES)[number];

export const ROSTER_MOVES = ["start", "pause", "resume", "stop"] as const;
export type RosterMove = (typeof ROSTER_MOVES)[number];

/** A campaign that was stopped may be started again: it goes on with the rows that are left. */
export const ROSTER_MOVES_BY_STATE = {
  uploaded: [],
  previewed: ["start"],
  running: ["pause", "stop"],
  paused: ["resume", "stop"],
  stopped: ["start"],
  finished: [],
} as const satisfies Record<RosterState, readonly RosterMove[]>;

export function mayMoveRoster(state: RosterState, move: RosterMove): boolean {
  const allowed: readonly RosterMove[] = ROSTER_MOVES_BY_STATE[state];
  return allowed.includes(move);
}
