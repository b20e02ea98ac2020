import { type Log, PlainError, timed } from "../say";
import { type DatabaseServer, type WorldUrls, createWorldDatabase } from "./roles";

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
  const { runMigrations, seedWorld, createFirstAdministrator, UnknownMigrationsError } =
    await import("@jiedui/database"); // a second of loading, only where needed
  return timed(log, `database ${database} ready`, async () => {
    const urls = await createWorldDatabase(server, { database });
    await runMigrations(urls.owner).catch((cause: unknown) => {
      if (!(cause instanceof UnknownMigrationsError)) throw cause;
      throw new PlainError(
        `The database ${database} was written by another release: it has ${cause.migrations.join(", ")}, which this one does not know. ` +
          "Start the release that wrote it or a newer one, or begin anew with npm start -- --fresh.",
        { cause },
      );
    });
    await seedWorld(urls.owner, { progress: (text) => log.progress(`${database}: ${text}`) });
    const firstAdministrator = await createFirstAdministrator(urls.owner, hashPassword);
    return { urls, firstAdministrator };
  });
}

/** Argon2id with the library's own parameters, which stand in the hash: whoever verifies needs no setting. */
async function hashPassword(password: string): Promise<string> {
  const { hash } = await import("@node-rs/argon2");
  return hash(password);
}
