import { Client, Connection } from "@temporalio/client";
import { z } from "zod";

export interface TemporalConfig {
  readonly address: string;
  readonly namespace: string;
  /** With an API key always. */
  readonly tls?: boolean;
  readonly apiKey?: string | undefined;
}

/** How every process of ours is told of the engine. */
export const temporalEnvironment = {
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1),
  TEMPORAL_TLS: z.enum(["true", "false"]).default("false"),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
};

export function temporalConfig(read: z.infer<z.ZodObject<typeof temporalEnvironment>>): TemporalConfig {
  return {
    address: read.TEMPORAL_ADDRESS,
    namespace: read.TEMPORAL_NAMESPACE,
    tls: read.TEMPORAL_TLS === "true",
    apiKey: read.TEMPORAL_API_KEY,
  };
}

/** For clients and workers alike. */
export function connectionOptions({ address, tls = false, apiKey }: Omit<TemporalConfig, "namespace">) {
  return { address, tls: tls || apiKey !== undefined, ...(apiKey !== undefined && { apiKey }) };
}

/** A client that connects with its first call, so that the engine may come up later than we do. */
export function connectTemporal(config: TemporalConfig): Client {
  return new Client({ connection: Connection.lazy(connectionOptions(config)), namespace: config.namespace });
}
