import { MADE_UP_POLICIES, POLICIES, publishedCalendar } from "@jiedui/policies";
import type { EntityManager } from "typeorm";
import { createDataSource } from "../data-source";
import { seedAreas } from "./areas";

/**
 * What every world needs before anybody works in it: areas, programmes with their policies, the working calendar.
 * May be repeated; a policy that is in force is never changed.
 *
 * @throws Error when a policy's document differs from the one in force: a change is a new version
 */
export async function seedWorld(
  ownerUrl: string,
  options: { progress?: (line: string) => void; madeUpProgrammes?: boolean } = {},
): Promise<void> {
  const { progress = () => undefined, madeUpProgrammes = false } = options;
  const policies = [...POLICIES, ...(madeUpProgrammes ? MADE_UP_POLICIES : [])];
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, applicationName: "seed" });
  await dataSource.initialize();
  try {
    await dataSource.transaction(async (manager) => {
      progress(`${await seedAreas(manager)} areas`);
      for (const document of policies) await seedPolicy(manager, document);
      progress(`${policies.length} policies`);
      const { version, publishedYears, source } = publishedCalendar();
      await manager.query(
        "insert into work_calendar (version, published_years, source) values ($1, $2, $3) on conflict (version) do nothing",
        [version, publishedYears, source],
      );
      progress(`working calendar to ${version}`);
    });
  } finally {
    await dataSource.destroy();
  }
}

async function seedPolicy(manager: EntityManager, document: (typeof POLICIES)[number]): Promise<void> {
  const { programmeId, version, name, place, areaCode, inForceFrom } = document;
  await manager.query(
    `insert into programme (id, name, place, area_code, current_version) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set current_version = greatest(programme.current_version, excluded.current_version)`,
    [programmeId, name, place, areaCode, version],
  );
  await manager.query(
    "insert into policy (programme_id, version, document, in_force_from) values ($1, $2, $3, $4) on conflict do nothing",
    [programmeId, version, document, inForceFrom],
  );
  const [stored] = await manager.query<{ same: boolean }[]>(
    "select document = $3::jsonb as same from policy where programme_id = $1 and version = $2",
    [programmeId, version, JSON.stringify(document)],
  );
  if (stored?.same !== true)
    throw new Error(
      `the policy ${programmeId} version ${version} is in force with another text: a change is a new version`,
    );
}
