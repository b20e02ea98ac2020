import {
  MONTH_END_LISTS,
  NOTICE_PURPOSES,
  NOTICE_STATES,
  PAIRING_STAGES,
  ROSTER_PARTS,
  ROSTER_ROW_STATES,
  SHAM_KINDS,
} from "@jiedui/domain";

/** Reads an address's search part leniently: what does not fit is left out, so that an old link still opens. */
type Raw = Record<string, unknown>;

/** Only what the address really says, so that the address of an unfiltered list stays short. */
function given<Values extends object>(values: Values): Partial<Values> {
  const kept: Partial<Values> = {};
  for (const name of Object.keys(values) as (keyof Values)[])
    if (values[name] !== undefined) kept[name] = values[name];
  return kept;
}

export function textIn(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function oneIn<const Choice extends string>(
  raw: Raw,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === raw[name]);
}

export function flagIn(raw: Raw, name: string): true | undefined {
  return raw[name] === true || raw[name] === "true" ? true : undefined;
}

export function numberIn(raw: Raw, name: string): number | undefined {
  const value = Number(raw[name]);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

export function dayIn(raw: Raw, name: string): string | undefined {
  const value = textIn(raw, name);
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

export function monthIn(raw: Raw, name: string): string | undefined {
  const value = textIn(raw, name);
  return value !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

export const SORTS = ["due", "signed"] as const;
export const EVENT_FILTERS = [
  "visits",
  "plan",
  "occasions",
  "steps",
  "corrections",
  "liftOut",
  "handovers",
  "household",
  "closing",
] as const;
export type EventFilter = (typeof EVENT_FILTERS)[number];
export const MOVE_PANELS = [
  "recordVisit",
  "submitPlan",
  "approvePlan",
  "sendBackPlan",
  "recordMeasure",
  "advanceProject",
  "correctMeasure",
  "reportOccasion",
  "acceptHandover",
  "declineHandover",
  "voidVisit",
  "proposeHandover",
  "reportLeadGone",
  "proposeLiftOut",
  "recordAppraisal",
  "recordOnSiteCheck",
  "recordAcknowledgement",
  "raiseObjection",
  "answerObjection",
  "recordTownshipReview",
  "recordCountyCheck",
  "approveLiftOut",
  "announceLiftOut",
  "sendBackLiftOut",
  "recordIncome",
  "reportRelapse",
  "confirmRelapse",
  "dismissRelapse",
  "offerHousehold",
  "completeRevisits",
  "reviewTerm",
  "approveVoid",
  "declineVoid",
  "requestVoid",
  "addCoHelper",
  "endCoHelper",
  "recordHouseholdChange",
  "splitHousehold",
  "moveHousehold",
  "settleNewHousehold",
  "requestClosing",
  "approveClosing",
  "rejectClosing",
  "reopen",
] as const;
export type MovePanel = (typeof MOVE_PANELS)[number];

export const readSignInSearch = (raw: Raw) => given({ to: safeAddress(textIn(raw, "to")) });
/** Only an address of this console, so that a link cannot lead elsewhere after signing in. */
function safeAddress(to: string | undefined): string | undefined {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : undefined;
}

export const readPairingsSearch = (raw: Raw) =>
  given({
    area: textIn(raw, "area"),
    stage: oneIn(raw, "stage", PAIRING_STAGES),
    overdue: flagIn(raw, "overdue"),
    helper: textIn(raw, "helper"),
    search: textIn(raw, "search"),
    asOf: dayIn(raw, "asOf"),
    sort: oneIn(raw, "sort", SORTS),
    cursor: textIn(raw, "cursor"),
    page: numberIn(raw, "page"),
  });
export type PairingsSearch = ReturnType<typeof readPairingsSearch>;

export const readPairingSearch = (raw: Raw) =>
  given({
    show: oneIn(raw, "show", EVENT_FILTERS),
    why: numberIn(raw, "why"),
    reckon: textIn(raw, "reckon"),
    act: oneIn(raw, "act", MOVE_PANELS),
    visit: textIn(raw, "visit"),
    entry: numberIn(raw, "entry"),
    asOf: dayIn(raw, "asOf"),
  });
export type PairingSearch = ReturnType<typeof readPairingSearch>;

/** Of which household the visit's form is open. */
export const readHouseholdsSearch = (raw: Raw) => given({ visit: textIn(raw, "visit") });

/** For whom the dossier is: the office's files, or the public. */
export const readDossierSearch = (raw: Raw) =>
  given({ asOf: dayIn(raw, "asOf"), reader: oneIn(raw, "reader", ["office", "public"]) });

export const readOpeningSearch = (raw: Raw) => given({ subject: textIn(raw, "subject") });

export const readRegisterSearch = (raw: Raw) =>
  given({
    search: textIn(raw, "search"),
    area: textIn(raw, "area"),
    unpaired: flagIn(raw, "unpaired"),
    uncovered: flagIn(raw, "uncovered"),
    add: flagIn(raw, "add"),
    open: textIn(raw, "open"),
    cursor: textIn(raw, "cursor"),
    page: numberIn(raw, "page"),
  });
export type RegisterSearch = ReturnType<typeof readRegisterSearch>;

export const MONTH_CHANGES = ["came", "went"] as const;
export const readMonthEndSearch = (raw: Raw) =>
  given({
    month: monthIn(raw, "month"),
    list: oneIn(raw, "list", MONTH_END_LISTS),
    change: oneIn(raw, "change", MONTH_CHANGES),
    area: textIn(raw, "area"),
    unit: textIn(raw, "unit"),
    asOf: dayIn(raw, "asOf"),
    cursor: textIn(raw, "cursor"),
    page: numberIn(raw, "page"),
  });
export type MonthEndSearch = ReturnType<typeof readMonthEndSearch>;

/** Signs of sham that nobody has judged yet, those that somebody has, or both. */
export const SHAM_SHOWN = ["open", "judged", "all"] as const;
export const readShamSearch = (raw: Raw) =>
  given({
    shown: oneIn(raw, "shown", SHAM_SHOWN),
    kind: oneIn(raw, "kind", SHAM_KINDS),
    area: textIn(raw, "area"),
    open: textIn(raw, "open"),
    cursor: textIn(raw, "cursor"),
    page: numberIn(raw, "page"),
  });
export type ShamSearch = ReturnType<typeof readShamSearch>;

export const readNoticesSearch = (raw: Raw) =>
  given({
    state: oneIn(raw, "state", NOTICE_STATES),
    purpose: oneIn(raw, "purpose", NOTICE_PURPOSES),
    area: textIn(raw, "area"),
    cursor: textIn(raw, "cursor"),
    page: numberIn(raw, "page"),
  });
export type NoticesSearch = ReturnType<typeof readNoticesSearch>;
export const readNewNoticeSearch = (raw: Raw) =>
  given({
    purpose: oneIn(raw, "purpose", NOTICE_PURPOSES),
    area: textIn(raw, "area"),
    case: textIn(raw, "case"),
  });
export type NewNoticeSearch = ReturnType<typeof readNewNoticeSearch>;
const NOTICE_ACTS = ["begin", "strikeOff", "object", "conclude", "takeDown"] as const;
export type NoticeAct = (typeof NOTICE_ACTS)[number];
export const readNoticeSearch = (raw: Raw) =>
  given({ order: oneIn(raw, "order", NOTICE_ACTS), case: textIn(raw, "case") });
export type NoticeSearch = ReturnType<typeof readNoticeSearch>;
export const readDrawsSearch = (raw: Raw) =>
  given({ area: textIn(raw, "area"), cursor: textIn(raw, "cursor"), page: numberIn(raw, "page") });
export type DrawsSearch = ReturnType<typeof readDrawsSearch>;
export const readLiftedOutSearch = (raw: Raw) => given({ asOf: dayIn(raw, "asOf") });
export const readRostersSearch = (raw: Raw) =>
  given({ cursor: textIn(raw, "cursor"), page: numberIn(raw, "page") });
export const readRosterSearch = (raw: Raw) =>
  given({
    state: oneIn(raw, "state", ROSTER_ROW_STATES),
    part: oneIn(raw, "part", ROSTER_PARTS),
    code: textIn(raw, "code"),
    cursor: textIn(raw, "cursor"),
    page: numberIn(raw, "page"),
  });
export type RosterSearch = ReturnType<typeof readRosterSearch>;

export const readAccountsSearch = (raw: Raw) =>
  given({
    tab: oneIn(raw, "tab", ["accounts", "seats"]),
    add: flagIn(raw, "add"),
  });

export const readAwaySearch = (raw: Raw) => given({ add: flagIn(raw, "add") });

export const readEngineSearch = (raw: Raw) => given({ case: textIn(raw, "case") });
export const readHistorySearch = (raw: Raw) =>
  given({
    as: oneIn(raw, "as", ["cards", "list"]),
    run: textIn(raw, "run"),
  });
