/**
 * One filling of a form: what was typed and the idempotency key that it will be sent under. Kept over a reload. The key
 * stays the same until the api has said what became of it, so that sending again never records twice.
 */
export interface Filling<Values> {
  readonly key: string;
  readonly values: Partial<Values>;
  /** The body that was sent under this key and whose outcome nobody knows yet. */
  readonly unsettled: { readonly body: unknown } | null;
}

const PREFIX = "jiedui.filling.";

export function openFilling<Values>(name: string): Filling<Values> {
  const kept = sessionStorage.getItem(PREFIX + name);
  if (kept !== null) return JSON.parse(kept) as Filling<Values>;
  return renewed({});
}

export function keepFilling<Values>(name: string, filling: Filling<Values>): void {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(filling));
}

export function dropFilling(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
}

/** After a final answer the same words may be sent anew, under a key of their own. */
export function renewed<Values>(values: Partial<Values>): Filling<Values> {
  return { key: crypto.randomUUID(), values, unsettled: null };
}

/** Forgets what the person before had typed, when another signs in. */
export function dropAllFillings(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
}
