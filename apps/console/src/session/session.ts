import { dayAt, type Day } from "@jiedui/domain";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { dropAllFillings, fillingsBelongTo } from "../api/filling";
import { keepCsrfToken } from "../api/client";
import { ApiProblem } from "../api/problem";
import { api } from "../api/routes";
import type { Role, SessionView } from "../api/types";

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return keepSession(await api.session());
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return keepSession(null);
      throw problem;
    }
  },
  staleTime: 30_000,
  refetchInterval: 60_000,
});

/** What the world's clock was ahead of this machine's when the session was last read. */
let clockAheadMs = 0;
const clockListeners = new Set<() => void>();

export function keepSession<Session extends SessionView | null>(session: Session): Session {
  keepCsrfToken(session?.csrfToken ?? null);
  if (session !== null) fillingsBelongTo(session.accountId);
  const now = session === null ? Number.NaN : Date.parse(session.now);
  const next = Number.isNaN(now) ? 0 : now - Date.now();
  const before = dayAt(Date.now() + clockAheadMs);
  clockAheadMs = next;
  if (before !== dayAt(Date.now() + next)) for (const listener of clockListeners) listener();
  return session;
}

function subscribeToClock(listener: () => void): () => void {
  clockListeners.add(listener);
  const timer = setInterval(listener, 60_000);
  return () => {
    clockListeners.delete(listener);
    clearInterval(timer);
  };
}

/** Today in the world that is shown: the wall clock's, or the rehearsal's. */
export function useClockDay(): Day {
  return useSyncExternalStore(subscribeToClock, () => dayAt(Date.now() + clockAheadMs));
}

/** The day whose state a page shows, when it is not today's. */
export const ShownDay = createContext<Day | undefined>(undefined);

/** The day that "3 days left" counts from. */
export function useToday(): Day {
  const clockDay = useClockDay();
  return useContext(ShownDay) ?? clockDay;
}

export function useSession(): SessionView {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data === null) throw new Error("nobody is signed in");
  return data;
}

const SEES: Record<Page, readonly Role[]> = {
  today: ["administrator", "county-office", "township-office", "helper", "auditor"],
  "my-households": ["helper"],
  pairings: ["administrator", "county-office", "township-office", "helper", "auditor"],
  register: ["administrator", "county-office", "township-office", "helper", "auditor"],
  rosters: ["administrator", "county-office"],
  "visit-check": ["administrator", "county-office", "township-office", "auditor"],
  notices: ["administrator", "county-office", "township-office", "auditor"],
  draws: ["administrator", "county-office", "auditor"],
  "month-end": ["administrator", "county-office", "township-office", "helper", "auditor"],
  accounts: ["administrator"],
  engine: ["administrator", "engineer"],
  "engine-case": ["administrator", "engineer", "county-office"],
};
export type Page =
  | "today"
  | "my-households"
  | "pairings"
  | "register"
  | "rosters"
  | "visit-check"
  | "notices"
  | "draws"
  | "month-end"
  | "accounts"
  | "engine"
  | "engine-case";

export function maySee(role: Role, page: Page): boolean {
  return SEES[page].includes(role);
}

/** Offices keep the register and open pairings; a helper and an auditor read it. */
export function mayKeepRegister(role: Role): boolean {
  return role === "administrator" || role === "county-office" || role === "township-office";
}

/** As the api has it: offices close the gaps of full coverage, an auditor looks at them. */
export function mayKnowCoverage(role: Role): boolean {
  return mayKeepRegister(role) || role === "auditor";
}

/** The county draws; an auditor looks on. */
export function mayDraw(role: Role): boolean {
  return role === "administrator" || role === "county-office";
}

export function mayRetireHelper(role: Role): boolean {
  return role === "administrator" || role === "county-office";
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(async () => {
    await api.signOut();
    dropAllFillings();
    queries.clear();
    keepSession(null);
    await navigate({ to: "/sign-in" });
  }, [navigate, queries]);
}
