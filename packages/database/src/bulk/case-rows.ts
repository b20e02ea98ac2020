import type { Obligation, PairingSummary } from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { obligationRow } from "../obligation/obligation.row";
import { pairingRow } from "../pairing/pairing.row";
import { insertRows } from "./insert-rows";
import type { Known, PairingLife } from "./pairing-life";

interface Slot {
  readonly resource: string;
  readonly capacity: number;
  used: number;
}

/** Rows of cases that wait to be written, each with the name of its columns. */
export class CaseRows {
  private files: object[] = [];
  private events: object[] = [];
  private commands: object[] = [];
  private pairings: object[] = [];
  private obligations: object[] = [];
  private claims: object[] = [];
  private slots = new Map<string, Slot>();
  eventCount = 0;
  obligationCount = 0;

  add(life: PairingLife, kind: string): void {
    const { caseId, state } = life;
    const opened = life.log[0];
    if (state.opened === null || opened === undefined) throw new Error("a life begins with its opening");
    const { areaCode, leadHelperId, helperUnitId, coHelpers } = state.opened;
    const access = {
      case_id: caseId,
      area_code: areaCode,
      lead_helper_id: leadHelperId,
      helper_unit_id: helperUnitId,
      co_helper_ids: coHelpers.map(({ id }) => id),
    };
    this.files.push({
      case_id: caseId,
      kind,
      seq: life.seq,
      stage: state.stage,
      area_code: areaCode,
      next_at: instant(life.nextAtMs),
      opened_at: instant(opened.recordedAtMs),
      finished_at: state.stage === "closed" ? instant(life.log[life.log.length - 1]?.recordedAtMs) : null,
    });
    this.addLog(life);
    this.addClaims(life);
    this.pairings.push(...life.summaries.map((version) => pairingVersion(version, life)));
    this.obligations.push(
      ...life.obligations.map((version) => ({ ...obligationVersion(version), ...access })),
    );
    this.eventCount += life.log.length;
    this.obligationCount += life.obligations.length;
  }

  async write(manager: EntityManager): Promise<void> {
    await insertRows(manager, "case_file", FILE, this.files);
    await insertRows(manager, "case_event", EVENT, this.events);
    await insertRows(manager, "case_command", COMMAND, this.commands);
    await insertRows(manager, "pairing", PAIRING, this.pairings);
    await insertRows(manager, "obligation", OBLIGATION, this.obligations);
    await insertRows(manager, "claim_slot", SLOT, [...this.slots.values()]);
    await insertRows(manager, "claim", CLAIM, this.claims);
    [this.files, this.events, this.commands, this.pairings, this.obligations, this.claims] = [
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    this.slots = new Map();
  }

  private addLog({ caseId, log, commands, state }: PairingLife): void {
    for (const { seq, type, v, happenedOn, recordedAtMs, policyVersion, cause, ...data } of log)
      this.events.push({
        case_id: caseId,
        seq,
        type,
        v,
        happened_on: happenedOn,
        recorded_at: instant(recordedAtMs),
        policy_version: policyVersion,
        cause,
        data,
      });
    for (const { accountId, key, seq, eventSeqs, atMs } of commands)
      this.commands.push({
        case_id: caseId,
        account_id: accountId,
        key,
        body_hash: "",
        answer: { accepted: true, seq, stage: state.stage, eventSeqs },
        recorded_at: instant(atMs),
        written_at: instant(atMs),
      });
  }

  private addClaims({ caseId, claims }: PairingLife): void {
    const taken = new Map<
      string,
      { case_id: string; resource: string; taken_seq: number; released_seq?: number }
    >();
    for (const { seq, claims: each } of claims) {
      for (const claim of each.take) {
        if (claim.kind !== "slot") continue;
        const { resource, capacity } = claim;
        const slot = this.slots.get(resource) ?? { resource, capacity, used: 0 };
        this.slots.set(resource, { ...slot, used: slot.used + 1 });
        taken.set(resource, { case_id: caseId, resource, taken_seq: seq });
      }
      for (const resource of each.release) {
        const [slot, claim] = [this.slots.get(resource), taken.get(resource)];
        if (slot === undefined || claim === undefined) throw new Error(`${resource} was never taken`);
        slot.used -= 1;
        claim.released_seq = seq;
      }
    }
    this.claims.push(...taken.values());
  }
}

const FILE = ["case_id", "kind", "seq", "stage", "area_code", "next_at", "opened_at", "finished_at"];
const EVENT = [
  "case_id",
  "seq",
  "type",
  "v",
  "happened_on",
  "recorded_at",
  "policy_version",
  "cause",
  "data",
];
const COMMAND = ["case_id", "account_id", "key", "body_hash", "answer", "recorded_at", "written_at"];
const SLOT = ["resource", "capacity", "used"];
const CLAIM = ["resource", "case_id", "taken_seq", "released_seq"];
const ACCESS = [
  "case_id",
  "area_code",
  "lead_helper_id",
  "helper_unit_id",
  "co_helper_ids",
  "known_from",
  "known_to",
];
const PAIRING = [
  ...ACCESS,
  "successor_id",
  "successor_unit_id",
  "stage",
  "programme_id",
  "policy_version",
  "subject_id",
  "signed_on",
  "term_ends_on",
  "last_visit_on",
  "closed_on",
  "seq",
];
const OBLIGATION = [
  ...ACCESS,
  "key",
  "kind",
  "rule",
  "seats",
  "due_on",
  "due_at",
  "rung",
  "next_step",
  "next_at",
  "armed_by_seq",
  "reckoning",
];

function pairingVersion({ of, fromMs, toMs }: Known<PairingSummary>, { caseId, log }: PairingLife): object {
  return {
    ...pairingRow(of),
    case_id: caseId,
    seq: log.filter((event) => event.recordedAtMs <= fromMs).length,
    known_from: instant(fromMs),
    known_to: instant(toMs),
  };
}

function obligationVersion({ of, fromMs, toMs }: Known<Obligation>): object {
  return { ...obligationRow(of), known_from: instant(fromMs), known_to: instant(toMs) };
}

function instant(atMs: number | null | undefined): string | null {
  return atMs === null || atMs === undefined ? null : new Date(atMs).toISOString();
}
