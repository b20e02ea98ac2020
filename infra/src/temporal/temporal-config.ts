/** The ports of one engine, from one base; all below the range that the kernel hands out by itself. */
export const TEMPORAL_PORT_COUNT = 9;

export interface TemporalPorts {
  frontend: number;
  history: number;
  matching: number;
  worker: number;
  membership: { frontend: number; history: number; matching: number; worker: number };
  metrics: number;
}

export function temporalPorts(base: number): TemporalPorts {
  return {
    frontend: base,
    history: base + 1,
    matching: base + 2,
    worker: base + 3,
    membership: { frontend: base + 4, history: base + 5, matching: base + 6, worker: base + 7 },
    metrics: base + 8,
  };
}

interface ServerConfigRequest {
  ports: TemporalPorts;
  stores: { default: string; visibility: string };
  dynamicConfigFile: string;
  historyShards: number;
}

/** YAML is a superset of JSON, so the configuration is plain data. */
export function serverConfig(request: ServerConfigRequest): string {
  const { ports } = request;
  const service = (name: "frontend" | "history" | "matching" | "worker") => ({
    rpc: { grpcPort: ports[name], membershipPort: ports.membership[name], bindOnIP: "127.0.0.1" },
  });
  return JSON.stringify(
    {
      log: { stdout: true, level: "warn" },
      persistence: {
        defaultStore: "default",
        visibilityStore: "visibility",
        numHistoryShards: request.historyShards,
        datastores: {
          default: { sql: sqlStore(request.stores.default, 20) },
          visibility: { sql: sqlStore(request.stores.visibility, 8) },
        },
      },
      global: {
        membership: { maxJoinDuration: "30s", broadcastAddress: "127.0.0.1" },
        metrics: { prometheus: { timerType: "histogram", listenAddress: `127.0.0.1:${ports.metrics}` } },
      },
      services: {
        frontend: service("frontend"),
        history: service("history"),
        matching: service("matching"),
        worker: service("worker"),
      },
      clusterMetadata: {
        enableGlobalNamespace: false,
        failoverVersionIncrement: 10,
        masterClusterName: "active",
        currentClusterName: "active",
        clusterInformation: {
          active: {
            enabled: true,
            initialFailoverVersion: 1,
            rpcName: "frontend",
            rpcAddress: `127.0.0.1:${ports.frontend}`,
          },
        },
      },
      dcRedirectionPolicy: { policy: "noop" },
      dynamicConfigClient: { filepath: request.dynamicConfigFile, pollInterval: "10s" },
    },
    null,
    2,
  );
}

/** Each of the four services opens its own pool: 4 × (20 + 8) stays well below PostgreSQL's 200. */
function sqlStore(url: string, maxConns: number) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    pluginName: "postgres12_pgx",
    databaseName: pathname.slice(1),
    connectAddr: `${hostname}:${port || 5432}`,
    connectProtocol: "tcp",
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    maxConns,
    maxIdleConns: maxConns,
    maxConnLifetime: "1h",
  };
}

/** Only the namespaces named here can be moved through time: real cases never. */
export function dynamicConfig(skippingNamespaces: readonly string[]): string {
  const everywhere = (value: unknown) => [{ value }];
  return JSON.stringify(
    {
      "frontend.WorkflowTimeSkippingEnabled": skippingNamespaces.map((namespace) => ({
        value: true,
        constraints: { namespace },
      })),
      "frontend.WorkflowTimeSkippingMaxSkipPerSession": everywhere(100_000),
      "history.timerProcessorMaxTimeShift": everywhere("10ms"), // default 1 s: every skip would cost a second
      "history.timerProcessorMaxPollRPS": everywhere(1_000), // default 20
      "frontend.namespaceRPS": everywhere(20_000),
      "frontend.rps": everywhere(20_000),
      "history.persistenceMaxQPS": everywhere(50_000),
      "frontend.persistenceMaxQPS": everywhere(50_000),
      "matching.persistenceMaxQPS": everywhere(50_000),
      "system.namespaceCacheRefreshInterval": everywhere("1s"), // default 10 s: a new namespace is of use at once
    },
    null,
    2,
  );
}
