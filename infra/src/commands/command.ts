import { PlainError } from "../say";

/** How a verb ends: a plain sentence for what people can mend, the whole stack for what we must. */
export async function asCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    console.error(cause instanceof PlainError ? cause.message : cause);
    process.exitCode = 1;
  }
}

export function portFrom(variable: string, otherwise: number): number {
  const text = process.env[variable];
  if (text === undefined || text === "") return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`${variable} is not a port: it must be a whole number from 1 to 65535.`);
}
