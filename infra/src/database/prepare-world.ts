import { type Log, PlainError, timed } from "../say";
import { type DatabaseServer, type WorldUrls, createWorldDatabase } from "./roles";

/** What the database package offers; loaded when it is needed, so that the stack alone starts without it. */
interface DatabasePackage {
  readonly runMigrations: (ownerUrl: string) => Promise<unknown>;
  readonly seedWorld?: (ownerUrl: string, options: { progress(text: string): void }) => Promise<unknown>;
  readonly createFirstAdministrator?: (
    ownerUrl: string,
    hash: (password: string) => Promise<string>,
  ) => Promise<{ login: string; password: string } | undefined>;
}

export interface PreparedWorld {
  urls: WorldUrls;
  /** Only the first time, and only then is the password known. */
  firstAdministrator: { login: string; password: string } | undefined;
}

/** A world's database at this release's schema, with areas, policies and calendar, and somebody who may sign in. */
export async function prepareWorld(
  server: DatabaseServer,
  database: string,
  log: Log,
): Promise<PreparedWorld> {
  const { runMigrations, seedWorld, createFirstAdministrator } = await loadDatabasePackage();
  return timed(log, `database ${database} ready`, async () => {
    const urls = await createWorldDatabase(server, { database });
    await runMigrations(urls.owner);
    await seedWorld?.(urls.owner, { progress: (text) => log.progress(`${database}: ${text}`) });
    const firstAdministrator = await createFirstAdministrator?.(urls.owner, hashPassword);
    return { urls, firstAdministrator };
  });
}

async function loadDatabasePackage(): Promise<DatabasePackage> {
  try {
    return (await import("@jiedui/database" as string)) as DatabasePackage;
  } catch (cause) {
    throw new PlainError(
      `The database package is not built: run npm run build. (${(cause as Error).message})`,
      { cause },
    );
  }
}

/** Argon2id with the library's own parameters, which stand in the hash: whoever verifies needs no setting. */
async function hashPassword(password: string): Promise<string> {
  const { hash } = await import("@node-rs/argon2");
  return hash(password);
}
