import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The register follows what a case records of its household, in the same transaction; and it knows which households
 * nobody is paired with, and which cadres hold none.
 */
export class Households1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      MEMBERS,
      CHANGES,
      TAKING_BACK,
      FOLLOW,
      CLAIMS,
      PERSONAL_DAYS,
      MOVED,
      COVERAGE,
      GRANTS,
    ])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

/** Who has left stays on record; a person is in one household at a time. */
const MEMBERS = `
alter table household_member add column joined_on date, add column left_on date,
  add column left_by text check (left_by in ('died', 'married-out', 'voided'));
drop index one_person_one_household;
create unique index one_person_one_household on household_member (resident_id) where resident_id is not null and left_on is null;
`;

const CHANGES = `
create table household_change (
  id bigint generated always as identity primary key,
  subject_id uuid not null references subject (id),
  case_id uuid not null,
  seq int not null,
  change text not null check (change in ('born', 'married-in', 'died', 'married-out', 'new-head', 'split', 'moved', 'voided')),
  happened_on date not null,
  member_ids uuid[] not null default '{}',
  new_head_id uuid,
  -- How the household was found from a keyboard until then.
  was_pinyin text,
  was_initials text,
  new_subject_id uuid references subject (id),
  from_area_code text collate "C",
  to_area_code text collate "C",
  recorded_at timestamptz not null default world_now()
);
create index household_change_by_subject on household_change (subject_id, id);
create index household_change_by_new_subject on household_change (new_subject_id) where new_subject_id is not null;
create index household_change_moved on household_change (case_id) where change = 'moved';
create trigger household_change_insert_only before update or delete on household_change for each row execute function refuse_change();

alter table household_change enable row level security;
alter table household_change force row level security;
create policy owner_all on household_change to jiedui_owner using (true) with check (true);
create policy reader_all on household_change for select to jiedui_reader using (true);
-- Whoever sees the household sees what changed in it.
create policy app_subject on household_change for select to jiedui_app using (
  exists (select 1 from subject where subject.id in (household_change.subject_id, household_change.new_subject_id)));

-- The running case that a household has split off from.
create function split_off_from(p_subject uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.case_id from household_change c join case_file f on f.case_id = c.case_id and f.finished_at is null
  where c.new_subject_id = p_subject limit 1
$$;
-- Other running pairings of a household, in programmes beside this one.
create function other_pairings_of_household(p_case uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select other.case_id from pairing mine join pairing other on other.subject_id = mine.subject_id and other.case_id <> mine.case_id
  where mine.case_id = p_case and mine.known_to is null and other.known_to is null and other.stage <> 'closed'
$$;
`;

/** The household as it was before a wrong change, if that was the last one: from the log, and from what was noted then. */
const TAKING_BACK = `
create function household_take_back(p_case uuid, p_seq int, household subject, p_voids int, p_day date) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wrong jsonb;
  noted household_change;
  former household_member;
begin
  select data into wrong from case_event where case_id = p_case and seq = p_voids and type = 'HouseholdChanged';
  select * into noted from household_change c where c.case_id = p_case and c.seq = p_voids;
  if wrong is null or noted.id is null
      or array(select m.id from household_member m where m.subject_id = household.id and m.left_on is null order by m.id)
        is distinct from array(select n.id from jsonb_to_recordset(wrong -> 'members') as n(id uuid) order by n.id) then
    return 'changed';
  end if;
  if wrong ->> 'change' in ('born', 'married-in') then
    update household_member set left_on = p_day, left_by = 'voided' where id = (wrong ->> 'memberId')::uuid;
  elsif wrong ->> 'change' in ('died', 'married-out') then
    begin
      update household_member set left_on = null, left_by = null where id = (wrong ->> 'memberId')::uuid;
    exception when unique_violation then
      return 'in-another-household';
    end;
  end if;
  update household_member m set relation = n.relation
  from jsonb_to_recordset(wrong -> 'was') as n(id uuid, relation text) where m.id = n.id and m.relation <> n.relation;
  if wrong ->> 'newHeadId' is not null then
    select m.* into former from jsonb_to_recordset(wrong -> 'was') as n(id uuid, relation text)
      join household_member m on m.id = n.id where n.relation = 'head';
    update subject set name = coalesce(former.name, household.name), pinyin = noted.was_pinyin, initials = noted.was_initials where id = household.id;
  end if;
  insert into household_change (subject_id, case_id, seq, change, happened_on, member_ids, new_head_id)
  values (household.id, p_case, p_seq, 'voided', p_day, array[(wrong ->> 'memberId')::uuid], former.id);
  return null;
end $$;
`;

/**
 * Run as the owner: the recorder writes no register, and reads no names. Those come from content that the command brought
 * and that the same transaction binds. Answers null, or why it cannot be; then nothing of the act is written.
 */
const FOLLOW = `
create function household_follow(p_case uuid, p_seq int, p_subject uuid, p_follow jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  household subject;
  named household_member;
  brought jsonb;
  change text := p_follow ->> 'change';
  on_day date := (p_follow ->> 'happenedOn')::date;
  about uuid[];
begin
  select * into household from subject where id = p_subject for update;
  if not found or p_follow ? 'was'
      and array(select m.id from household_member m where m.subject_id = p_subject and m.left_on is null order by m.id)
        is distinct from array(select w::uuid from jsonb_array_elements_text(p_follow -> 'was') w order by w::uuid) then
    return 'changed';
  end if;
  if change = 'voided' then
    return household_take_back(p_case, p_seq, household, (p_follow ->> 'voidsSeq')::int, on_day);
  end if;
  select c.body into brought from content c
  where c.id in (select w::uuid from jsonb_array_elements_text(p_follow -> 'contentIds') w)
    and c.case_id = p_case and c.purpose = 'household-register' and c.status = 'pending';

  if p_follow ? 'newcomerId' then
    if brought -> 'newcomer' ->> 'id' is distinct from p_follow ->> 'newcomerId' then
      return 'changed';
    end if;
    begin
      insert into household_member (id, subject_id, name, relation, resident_id, resident_id_unverified_reason, birthday, sex, joined_party_on, area_code, joined_on)
      select n.id, p_subject, n.name, n.relation, n."residentId", n."residentIdUnverifiedReason", n.birthday, n.sex, n."joinedPartyOn", household.area_code, on_day
      from jsonb_to_record(brought -> 'newcomer') as n(id uuid, name text, relation text, "residentId" text, "residentIdUnverifiedReason" text, birthday date, sex text, "joinedPartyOn" date);
    exception when unique_violation then
      return 'in-another-household';
    end;
  end if;
  if p_follow ? 'leaverId' then
    update household_member set left_on = on_day, left_by = change where id = (p_follow ->> 'leaverId')::uuid;
  end if;
  update household_member m set relation = n.relation
  from jsonb_to_recordset(coalesce(p_follow -> 'members', '[]')) as n(id uuid, relation text)
  where m.id = n.id and m.relation <> n.relation;
  if p_follow ? 'newHeadId' then
    select * into named from household_member where id = (p_follow ->> 'newHeadId')::uuid;
    update subject set name = named.name, pinyin = coalesce(brought -> 'sounds' -> named.id::text ->> 'pinyin', ''),
      initials = coalesce(brought -> 'sounds' -> named.id::text ->> 'initials', '')
    where id = p_subject;
  end if;
  if p_follow ? 'newSubjectId' then
    select m.* into named from jsonb_to_recordset(p_follow -> 'newMembers') as n(id uuid, relation text)
      join household_member m on m.id = n.id where n.relation = 'head';
    insert into subject (id, kind, name, area_code, address, phone, pinyin, initials)
    values ((p_follow ->> 'newSubjectId')::uuid, household.kind, named.name, household.area_code, brought ->> 'address', brought ->> 'phone',
      coalesce(brought -> 'sounds' -> named.id::text ->> 'pinyin', ''), coalesce(brought -> 'sounds' -> named.id::text ->> 'initials', ''));
    update household_member m set subject_id = (p_follow ->> 'newSubjectId')::uuid, relation = n.relation, joined_on = on_day
    from jsonb_to_recordset(p_follow -> 'newMembers') as n(id uuid, relation text) where m.id = n.id;
  end if;
  if p_follow ? 'toAreaCode' then
    update case_file set area_code = p_follow ->> 'toAreaCode' where case_id = p_case;
    update content set area_code = p_follow ->> 'toAreaCode' where case_id = p_case;
    -- Of several cases of one household, the first one to tell has moved it.
    if household.area_code = p_follow ->> 'toAreaCode' then
      return null;
    end if;
    update subject set area_code = p_follow ->> 'toAreaCode', address = brought ->> 'address', phone = coalesce(brought ->> 'phone', phone)
    where id = p_subject;
    update household_member set area_code = p_follow ->> 'toAreaCode' where subject_id = p_subject;
  end if;

  about := array(select value::uuid from (
    select p_follow ->> 'newcomerId' as value union select p_follow ->> 'leaverId'
    union select n ->> 'id' from jsonb_array_elements(coalesce(p_follow -> 'newMembers', '[]')) n) named_ids where value is not null);
  insert into household_change (subject_id, case_id, seq, change, happened_on, member_ids, new_head_id, was_pinyin, was_initials, new_subject_id, from_area_code, to_area_code)
  values (p_subject, p_case, p_seq, change, on_day, about, (p_follow ->> 'newHeadId')::uuid, household.pinyin, household.initials,
    (p_follow ->> 'newSubjectId')::uuid, case when p_follow ? 'toAreaCode' then household.area_code end, p_follow ->> 'toAreaCode');
  return null;
end $$;
`;

/** As before, with households. */
const CLAIMS = `
create or replace function case_take_claims(p_case uuid, p_seq int, p_claims jsonb) returns jsonb language plpgsql as $$
declare wanted record; held int; retired date; named uuid; problem text;
begin
  for wanted in select * from jsonb_to_recordset(p_claims) as c(kind text, resource text, capacity int, day date, follow jsonb) order by resource loop
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
    elsif wanted.kind = 'household' then
      problem := household_follow(p_case, p_seq, named, wanted.follow);
      if problem is not null then
        return jsonb_build_object('claim', to_jsonb(wanted), 'used', 0, 'heldByCaseId', null, 'retiredOn', null, 'problem', problem);
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
`;

/** As before, but of nobody who has left the household. */
const PERSONAL_DAYS = `
create or replace function coming_personal_days(p_month_days int[], p_days date[], p_account uuid, p_limit int)
returns table (case_id uuid, occasion text, happens_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with day_of_year as (
    select * from unnest(p_month_days, p_days) as d(month_day, happens_on)
  ), coming as (
    select m.subject_id, 'birthday' as occasion, d.happens_on from day_of_year d
      join household_member m on extract(month from m.birthday) * 100 + extract(day from m.birthday) = d.month_day::numeric
      where m.birthday is not null and m.left_on is null
    union
    select m.subject_id, 'joining-day', d.happens_on from day_of_year d
      join household_member m on extract(month from m.joined_party_on) * 100 + extract(day from m.joined_party_on) = d.month_day::numeric
      where m.joined_party_on is not null and m.left_on is null
  )
  select p.case_id, c.occasion, c.happens_on
  from coming c
    join pairing p on p.subject_id = c.subject_id and p.known_to is null and p.stage in ('helping', 'verifying', 'closing')
    join policy on policy.programme_id = p.programme_id and policy.version = p.policy_version
  where policy.document -> 'occasions' -> 'personalDays' ? c.occasion
    and c.happens_on <= (select min(happens_on) from day_of_year) + (policy.document -> 'occasions' ->> 'daysBefore')::int
    and not exists (select 1 from case_command done where done.case_id = p.case_id and done.account_id = p_account
      and done.key = 'personal-day:' || c.occasion || ':' || to_char(c.happens_on, 'YYYY-MM-DD'))
  order by c.happens_on, p.case_id, c.occasion
  limit p_limit
$$;
`;

/** Who looks after a household that has moved here sees what was known of its case before. */
const MOVED = `
create function app_moved_cases() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select f.case_id from household_change c join case_file f on f.case_id = c.case_id
  where c.change = 'moved' and f.area_code >= app_area_from() and f.area_code < app_area_to()
$$;
create policy app_moved on pairing for select to jiedui_app using (case_id = any (array(select app_moved_cases())));
create policy app_moved on obligation for select to jiedui_app using (case_id = any (array(select app_moved_cases())));
`;

/** Both gaps of full coverage, kept by what each act writes: a list of them must not go through all that is covered. */
const COVERAGE = `
alter table subject add column is_paired boolean not null default false;
alter table helper add column holds_places boolean not null default false;
update subject s set is_paired = true
where exists (select 1 from pairing p where p.subject_id = s.id and p.known_to is null and p.stage <> 'closed');
update helper h set holds_places = true
where exists (select 1 from claim_slot s where s.resource = 'helper-households:' || h.id and s.used > 0);
create index subject_without_helper on subject (area_code, id)
  where not is_paired and kind in ('poor-household', 'extreme-poor-household');
create index helper_without_household on helper (initials, id)
  where not holds_places and retired_on is null and rank <> 'none';

create function subject_is_paired() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.stage <> 'closed' then
    update subject set is_paired = true where id = new.subject_id and not is_paired;
  else
    perform 1 from subject where id = new.subject_id for update;
    update subject set is_paired = exists (
      select 1 from pairing p where p.subject_id = new.subject_id and p.known_to is null and p.stage <> 'closed')
    where id = new.subject_id;
  end if;
  return null;
end $$;
create trigger subject_is_paired after insert on pairing for each row when (new.known_to is null) execute function subject_is_paired();

create function helper_holds_places() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update helper set holds_places = new.used > 0 where id = split_part(new.resource, ':', 2)::uuid;
  return null;
end $$;
create trigger helper_takes_place after insert on claim_slot for each row
  when (new.resource like 'helper-households:%' and new.used > 0) execute function helper_holds_places();
create trigger helper_changes_places after update of used on claim_slot for each row
  when (new.resource like 'helper-households:%' and (old.used > 0) <> (new.used > 0)) execute function helper_holds_places();
`;

const GRANTS = `
grant select on household_change to jiedui_app, jiedui_reader;
revoke execute on function household_follow, split_off_from, other_pairings_of_household, app_moved_cases, subject_is_paired, helper_holds_places from public;
grant execute on function household_follow to jiedui_recorder;
grant execute on function split_off_from, other_pairings_of_household, app_moved_cases to jiedui_app;
`;
