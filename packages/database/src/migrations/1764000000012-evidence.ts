import type { MigrationInterface, QueryRunner } from "typeorm";

/** Photographs and scans: which files lie in the store, which content refers to them, and who has looked at which. */
export class Evidence1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [FILES, LOOKS, UNUSED, GRANTS]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("records are never taken back by a migration; restore a backup instead");
  }
}

const FILES = `
-- One row a file, however many cases refer to it. It stands here as soon as the file lies in the store.
create table evidence_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf')),
  bytes int not null check (bytes > 0),
  stored_at timestamptz not null default now()
);

alter table content add column file_hash text references evidence_file (hash);
create index content_by_file on content (file_hash, case_id) where file_hash is not null;
-- The same file sent twice before it is used is one piece of evidence.
create unique index content_pending_file on content (case_id, owner_account_id, file_hash) where status = 'pending' and file_hash is not null;

-- Erased content keeps its hash among what is known of it, and gives the file up.
create function content_gives_up_file() returns trigger language plpgsql as $$
begin
  if new.status = 'erased' then new.file_hash := null; end if;
  return new;
end $$;
create trigger content_gives_up_file before update on content for each row execute function content_gives_up_file();
`;

const LOOKS = `
create table evidence_look (
  id bigint generated always as identity primary key,
  content_id uuid not null,
  case_id uuid not null,
  account_id uuid not null references account (id),
  area_code text collate "C" not null,
  looked_at timestamptz not null default world_now()
);
create index evidence_look_by_content on evidence_look (content_id, id desc);
create index evidence_look_by_account on evidence_look (account_id, id desc);
create trigger evidence_look_insert_only before update or delete on evidence_look for each row execute function refuse_change();

alter table evidence_look enable row level security;
alter table evidence_look force row level security;
create policy owner_all on evidence_look to jiedui_owner using (true) with check (true);
create policy reader_all on evidence_look for select to jiedui_reader using (true);
create policy app_area on evidence_look for select to jiedui_app using (area_code >= app_area_from() and area_code < app_area_to());
-- Only what one sees can be looked at.
create policy app_look on evidence_look for insert to jiedui_app with check (exists (select 1 from content where content.id = evidence_look.content_id));
`;

/** Files that nothing refers to any more. Forgetting one locks its row until the file is gone as well. */
const UNUSED = `
create function unused_evidence_files(p_limit int) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select hash from evidence_file f where not exists (select 1 from content where content.file_hash = f.hash) order by stored_at limit p_limit
$$;
create function forget_evidence_file(p_hash text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from evidence_file f where f.hash = p_hash and not exists (select 1 from content where content.file_hash = f.hash);
  return found;
end $$;
`;

const GRANTS = `
grant select, insert, update (stored_at) on evidence_file to jiedui_app;
grant select, insert on evidence_look to jiedui_app;
grant select on evidence_file, evidence_look to jiedui_reader;
grant select on evidence_file to jiedui_recorder;
grant select (file_hash) on content to jiedui_recorder;
revoke execute on function unused_evidence_files, forget_evidence_file from public;
grant execute on function unused_evidence_files, forget_evidence_file to jiedui_recorder;
`;
