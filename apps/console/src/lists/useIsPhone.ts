import { useSyncExternalStore } from "react";

const media = () => window.matchMedia("(max-width: 767px)");

function subscribe(listener: () => void): () => void {
  const query = media();
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => media().matches);
}
