import type { PairingMove, RosterMove } from "@jiedui/domain";
import type { RosterLanguage } from "@jiedui/http-contracts";
import { queryString, read, send, type Answer } from "./client";
import type * as Api from "./types";
import { upload } from "./upload";

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
/** `record-visit` of `recordVisit`. */
type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Text;
export type PairingMovePath = Kebab<Exclude<PairingMove, "open">>;

/** Every route of the api that the console asks for. */
export const api = {
  session: () => read<Api.SessionView>("/session"),
  signIn: (body: Api.SignIn) => send<Api.SessionView>("POST", "/session", { body }),
  signOut: () => send<void>("DELETE", "/session"),
  changePassword: (body: Api.ChangePassword) => send<void>("POST", "/session/password", { body }),

  inbox: (query: Query) => read<Api.Page<Api.InboxItem>>("/inbox", { query }),
  markSeen: (body: Api.MarkSeen) => send<void>("POST", "/inbox/seen", { body }),

  areas: list<Api.Area>("/areas"),
  programmes: () => read<Api.All<Api.Programme>>("/programmes"),
  organisations: list<Api.Organisation>("/organisations"),
  createOrganisation: command<Api.CreateOrganisation, Api.Created>("/organisations"),
  helpers: list<Api.Helper>("/helpers"),
  helper: (helperId: string) => read<Api.Helper>(`/helpers/${helperId}`),
  createHelper: command<Api.CreateHelper, Api.Created>("/helpers"),
  retireHelper: (helperId: string) => command<Api.RetireHelper, Api.Created>(`/helpers/${helperId}/retire`),
  subjects: list<Api.SubjectItem>("/subjects"),
  subject: (subjectId: string) => read<Api.Subject>(`/subjects/${subjectId}`),
  createSubject: command<Api.CreateSubject, Api.Created>("/subjects"),

  pairings: list<Api.PairingItem>("/pairings"),
  openPairing: command<Api.OpenPairing, Api.MoveAnswer>("/pairings"),
  handOver: command<Api.HandOver, Api.MovesAnswer>("/pairings/hand-over"),
  pairing: (caseId: string, query: Query) => read<Api.Pairing>(`/pairings/${caseId}`, { query }),
  timeline: (caseId: string, query: Query) => read<Api.Timeline>(`/pairings/${caseId}/timeline`, { query }),
  event: (caseId: string, seq: number) => read<Api.EventWhy>(`/pairings/${caseId}/events/${seq}`),
  move: <Body>(caseId: string, move: PairingMovePath) =>
    command<Body, Api.MoveAnswer>(`/pairings/${caseId}/${move}`),

  bringEvidence: (caseId: string, file: Blob, onProgress: (share: number) => void) =>
    upload<Api.EvidenceBrought>(`/pairings/${caseId}/evidence`, file, onProgress),
  evidenceLooks: list<Api.EvidenceLook>("/evidence-looks"),

  shamSigns: list<Api.ShamItem>("/sham-signs"),
  shamSign: (signId: string) => read<Api.ShamSign>(`/sham-signs/${signId}`),
  judgeShamSign: (signId: string) => command<Api.JudgeSham, Api.Created>(`/sham-signs/${signId}/judge`),

  rosters: list<Api.RosterItem>("/rosters"),
  roster: (rosterId: string) => read<Api.Roster>(`/rosters/${rosterId}`),
  rosterRows: (rosterId: string) => list<Api.RosterRow>(`/rosters/${rosterId}/rows`),
  uploadRoster: (into: Api.UploadRoster, file: File, onProgress: (share: number) => void) =>
    upload<Api.Roster>(`/rosters${queryString({ ...into })}`, file, onProgress, {
      "X-File-Name": encodeURIComponent(file.name),
    }),
  moveRoster: <Body = void>(rosterId: string, move: RosterMove) =>
    command<Body, Api.Roster>(`/rosters/${rosterId}/${move}`),

  accounts: () => read<Api.All<Api.Account>>("/accounts"),
  createAccount: command<Api.CreateAccount, Api.CreatedAccount>("/accounts"),
  resetPassword: (accountId: string) =>
    command<void, Api.ResetPassword>(`/accounts/${accountId}/reset-password`),
  disableAccount: (accountId: string) => command<void, void>(`/accounts/${accountId}/disable`),
  seats: () => read<Api.All<Api.SeatHolding>>("/seats"),
  holdSeat: command<Api.HoldSeat, Api.Created>("/seats"),
  endSeat: (holdingId: string) => command<void, void>(`/seats/${holdingId}/end`),

  engineBalance: () => read<Api.EngineBalance>("/engine/balance"),
  engineParked: () => read<Api.ParkedCases>("/engine/parked"),
  engineStatus: () => read<Api.EngineStatus>("/engine"),
  engineHistory: (caseId: string, query: Query) =>
    read<Api.EngineHistory>(`/pairings/${caseId}/engine-history`, { query }),
};

/** Where a photograph or scan lies; whoever opens it is noted. */
export function evidenceAddress(evidenceId: string): string {
  return `/api/evidence/${evidenceId}`;
}

/** Workbooks to download: what failed in the user's own layout, and an empty one to fill in. */
export function failedRowsAddress(rosterId: string, language: RosterLanguage): string {
  return `/api/rosters/${rosterId}/failed-rows?language=${language}`;
}
export function rosterTemplateAddress(language: RosterLanguage): string {
  return `/api/roster-template?language=${language}`;
}

/** Where the history lies as a replay reads it; a download, for those who keep the engine. */
export function exportedHistoryAddress(caseId: string, runId: string): string {
  return `/api/engine/pairings/${caseId}/history.json?runId=${encodeURIComponent(runId)}`;
}

function list<Item>(path: string) {
  return (query: Query, signal?: AbortSignal): Promise<Api.Page<Item>> =>
    read<Api.Page<Item>>(path, { query, signal });
}

function command<Body, Result>(path: string) {
  return (body: Body, idempotencyKey: string): Promise<Answer<Result>> =>
    send<Result>("POST", path, { body, idempotencyKey });
}
