import type { SampleRule } from "./lift-out.rules";

/** How many of a group are to be drawn. A share is rounded up, so that it is never undercut. */
export function sampleSize(groupSize: number, rule: SampleRule): number {
  if (rule.kind === "share") return Math.min(groupSize, Math.ceil((groupSize * rule.percent) / 100));
  const tier = rule.tiers.find(({ upTo }) => upTo === null || groupSize <= upTo);
  return Math.min(groupSize, tier?.draw ?? groupSize);
}

/**
 * Draws that many of a group by a seed. The same seed and group give the same draw in whatever order the group is
 * given, so that an auditor can draw it again.
 */
export function drawSample(group: readonly string[], seed: string, rule: SampleRule): readonly string[] {
  const byLot = [...new Set(group)]
    .map((id) => ({ id, lot: lotOf(`${seed}:${id}`) }))
    .sort((one, other) => one.lot - other.lot || (one.id < other.id ? -1 : 1));
  return byLot.slice(0, sampleSize(byLot.length, rule)).map(({ id }) => id);
}

/** 53 bits that look random: two rounds of FNV-1a with a finishing mix each. */
function lotOf(text: string): number {
  return mixed(text, 0x811c9dc5) * 2 ** 21 + (mixed(text, 0x9e3779b9) >>> 11);
}

function mixed(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}
