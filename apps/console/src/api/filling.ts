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

/**
 * Where it is kept: with the tab, over a reload; or on the device, where it also outlives the tab, for those whose signal
 * may not come back before they close it.
 */
export type Shelf = "tab" | "device";
/** What the names of visits' fillings begin with; the case's id follows. */
export const VISIT_FILLING = "record-visit:";
const PREFIX = "jiedui.filling.";
const OWNER = "jiedui.fillings-of";
const listeners = new Set<() => void>();

function storageOf(shelf: Shelf): Storage {
  return shelf === "tab" ? sessionStorage : localStorage;
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}

/** Tells of every filling that is kept or dropped. */
export function subscribeToFillings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function openFilling<Values>(name: string, shelf: Shelf = "tab"): Filling<Values> {
  const kept = storageOf(shelf).getItem(PREFIX + name);
  if (kept !== null) return JSON.parse(kept) as Filling<Values>;
  return renewed({});
}

export function keepFilling<Values>(name: string, filling: Filling<Values>, shelf: Shelf = "tab"): void {
  storageOf(shelf).setItem(PREFIX + name, JSON.stringify(filling));
  tellListeners();
}

export function dropFilling(name: string, shelf: Shelf = "tab"): void {
  storageOf(shelf).removeItem(PREFIX + name);
  tellListeners();
}

/** What is kept on the device under names that begin so, each without that beginning. */
export function keptOnDevice(begins: string): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX + begins))
    .map((key) => key.slice(PREFIX.length + begins.length))
    .sort();
}

/** After a final answer the same words may be sent anew, under a key of their own. */
export function renewed<Values>(values: Partial<Values>): Filling<Values> {
  return { key: crypto.randomUUID(), values, unsettled: null };
}

/** Forgets what the person before had typed, when another signs in. */
export function dropAllFillings(): void {
  for (const storage of [sessionStorage, localStorage])
    for (const name of Object.keys(storage)) if (name.startsWith(PREFIX)) storage.removeItem(name);
  tellListeners();
}

/** A session may end without a word, as when the tab is closed: what was typed is for its own account only. */
export function fillingsBelongTo(accountId: string): void {
  if (localStorage.getItem(OWNER) === accountId) return;
  if (localStorage.getItem(OWNER) !== null) dropAllFillings();
  localStorage.setItem(OWNER, accountId);
}
