import { createDataSource } from "@jiedui/database";
import { PersonalDays } from "@jiedui/worker";
import type { TestWorld } from "./world";

/** What the worker does each morning: cases are told of the birthdays and joining days ahead. @returns how many days were told */
export async function tellPersonalDays({ urls, client }: TestWorld): Promise<number> {
  const recorder = await createDataSource(urls.recorder, {
    poolSize: 1,
    applicationName: "test",
  }).initialize();
  try {
    return await new PersonalDays(recorder, client, "rehearsal").tellOnce();
  } finally {
    await recorder.destroy();
  }
}
