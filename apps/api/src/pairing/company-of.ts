import { coHelperTimes, type PairingState } from "@jiedui/domain";
import type { companyView } from "@jiedui/http-contracts";
import type { EntityManager } from "typeorm";
import type { z } from "zod";

/** Who helps along from when until when, and what has come of the household; from the case's own log, with names. */
export async function companyOf(
  manager: EntityManager,
  state: PairingState,
): Promise<z.output<typeof companyView>> {
  const times = coHelperTimes(state);
  const { moved, splitOff } = state;
  const rows = await manager.query<{ id: string; name: string }[]>(
    `select id, name from helper_and_unit_names($1::uuid[]) union all select id, name from subject where id = any ($2::uuid[])`,
    [times.map(({ id }) => id), splitOff.map(({ subjectId }) => subjectId)],
  );
  const nameOf = (wanted: string) => rows.find(({ id }) => id === wanted)?.name ?? "";
  return {
    coHelpers: times.map((time) => ({ ...time, name: nameOf(time.id) })),
    movedSince: moved?.since ?? null,
    splitOff: splitOff.map(({ subjectId, since }) => ({ subjectId, name: nameOf(subjectId), since })),
  };
}
