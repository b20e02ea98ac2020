import type { EntityManager } from "typeorm";

export interface SeatHolder {
  readonly accountId: string;
  readonly displayName: string;
  readonly deputy: boolean;
}

/** Who answers for a matter: the first of its seats that somebody holds, with the empty ones below it. */
export interface Answering {
  readonly seat: string;
  readonly seatName: string;
  readonly holders: readonly SeatHolder[];
  readonly emptySeats: string[];
}

/** Finds, for a page of matters at once, who answers for each on that day. */
export async function answeringFor(
  manager: EntityManager,
  chains: readonly (readonly string[])[],
  at: Date,
): Promise<Answering[]> {
  const seats = [...new Set(chains.flat())];
  const holders = await manager.query<(SeatHolder & { seat: string })[]>(
    `select seat, account_id as "accountId", display_name as "displayName", deputy
     from seat_holders($1, ($2::timestamptz at time zone 'Asia/Shanghai')::date) order by seat, deputy, display_name`,
    [seats, at],
  );
  const bySeat = new Map<string, SeatHolder[]>();
  for (const { seat, ...holder } of holders) bySeat.set(seat, [...(bySeat.get(seat) ?? []), holder]);
  const found = chains.map((chain) => {
    const place = chain.findIndex((seat) => bySeat.has(seat));
    const seat = chain[place] ?? chain[chain.length - 1] ?? "";
    return { seat, holders: bySeat.get(seat) ?? [], emptySeats: chain.slice(0, place) };
  });
  const names = await manager.query<{ seat: string; name: string }[]>(
    "select seat, name from seat_names($1)",
    [[...new Set(found.map(({ seat }) => seat))]],
  );
  const nameOf = new Map(names.map(({ seat, name }) => [seat, name]));
  return found.map((each) => ({ ...each, seatName: nameOf.get(each.seat) ?? "" }));
}
