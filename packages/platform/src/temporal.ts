import { Client, Connection } from "@temporalio/client";

export interface TemporalConfig {
  readonly address: string;
  readonly namespace: string;
}

/** A client that connects with its first call, so that the engine may come up later than we do. */
export function connectTemporal({ address, namespace }: TemporalConfig): Client {
  return new Client({ connection: Connection.lazy({ address }), namespace });
}
