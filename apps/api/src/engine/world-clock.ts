import { Injectable } from "@nestjs/common";
import { DataSource } from "typeorm";

export type World = "live" | "rehearsal";

/** The world's present instant: the wall clock in `live`; in `rehearsal` its own clock, which is a row. */
@Injectable()
export class WorldClock {
  constructor(
    readonly world: World,
    private readonly dataSource: DataSource,
  ) {}

  async nowMs(): Promise<number> {
    if (this.world === "live") return Date.now();
    const [row] = await this.dataSource.query<{ now: Date }[]>("select now_at as now from rehearsal_clock");
    return Math.max(row?.now.getTime() ?? 0, Date.now());
  }
}
