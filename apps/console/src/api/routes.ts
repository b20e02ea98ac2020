import { read, send, type Answer } from "./client";
import type * as Api from "./types";

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type PairingMovePath =
  "record-visit" | "void-visit" | "request-closing" | "approve-closing" | "reject-closing";

/** Every route of the api that the console asks for; one line a route. */
export const api = {
  session: () => read<Api.SessionView>("/session"),
  signIn: (body: Api.SignIn) => send<Api.SessionView>("POST", "/session", { body }),
  signOut: () => send<void>("DELETE", "/session"),
  changePassword: (body: Api.ChangePassword) =>
    send<Api.SessionView>("POST", "/session/change-password", { body }),

  inbox: (query: Query) => read<Api.Page<Api.InboxItem>>("/inbox", { query }),
  markSeen: (body: Api.MarkSeen, idempotencyKey: string) =>
    send<void>("POST", "/inbox/seen", { body, idempotencyKey }),

  areas: (query: Query, signal?: AbortSignal) => read<Api.Page<Api.Area>>("/areas", { query, signal }),
  programmes: () => read<Api.Page<Api.Programme>>("/programmes"),
  organisations: (query: Query, signal?: AbortSignal) =>
    read<Api.Page<Api.Organisation>>("/organisations", { query, signal }),
  createOrganisation: command<Api.CreateOrganisation, Api.Organisation>("/organisations"),
  helpers: (query: Query, signal?: AbortSignal) => read<Api.Page<Api.Helper>>("/helpers", { query, signal }),
  helper: (helperId: string) => read<Api.Helper>(`/helpers/${helperId}`),
  createHelper: command<Api.CreateHelper, Api.Helper>("/helpers"),
  retireHelper: (helperId: string) => command<Api.RetireHelper, Api.Helper>(`/helpers/${helperId}/retire`),
  subjects: (query: Query, signal?: AbortSignal) =>
    read<Api.Page<Api.SubjectItem>>("/subjects", { query, signal }),
  subject: (subjectId: string) => read<Api.Subject>(`/subjects/${subjectId}`),
  createSubject: command<Api.CreateSubject, Api.Subject>("/subjects"),

  pairings: (query: Query, signal?: AbortSignal) =>
    read<Api.Page<Api.PairingItem>>("/pairings", { query, signal }),
  openPairing: command<Api.OpenPairing, Api.MoveAnswer>("/pairings"),
  pairing: (caseId: string, query: Query) => read<Api.Pairing>(`/pairings/${caseId}`, { query }),
  timeline: (caseId: string, query: Query) => read<Api.Timeline>(`/pairings/${caseId}/timeline`, { query }),
  event: (caseId: string, seq: number) => read<Api.EventWhy>(`/pairings/${caseId}/events/${seq}`),
  move: <Body>(caseId: string, move: PairingMovePath) =>
    command<Body, Api.MoveAnswer>(`/pairings/${caseId}/${move}`),

  accounts: (query: Query) => read<Api.Page<Api.Account>>("/accounts", { query }),
  createAccount: command<Api.CreateAccount, Api.CreatedAccount>("/accounts"),
  seats: (query: Query) => read<Api.Page<Api.SeatHolding>>("/seats", { query }),
  holdSeat: command<Api.HoldSeat, Api.SeatHolding>("/seats"),

  engineBalance: () => read<Api.EngineBalance>("/engine/balance"),
  engineParked: () => read<Api.ParkedCases>("/engine/parked"),
  engineStatus: () => read<Api.EngineStatus>("/engine/status"),
  engineHistory: (caseId: string, query: Query) =>
    read<Api.EngineHistory>(`/pairings/${caseId}/engine-history`, { query }),
};

function command<Body, Result>(path: string) {
  return (body: Body, idempotencyKey: string): Promise<Answer<Result>> =>
    send<Result>("POST", path, { body, idempotencyKey });
}
