import assert from "node:assert/strict";
import { fold, pairingKind, summaryOfPairing, type PairingState } from "@jiedui/domain";
import { pairingRulesOf, policyDocument, publishedCalendar } from "@jiedui/policies";
import type { TestWorld } from "./world";

/** Whatever can be asked for its log, its views and the engine's word. */
export type KeptBooks = Pick<TestWorld, "log" | "report" | "owner" | "as">;

/** What must be true of every case at any quiet moment: fold(log) = workflow state = views, claims = events, timers armed. */
export async function expectBooksToBalance(world: KeptBooks, caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) await expectOneTruth(world, caseId);
  await expectClaimsToEqualEvents(world);
  const engineer = await world.as("engineer");
  const { body } = await engineer.get("/api/engine/balance");
  expectSame(body["mismatches"], []);
  expectSame(body["difference"], 0);
}

export async function expectOneTruth(world: KeptBooks, caseId: string): Promise<void> {
  const log = await world.log(caseId);
  const state = fold(pairingKind, caseId, log);
  expectSame(
    log.map(({ seq }) => seq),
    log.map((_event, index) => index + 1),
  );
  expectSame((await world.report(caseId)).state, state);
  await expectViews(world, caseId, state);
}

async function expectViews(world: KeptBooks, caseId: string, state: PairingState): Promise<void> {
  const summary = summaryOfPairing(state);
  const [row] = await world.owner.query<Record<string, unknown>[]>(
    `select stage, programme_id as "programmeId", policy_version as "policyVersion", subject_id as "subjectId", area_code as "areaCode",
       lead_helper_id as "leadHelperId", helper_unit_id as "helperUnitId", co_helper_ids as "coHelperIds", successor_id as "successorId", successor_unit_id as "successorUnitId", to_char(signed_on, 'YYYY-MM-DD') as "signedOn",
       to_char(term_ends_on, 'YYYY-MM-DD') as "termEndsOn", to_char(last_visit_on, 'YYYY-MM-DD') as "lastVisitOn", to_char(closed_on, 'YYYY-MM-DD') as "closedOn"
     from pairing where case_id = $1 and known_to is null`,
    [caseId],
  );
  expectSame(row, summary);
  const [policy] = await world.owner.query<{ document: unknown }[]>(
    "select document from policy where programme_id = $1 and version = $2",
    [summary?.programmeId, summary?.policyVersion],
  );
  const rules = pairingRulesOf(policyDocument.parse(policy?.document));
  const owed = pairingKind.obligations(state, { rules, calendar: publishedCalendar() });
  const open = await world.owner.query<Record<string, unknown>[]>(
    `select key, seats, rung, (extract(epoch from next_at) * 1000)::bigint::float8 as "nextAtMs" from obligation where case_id = $1 and known_to is null order by key`,
    [caseId],
  );
  expectSame(
    open,
    [...owed]
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, seats, rung, nextAtMs }) => ({ key, seats, rung, nextAtMs })),
  );
}

/** Sum of claims = sum of events, slot by slot. */
export async function expectClaimsToEqualEvents(world: KeptBooks): Promise<void> {
  const wrong = await world.owner.query<unknown[]>(
    `with open_case as (
       select e.case_id, e.data from case_event e
         where e.type = 'PairingOpened' and coalesce((select x.type from case_event x
           where x.case_id = e.case_id and x.type in ('PairingClosed', 'PairingReopened') order by x.seq desc limit 1), '') <> 'PairingClosed'
     ), accepted as (
       select case_id, seq, data ->> 'toHelperId' as helper from case_event where type = 'HandoverAccepted'
     ), last_handover as (
       select distinct on (case_id) case_id, type, data from case_event where type like 'Handover%' or type = 'PairingClosed' order by case_id, seq desc
     ), co_helper as (
       select distinct on (case_id, data ->> 'helperId') case_id, seq, type, data ->> 'helperId' as helper
       from case_event where type in ('CoHelperAdded', 'CoHelperEnded') order by case_id, data ->> 'helperId', seq desc
     ), lifted as (
       select distinct on (case_id) case_id, case when type = 'RelapseConfirmed' then type else 'LiftedOut' end as type from case_event
         where type in ('LiftedOut', 'RelapseConfirmed') or type = 'PairingOpened' and data -> 'takenOver' -> 'liftedOut' is not null order by case_id, seq desc
     ), helper_of_case as (
       select o.case_id, coalesce((select helper from accepted a where a.case_id = o.case_id order by seq desc limit 1), o.data ->> 'leadHelperId') as helper from open_case o
       union select o.case_id, c ->> 'id' from open_case o cross join lateral jsonb_array_elements(o.data -> 'coHelpers') c
         where not exists (select 1 from accepted a where a.case_id = o.case_id and a.helper = c ->> 'id')
           and not exists (select 1 from co_helper h where h.case_id = o.case_id and h.helper = c ->> 'id')
       union select o.case_id, h.helper from open_case o join co_helper h using (case_id) where h.type = 'CoHelperAdded'
         and not exists (select 1 from accepted a where a.case_id = h.case_id and a.helper = h.helper and a.seq > h.seq)
       union select o.case_id, h.data ->> 'successorId' from open_case o join last_handover h using (case_id) where h.type = 'HandoverProposed'
     ), told as (
       select 'helper-households:' || helper as resource, count(*) as used from helper_of_case
         where not exists (select 1 from lifted l where l.case_id = helper_of_case.case_id and l.type = 'LiftedOut') group by 1
       union all
       select 'subject-in-programme:' || (data ->> 'programmeId') || ':' || (data ->> 'subjectId'), count(*) from open_case group by 1)
     select s.resource, s.used, coalesce(t.used, 0) as told, (select count(*) from claim c where c.resource = s.resource and c.released_seq is null) as claimed
     from claim_slot s full join told t using (resource)
     where s.used is distinct from coalesce(t.used, 0)
       or s.used is distinct from (select count(*) from claim c where c.resource = s.resource and c.released_seq is null)`,
  );
  expectSame(wrong, []);
}

/** Compares what JSON would say of both; also outside of a test runner. */
function expectSame(found: unknown, expected: unknown): void {
  assert.deepEqual(asJson(found), asJson(expected));
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
