import { useSyncExternalStore } from "react";

/** Whether the api answers, as the last request found it. Shown as a thin bar; what was read stays readable. */
export type Connection = "there" | "away" | "offline";

let present: Connection = "there";
const listeners = new Set<() => void>();

export function noteConnection(found: Connection): void {
  if (found === present) return;
  present = found;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => present);
}

export function watchNetwork(): void {
  window.addEventListener("offline", () => noteConnection("offline"));
  window.addEventListener("online", () => noteConnection("there"));
}
