import { useMemo, useSyncExternalStore } from "react";
import { keptOnDevice, subscribeToFillings, VISIT_FILLING } from "../api/filling";

/** Cases of which a visit is kept on this device: begun, or sent and not arrived. */
export function useKeptVisits(): ReadonlySet<string> {
  const kept = useSyncExternalStore(subscribeToFillings, () => keptOnDevice(VISIT_FILLING).join(" "));
  return useMemo(() => new Set(kept.split(" ").filter((caseId) => caseId !== "")), [kept]);
}
