import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { PlainError } from "../say";
import type { Secrets } from "../secrets";

/** Who may do what in a world's database; the grants on tables are made by the migrations. */
export const WORLD_ROLES = {
  owner: "jiedui_owner",
  app: "jiedui_app",
  recorder: "jiedui_recorder",
  reader: "jiedui_reader",
} as const;
export type WorldRole = keyof typeof WORLD_ROLES;
export type WorldUrls = Record<WorldRole, string>;

const TEMPORAL_DATABASES = ["temporal", "temporal_visibility"] as const;
/** Everything that `npm start` creates on a PostgreSQL, besides the roles. */
export const OUR_DATABASES = ["jiedui_live", "jiedui_rehearsal", ...TEMPORAL_DATABASES] as const;

const TEMPORAL_ROLE = "jiedui_temporal";
const ROLE_NAMES: Record<WorldRole | "temporal", string> = { ...WORLD_ROLES, temporal: TEMPORAL_ROLE };

/** What the roles need to know of a PostgreSQL server: a superuser's way in, and the passwords. */
export interface DatabaseServer {
  adminUrl(database: string): string;
  secrets: Secrets;
}

export async function withAdmin<T>(server: DatabaseServer, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({
    connectionString: server.adminUrl("postgres"),
    connectionTimeoutMillis: 10_000,
  });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/**
 * Creates the roles or gives them our passwords.
 * @throws PlainError when they belong to another data folder: its api and worker would lose their way in
 */
export async function ensureRoles(
  server: DatabaseServer,
  { takesOver = false }: { takesOver?: boolean } = {},
): Promise<void> {
  await withAdmin(server, async (admin) => {
    const mark = `jiedui installation ${server.secrets.installation}`;
    const found = await admin.query<{ mark: string | null }>(
      "select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1",
      [WORLD_ROLES.owner],
    );
    const present = found.rows[0]?.mark ?? mark;
    if (present !== mark && !takesOver) throw new PlainError(ownedByAnother(server));
    const known = await admin.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any($1)",
      [Object.values(ROLE_NAMES)],
    );
    const existing = new Set(known.rows.map((row) => row.rolname));
    for (const [role, name] of Object.entries(ROLE_NAMES)) {
      const verb = existing.has(name) ? "alter" : "create";
      const password = escapeLiteral(server.secrets[role as WorldRole | "temporal"]);
      await admin.query(
        `${verb} role ${escapeIdentifier(name)} login nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`,
      );
    }
    await admin.query(`comment on role ${WORLD_ROLES.owner} is ${escapeLiteral(mark)}`);
  });
}

function ownedByAnother(server: DatabaseServer): string {
  return (
    `The PostgreSQL at ${new URL(server.adminUrl("postgres")).host} already serves another data folder of Jiedui: ` +
    "start with that one as JIEDUI_HOME, or name another PostgreSQL in DATABASE_URL. " +
    `(Is that folder lost? Then "comment on role ${WORLD_ROLES.owner} is null", said as superuser, lets this one take its place.)`
  );
}

export interface NewDatabase {
  database: string;
  /** A finished world to copy, for tests: about 20 ms instead of all migrations. Nobody may be connected to it. */
  template?: string;
}

/** Creates the database of one world unless it is there, and says how each role gets in. */
export async function createWorldDatabase(server: DatabaseServer, request: NewDatabase): Promise<WorldUrls> {
  await createOwnedDatabase(server, request.database, WORLD_ROLES.owner, request.template);
  await withAdmin(server, async (admin) => {
    const guests = [WORLD_ROLES.app, WORLD_ROLES.recorder, WORLD_ROLES.reader].join(", ");
    await admin.query(`grant connect on database ${escapeIdentifier(request.database)} to ${guests}`);
  });
  return worldUrls(server, request.database);
}

export function worldUrls(server: DatabaseServer, database: string): WorldUrls {
  const as = (role: WorldRole) => urlAs(server, database, WORLD_ROLES[role], server.secrets[role]);
  return { owner: as("owner"), app: as("app"), recorder: as("recorder"), reader: as("reader") };
}

export async function dropDatabase(server: DatabaseServer, database: string): Promise<void> {
  await withAdmin(server, (admin) =>
    admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`),
  );
}

/** The two databases of the engine, beside ours in the same cluster; true for each that is new. */
export async function createTemporalDatabases(
  server: DatabaseServer,
): Promise<{ url: string; isNew: boolean }[]> {
  const made = [];
  for (const database of TEMPORAL_DATABASES) {
    const isNew = await createOwnedDatabase(server, database, TEMPORAL_ROLE);
    made.push({ url: urlAs(server, database, TEMPORAL_ROLE, server.secrets.temporal), isNew });
  }
  return made;
}

async function createOwnedDatabase(
  server: DatabaseServer,
  database: string,
  owner: string,
  template?: string,
): Promise<boolean> {
  return withAdmin(server, async (admin) => {
    const found = await admin.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount) return false;
    // Managed servers give no superuser: whoever creates a database for a role must then be its member.
    const me = await admin.query<{ rolsuper: boolean }>(
      "select rolsuper from pg_roles where rolname = current_user",
    );
    if (!me.rows[0]?.rolsuper) await admin.query(`grant ${escapeIdentifier(owner)} to current_user`);
    await admin.query(
      template
        ? `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)} template ${escapeIdentifier(template)}`
        : `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)} template template0 ` +
            `encoding 'UTF8' locale ${escapeLiteral(await utf8Locale(admin))}`,
    );
    await admin.query(`revoke all on database ${escapeIdentifier(database)} from public`);
    return true;
  });
}

/** Trigram search on Chinese finds nothing under the plain C locale. */
async function utf8Locale(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ locale: string; encoding: string }>(
    "select datcollate as locale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'template0'",
  );
  const collations = await admin.query("select 1 from pg_collation where collname in ('C.UTF-8', 'C.utf8')");
  if (collations.rowCount) return "C.UTF-8";
  const own = rows[0];
  if (own?.encoding === "UTF8" && own.locale !== "C" && own.locale !== "POSIX") return own.locale;
  throw new PlainError(
    "This PostgreSQL has no UTF-8 locale (C.UTF-8): create its cluster with --encoding=UTF8 --locale=C.UTF-8.",
  );
}

function urlAs(server: DatabaseServer, database: string, user: string, password: string): string {
  const url = new URL(server.adminUrl(database));
  url.username = user;
  url.password = password;
  return url.toString();
}
