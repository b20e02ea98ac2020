import type { DataSource } from "typeorm";

export type World = "live" | "rehearsal";

/** The world's present instant: the wall clock in `live`; in `rehearsal` its own clock, which is a row. */
export async function worldNowMs(world: World, dataSource: DataSource): Promise<number> {
  if (world === "live") return Date.now();
  const [row] = await dataSource.query<{ now: Date }[]>("select now_at as now from rehearsal_clock");
  return Math.max(row?.now.getTime() ?? 0, Date.now());
}
