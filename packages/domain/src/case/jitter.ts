const MOST_MS = 30 * 60_000;

/**
 * A fixed delay of up to 30 minutes for the system's own deadlines, so that a million cases do not wake at one
 * midnight. The same for a case for ever. FNV-1a, 32 bits: any spread will do.
 */
export function jitterMsOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < caseId.length; index += 1)
    hash = Math.imul(hash ^ caseId.charCodeAt(index), 0x01000193) >>> 0;
  return hash % MOST_MS;
}
