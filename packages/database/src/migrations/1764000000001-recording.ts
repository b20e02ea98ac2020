import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What one `act` asks of PostgreSQL, as functions: as a rule one call, which is a transaction of its own.
 * Decisions stay in `packages/domain`; here stands only how their outcome is kept.
 */
export class Recording1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EVENT_OF, BEGIN, CLAIMS, RECORD, RECORD_AT_ONCE, LOAD, GRANTS])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

/** An event as `domain` knows it. */
const EVENT_OF = `
create function case_event_json(e case_event) returns jsonb language sql immutable as $$
  select e.data || jsonb_build_object(
    'type', e.type, 'v', e.v, 'seq', e.seq, 'happenedOn', to_char(e.happened_on, 'YYYY-MM-DD'),
    'recordedAtMs', (extract(epoch from e.recorded_at) * 1000)::bigint,
    'policyVersion', e.policy_version, 'cause', e.cause)
$$;
`;

/** Locks the case, then reads what the caller cannot know: events beyond its own, and answers given before. */
const BEGIN = `
create function case_begin(p_case uuid, p_expected int, p_accounts uuid[], p_keys text[], p_since int) returns jsonb
language plpgsql as $$
declare present int;
begin
  select seq into present from case_file where case_id = p_case for update;
  return jsonb_build_object(
    'seq', coalesce(present, 0),
    'missed', case when coalesce(present, 0) <= p_expected then '[]'::jsonb else (
      select jsonb_agg(case_event_json(e) order by e.seq) from case_event e where e.case_id = p_case and e.seq > p_expected) end,
    'since', case when p_since is null then '[]'::jsonb else coalesce((
      select jsonb_agg(case_event_json(e) order by e.seq) from case_event e where e.case_id = p_case and e.seq > p_since), '[]'::jsonb) end,
    'known', case when cardinality(p_keys) = 0 then '[]'::jsonb else coalesce((
      select jsonb_agg(jsonb_build_object('accountId', c.account_id, 'key', c.key, 'bodyHash', c.body_hash, 'answer', c.answer))
      from unnest(p_accounts, p_keys) as asked(account_id, key)
      join case_command c on c.case_id = p_case and c.account_id = asked.account_id and c.key = asked.key), '[]'::jsonb) end);
end $$;
`;

/**
 * Takes claims in order of resource, so that two cases never wait for each other, and binds content. Answers null when all were granted, else the
 * first one refused with what is known about it; the caller then rolls back to its savepoint.
 */
const CLAIMS = `
create function case_take_claims(p_case uuid, p_seq int, p_claims jsonb) returns jsonb language plpgsql as $$
declare wanted record; held int; retired date; named uuid;
begin
  for wanted in select * from jsonb_to_recordset(p_claims) as c(kind text, resource text, capacity int, day date) order by resource loop
    named := substring(wanted.resource from '[^:]+$')::uuid;
    if wanted.kind = 'slot' then
      insert into claim_slot as s (resource, capacity, used) values (wanted.resource, wanted.capacity, 1)
        on conflict (resource) do update set used = s.used + 1, capacity = excluded.capacity where s.used < excluded.capacity
        returning used into held;
      if held is null then
        return jsonb_build_object('claim', to_jsonb(wanted),
          'used', (select used from claim_slot where resource = wanted.resource),
          'heldByCaseId', (select case_id from claim where resource = wanted.resource and released_seq is null order by taken_seq limit 1),
          'retiredOn', null);
      end if;
      insert into claim (resource, case_id, taken_seq) values (wanted.resource, p_case, p_seq);
      held := null;
    elsif wanted.kind = 'in-service' then
      select retired_on into retired from helper where helper.id = named for share;
      if not found or (retired is not null and (wanted.day is null or retired <= wanted.day)) then
        return jsonb_build_object('claim', to_jsonb(wanted), 'used', 0, 'heldByCaseId', null, 'retiredOn', to_char(retired, 'YYYY-MM-DD'));
      end if;
    else
      perform 1 from subject where subject.id = named for share;
      if not found then
        return jsonb_build_object('claim', to_jsonb(wanted), 'used', 0, 'heldByCaseId', null, 'retiredOn', null);
      end if;
    end if;
  end loop;
  return null;
end $$;

create function case_release_claims(p_case uuid, p_seq int, p_resources text[]) returns int language plpgsql as $$
declare released int;
begin
  with freed as (
    update claim set released_seq = p_seq where case_id = p_case and released_seq is null and resource = any (p_resources) returning resource
  ), given_back as (
    update claim_slot s set used = s.used - 1 from freed where s.resource = freed.resource returning 1
  )
  select count(*) into released from given_back;
  return released;
end $$;

create function case_bind_content(p_case uuid, p_account uuid, p_seq int, p_ids uuid[]) returns uuid language plpgsql as $$
declare each uuid;
begin
  foreach each in array p_ids loop
    update content set status = 'bound', bound_seq = p_seq
      where id = each and case_id = p_case and owner_account_id = p_account and status = 'pending';
    if not found then return each; end if;
  end loop;
  return null;
end $$;
`;

/** Writes the outcome of one act: log, answers, file, views, obligations, outbox. Refuses to write on top of another's. */
const RECORD = `
create function case_record(p jsonb) returns void language plpgsql as $$
declare
  this_case uuid := (p ->> 'caseId')::uuid;
  at timestamptz := to_timestamp((p ->> 'nowMs')::bigint / 1000.0);
  file jsonb := p -> 'file';
  touched int;
begin
  if file is not null and jsonb_typeof(file) = 'object' then
    if (p ->> 'before')::int = 0 then
      insert into case_file (case_id, kind, seq, stage, area_code, next_at, opened_at, finished_at)
      values (this_case, p ->> 'kind', (file ->> 'seq')::int, file ->> 'stage', file ->> 'areaCode',
        to_timestamp((file ->> 'nextAtMs')::bigint / 1000.0), at, case when (file ->> 'finished')::boolean then at end);
    else
      update case_file set seq = (file ->> 'seq')::int, stage = file ->> 'stage',
        next_at = to_timestamp((file ->> 'nextAtMs')::bigint / 1000.0),
        finished_at = case when (file ->> 'finished')::boolean then at end
      where case_id = this_case and seq = (p ->> 'before')::int;
      get diagnostics touched = row_count;
      if touched <> 1 then
        raise exception 'case % has moved on from %', this_case, p ->> 'before' using errcode = 'serialization_failure';
      end if;
    end if;
    insert into case_event (case_id, seq, type, v, happened_on, recorded_at, policy_version, cause, data)
    select this_case, e.seq, e.type, e.v, e."happenedOn", to_timestamp(e."recordedAtMs" / 1000.0), e."policyVersion", e.cause, e.data
    from jsonb_to_recordset(p -> 'events') as e(seq int, type text, v int, "happenedOn" date, "recordedAtMs" bigint, "policyVersion" int, cause jsonb, data jsonb);
  end if;

  insert into case_command (case_id, account_id, key, body_hash, answer, recorded_at)
  select this_case, c."accountId", c.key, c."bodyHash", c.answer, at
  from jsonb_to_recordset(p -> 'answers') as c("accountId" uuid, key text, "bodyHash" text, answer jsonb);

  if jsonb_typeof(p -> 'pairing') = 'object' then
    update pairing set known_to = at where case_id = this_case and known_to is null;
    insert into pairing (case_id, stage, programme_id, policy_version, subject_id, area_code, lead_helper_id, helper_unit_id,
      co_helper_ids, signed_on, term_ends_on, last_visit_on, closed_on, seq, known_from)
    select this_case, v.stage, v."programmeId", v."policyVersion", v."subjectId", v."areaCode", v."leadHelperId", v."helperUnitId",
      v."coHelperIds", v."signedOn", v."termEndsOn", v."lastVisitOn", v."closedOn", (file ->> 'seq')::int, at
    from jsonb_to_record(p -> 'pairing') as v(stage text, "programmeId" text, "policyVersion" int, "subjectId" uuid, "areaCode" text,
      "leadHelperId" uuid, "helperUnitId" uuid, "coHelperIds" uuid[], "signedOn" date, "termEndsOn" date, "lastVisitOn" date, "closedOn" date);
  end if;

  if jsonb_array_length(p -> 'endedObligations') > 0 then
    update obligation set known_to = at
    where case_id = this_case and known_to is null and key in (select jsonb_array_elements_text(p -> 'endedObligations'));
    get diagnostics touched = row_count;
    if touched <> jsonb_array_length(p -> 'endedObligations') then
      raise exception 'case % had other open obligations than its state says', this_case using errcode = 'data_corrupted';
    end if;
  end if;
  if jsonb_array_length(p -> 'begunObligations') > 0 then
    insert into obligation (case_id, key, kind, rule, seats, due_on, due_at, rung, next_step, next_at, armed_by_seq, reckoning,
      area_code, lead_helper_id, helper_unit_id, co_helper_ids, known_from)
    select this_case, o.key, o.kind, o.rule, o.seats, o."dueOn", to_timestamp(o."dueAtMs" / 1000.0), o.rung, o."nextStep",
      to_timestamp(o."nextAtMs" / 1000.0), o."armedBySeq", o.reckoning,
      p -> 'access' ->> 'areaCode', (p -> 'access' ->> 'leadHelperId')::uuid, (p -> 'access' ->> 'helperUnitId')::uuid,
      coalesce((select array_agg(each::uuid) from jsonb_array_elements_text(p -> 'access' -> 'coHelperIds') as each), '{}'), at
    from jsonb_to_recordset(p -> 'begunObligations') as o(key text, kind text, rule text, seats text[], "dueOn" date, "dueAtMs" bigint,
      rung int, "nextStep" text, "nextAtMs" bigint, "armedBySeq" int, reckoning jsonb);
  end if;

  insert into outbox (case_id, seq, n, target, message)
  select this_case, m.seq, m.n, m.target, m.message
  from jsonb_to_recordset(p -> 'outbox') as m(seq int, n int, target text, message jsonb);
end $$;
`;

/**
 * All of an act in one statement, when the case is as the caller believes and nothing stands in the way. Otherwise it fails
 * with JD001, nothing is written, and the caller goes step by step.
 */
const RECORD_AT_ONCE = `
create function case_record_at_once(p jsonb) returns void language plpgsql as $$
declare this_case uuid := (p ->> 'caseId')::uuid; present int; step record;
begin
  select seq into present from case_file where case_id = this_case for update;
  if coalesce(present, 0) <> (p ->> 'before')::int then
    raise exception 'case % is at %', this_case, present using errcode = 'JD001';
  end if;
  if exists (select 1 from jsonb_to_recordset(p -> 'answers') as a("accountId" uuid, key text)
      join case_command c on c.case_id = this_case and c.account_id = a."accountId" and c.key = a.key) then
    raise exception 'case % knows a command', this_case using errcode = 'JD001';
  end if;
  for step in select * from jsonb_to_recordset(p -> 'claims') as s(seq int, take jsonb, release text[], "accountId" uuid, "contentIds" uuid[]) loop
    if jsonb_array_length(step.take) > 0 and case_take_claims(this_case, step.seq, step.take) is not null
      or cardinality(step.release) > 0 and case_release_claims(this_case, step.seq, step.release) <> cardinality(step.release)
      or cardinality(step."contentIds") > 0 and case_bind_content(this_case, step."accountId", step.seq, step."contentIds") is not null then
      raise exception 'case % is not granted a claim', this_case using errcode = 'JD001';
    end if;
  end loop;
  perform case_record(p);
end $$;
`;

const LOAD = `
create function case_log(p_case uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(case_event_json(e) order by e.seq), '[]'::jsonb) from case_event e where e.case_id = p_case
$$;
`;

const GRANTS = `
revoke execute on function case_begin, case_take_claims, case_release_claims, case_bind_content, case_record, case_record_at_once from public;
grant execute on function case_begin, case_take_claims, case_release_claims, case_bind_content, case_record, case_record_at_once, case_log, case_event_json to jiedui_recorder;
grant execute on function case_log, case_event_json to jiedui_app, jiedui_reader;
`;
