const WITHIN_MS = 150_000;
const PROBE_EVERY_MS = 100;

/** Waits, with a probe, until there is something. */
export async function eventually<Found>(
  what: string,
  probe: () => Promise<Found | undefined>,
): Promise<Found> {
  for (const until = Date.now() + WITHIN_MS; ;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited ${WITHIN_MS / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
  }
}
