import type { EntityManager } from "typeorm";

export interface SeatHolding {
  readonly id: string;
  readonly seat: string;
  /** The name of what the seat belongs to: a helper, an organisation, an area. */
  readonly seatName: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly deputy: boolean;
}

/** Who holds which seat from when to when; a seat passes on without touching any case. */
export class SeatRepository {
  list(manager: EntityManager): Promise<SeatHolding[]> {
    return manager.query<SeatHolding[]>(
      `select h.id, h.seat, coalesce(named.name, '') as "seatName", h.account_id as "accountId", a.display_name as "displayName", to_char(h.from_day, 'YYYY-MM-DD') as "fromDay",
         to_char(h.to_day, 'YYYY-MM-DD') as "toDay", h.deputy
       from seat_holding h join account a on a.id = h.account_id
         left join seat_names((select array_agg(distinct seat) from seat_holding)) named on named.seat = h.seat
       order by h.seat, h.from_day`,
    );
  }

  /** @returns false when what the seat belongs to is not there, or outside the asking account's scope */
  async hold(
    manager: EntityManager,
    holding: Omit<SeatHolding, "displayName" | "seatName">,
  ): Promise<boolean> {
    const held = await manager.query<unknown[]>(
      `insert into seat_holding (id, seat, area_code, account_id, from_day, to_day, deputy)
       select $1, $2, area, $3, $4, $5, $6 from seat_area($2) as area where area is not null returning id`,
      [holding.id, holding.seat, holding.accountId, holding.fromDay, holding.toDay, holding.deputy],
    );
    return held.length === 1;
  }

  async end(manager: EntityManager, id: string, lastDay: string): Promise<boolean> {
    const [, touched] = await manager.query<[unknown, number]>(
      "update seat_holding set to_day = greatest($2::date, from_day) where id = $1",
      [id, lastDay],
    );
    return touched === 1;
  }
}
