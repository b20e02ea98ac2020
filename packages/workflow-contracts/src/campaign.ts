import type { Actor, RosterMove } from "@jiedui/domain";

/** Bulk work has a queue of its own, so that what a person waits for is never behind it. */
export function campaignsQueueOf(casesQueue: string): string {
  return `${casesQueue}-campaigns`;
}

export const ROSTER_CAMPAIGN_TYPE = "rosterCampaignWorkflow";
export function rosterCampaignId(rosterId: string): string {
  return `roster-campaign/${rosterId}`;
}

/** What each of a campaign's moves says: who asks, and how fast it may go. */
export interface CampaignRequest {
  readonly actor: Actor;
  readonly casesPerSecond: number;
}
export type CampaignState = "running" | "paused" | "stopped" | "finished";
/** Where the campaign stands after a move; null when there is nothing to be run. */
export type CampaignAnswer = CampaignState | null;
export type CampaignMoves = Readonly<Record<RosterMove, CampaignState>>;

/** A workbook's number, and how far it has come: rows are read where they lie, none of them comes here. */
export interface RosterCampaignInput {
  readonly rosterId: string;
  /** Null where a campaign begins. */
  readonly carried: {
    readonly casesPerSecond: number;
    readonly registerAfter: number | null;
    readonly pairsAfter: number;
  } | null;
}

/** All of them may be repeated: a row that is settled is not looked at again. */
export interface CampaignActivities {
  /** @returns false when there is nothing to be run */
  beginCampaign(rosterId: string, request: CampaignRequest): Promise<boolean>;
  noteCampaign(rosterId: string, state: CampaignState, casesPerSecond: number): Promise<void>;
  /** The next units, helpers and households. @returns the last row looked at; null when none was left */
  takeOverRegister(rosterId: string, after: number): Promise<number | null>;
  /** The next pairings, no faster than that. @returns the last row looked at; null when none was left */
  openPairings(rosterId: string, after: number, casesPerSecond: number): Promise<number | null>;
}
