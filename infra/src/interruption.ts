/**
 * Set by Ctrl-C for good: from then on nothing more is launched, so that whatever is stopped stays stopped while a start
 * that was under way comes to its end.
 */
export const interruption = new AbortController();

export class Interrupted extends Error {
  override readonly name = "Interrupted";
  override readonly message = "stopped by whoever started it";
}
