import { PlainError } from "../say";

/** Never says the value: it holds a password. */
export function parseDatabaseUrl(text: string, variable = "DATABASE_URL"): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ["postgres:", "postgresql:"].includes(url.protocol) && url.hostname !== "") return url;
  throw new PlainError(
    `${variable} is not the address of a PostgreSQL: it must look like postgresql://name:password@host:5432/postgres.`,
  );
}
