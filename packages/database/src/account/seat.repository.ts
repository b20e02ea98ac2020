import { mayHoldSeat, type Day, type DivisionCode, type SeatId } from "@jiedui/domain";
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

/** What became of giving a seat away. */
export type SeatGiving =
  | { readonly given: true }
  /** What is not there, or outside the asking account's scope. */
  | { readonly given: false; readonly missing: "seat" | "account" }
  | { readonly given: false; readonly unfit: { readonly role: string; readonly areaCode: string | null } };

/** Who holds which seat from when to when; a seat passes on without touching any case. */
export class SeatRepository {
  list(manager: EntityManager): Promise<SeatHolding[]> {
    return manager.query<SeatHolding[]>(
      `select h.id, h.seat, coalesce(named.name, '') as "seatName", h.account_id as "accountId", a.display_name as "displayName", to_char(h.from_day, 'YYYY-MM-DD') as "fromDay",
         to_char(h.to_day, 'YYYY-MM-DD') as "toDay", h.deputy
       from seat_holding h join account a on a.id = h.account_id
         left join seat_names((select array_agg(distinct seat) from seat_holding)) named on named.seat = h.seat
       where h.withdrawn_at is null order by h.seat, h.from_day`,
    );
  }

  /** Gives a seat to an account that may hold it. */
  async hold(
    manager: EntityManager,
    holding: Omit<SeatHolding, "displayName" | "seatName">,
  ): Promise<SeatGiving> {
    const { id, seat, accountId, fromDay, toDay, deputy } = holding;
    const [place] = await manager.query<{ seatArea: DivisionCode }[]>(
      `select area as "seatArea" from seat_area($1) as area where area >= app_area_from() and area < app_area_to()`,
      [seat],
    );
    if (place === undefined) return { given: false, missing: "seat" };
    const [account] = await manager.query<{ role: string; areaCode: DivisionCode | null }[]>(
      `select role, area_code as "areaCode" from account where id = $1`,
      [accountId],
    );
    if (account === undefined) return { given: false, missing: "account" };
    if (!mayHoldSeat(account, seat as SeatId, place.seatArea)) return { given: false, unfit: account };
    await manager.query(
      "insert into seat_holding (id, seat, area_code, account_id, from_day, to_day, deputy) values ($1, $2, $3, $4, $5, $6, $7)",
      [id, seat, place.seatArea, accountId, fromDay, toDay, deputy],
    );
    return { given: true };
  }

  /** Whether an account of that helper holds the first of the seats that anybody holds on that day, itself or as a deputy. */
  async isFirstHeldBy(
    manager: EntityManager,
    seats: readonly SeatId[],
    helperId: string,
    day: Day,
  ): Promise<boolean> {
    const [row] = await manager.query<{ held: boolean }[]>(
      `with holder as (
         select holder.account_id, array_position($1::text[], holder.seat) as place from seat_holders($1::text[], $2::date) holder
       )
       select exists (select 1 from holder join account a on a.id = holder.account_id
         where a.helper_id = $3 and holder.place = (select min(place) from holder)) as held`,
      [seats, day, helperId],
    );
    return row?.held ?? false;
  }

  /**
   * Ends a holding with that day; one that begins later is taken back.
   * @returns false when there is none that is still running or lies ahead
   */
  async end(manager: EntityManager, id: string, lastDay: string): Promise<boolean> {
    const [, touched] = await manager.query<[unknown, number]>(
      `update seat_holding set to_day = case when from_day <= $2::date then $2::date else to_day end,
         withdrawn_at = case when from_day > $2::date then world_now() end
       where id = $1 and withdrawn_at is null and (to_day is null or to_day >= $2::date)`,
      [id, lastDay],
    );
    return touched === 1;
  }
}
