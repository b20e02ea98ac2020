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
  inboxDigest: () => read<Api.InboxDigest>("/inbox/digest"),
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

  coverage: (query: Query) => read<Api.Coverage>("/coverage", { query }),

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

  notices: list<Api.NoticeItem>("/notices"),
  noticeCandidates: (query: Query) => read<Api.NoticeCandidates>("/notices/candidates", { query }),
  notice: (noticeId: string) => read<Api.Notice>(`/notices/${noticeId}`),
  createNotice: command<Api.CreateNotice, Api.Created>("/notices"),
  beginNotice: (noticeId: string) => command<Api.BeginNotice, Api.NoticeAnswer>(`/notices/${noticeId}/begin`),
  strikeOff: (noticeId: string) =>
    command<Api.StrikeOff, Api.NoticeAnswer>(`/notices/${noticeId}/strike-off`),
  takeDownNotice: (noticeId: string) =>
    command<Api.TakeDownNotice, Api.NoticeAnswer>(`/notices/${noticeId}/take-down`),
  concludeNotice: (noticeId: string) =>
    command<Api.ConcludeNotice, Api.NoticeAnswer>(`/notices/${noticeId}/conclude`),
  draws: list<Api.DrawItem>("/lift-out-draws"),
  standingForDraw: (query: Query) => read<Api.StandingForDraw>("/lift-out-draws/standing", { query }),
  draw: (drawId: string) => read<Api.Draw>(`/lift-out-draws/${drawId}`),
  makeDraw: command<Api.MakeDraw, Api.DrawAnswer>("/lift-out-draws"),
  liftedOut: (caseId: string, query: Query) =>
    read<Api.LiftedOut>(`/pairings/${caseId}/lifted-out`, { query }),

  shamSigns: list<Api.ShamItem>("/sham-signs"),
  shamSign: (signId: string) => read<Api.ShamSign>(`/sham-signs/${signId}`),
  judgeShamSign: (signId: string) => command<Api.JudgeSham, Api.Created>(`/sham-signs/${signId}/judge`),

  monthEnd: (month: string, query: Query, signal?: AbortSignal) =>
    read<Api.MonthEnd>(`/month-ends/${month}`, { query, signal }),
  monthEndUnits: (month: string, query: Query, signal?: AbortSignal) =>
    read<Api.MonthEndUnits>(`/month-ends/${month}/units`, { query, signal }),
  monthEndRows: (month: string, name: string, query: Query, signal?: AbortSignal) =>
    read<Api.Page<Api.MonthEndRow>>(`/month-ends/${month}/lists/${name}`, { query, signal }),
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

  ownDeputies: () => read<Api.OwnDeputies>("/own-deputies"),
  nameDeputy: command<Api.NameDeputy, Api.Created>("/own-deputies"),
  endOwnDeputy: (deputyId: string) => command<void, void>(`/own-deputies/${deputyId}/end`),

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

/** Where a month's lists lie as a workbook; whoever takes it is noted. */
export function monthEndWorkbookAddress(month: string, query: Query): string {
  return `/api/month-ends/${month}/workbook${queryString(query)}`;
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
