/** Cadres' ranks, lowest first; a private entrepreneur or an organisation has none. */
export const RANKS = ["none", "general", "section", "county", "vice-city"] as const;
export type Rank = (typeof RANKS)[number];

export function isRankAtLeast(rank: Rank, needed: Rank): boolean {
  return RANKS.indexOf(rank) >= RANKS.indexOf(needed);
}
