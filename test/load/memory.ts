import { withAdmin } from "@jiedui/infra";
import type { ProcessWorld, PartName } from "../support/process-world";
import { PARTS } from "../support/process-world";
import { memoryBytesOf } from "./process-cost";

export interface Footprint {
  readonly memoryBytes: Partial<Record<PartName, number>>;
  readonly recordsBytes: number;
  readonly engineBytes: number;
}

const ENGINE_DATABASES = ["temporal", "temporal_visibility"];

export async function footprintOf(world: ProcessWorld): Promise<Footprint> {
  const [own] = await world.owner.query<{ name: string }[]>("select current_database() as name");
  const { rows: sizes } = await withAdmin(world.stack, (admin) =>
    admin.query<{ name: string; bytes: string }>(
      "select datname as name, pg_database_size(datname) as bytes from pg_database where datname = any ($1)",
      [[own?.name, ...ENGINE_DATABASES]],
    ),
  );
  const bytesOf = (isCounted: (name: string) => boolean) =>
    sizes.reduce((sum, { name, bytes }) => sum + (isCounted(name) ? Number(bytes) : 0), 0);
  return {
    memoryBytes: Object.fromEntries(PARTS.map((part) => [part, memoryBytesOf(world.pidOf(part))])),
    recordsBytes: bytesOf((name) => !ENGINE_DATABASES.includes(name)),
    engineBytes: bytesOf((name) => ENGINE_DATABASES.includes(name)),
  };
}
