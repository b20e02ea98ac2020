import { setTimeout as pause } from "node:timers/promises";

/**
 * Does the work for each item, the first at once and each further one not before its time has come. The first failure ends
 * it, when what is under way has ended.
 */
export async function eachAtItsTime<Item>(
  items: readonly Item[],
  { perSecond, atOnce }: { readonly perSecond: number; readonly atOnce: number },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const beganMs = Date.now();
  const failures: unknown[] = [];
  let next = 0;
  const one = async () => {
    for (let index = next++; index < items.length && failures.length === 0; index = next++) {
      const item = items[index];
      if (item === undefined) return;
      await pause(Math.max(0, beganMs + (index * 1_000) / perSecond - Date.now()));
      await work(item).catch((failure: unknown) => failures.push(failure));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  // A page ends with its time, so that the pace holds over pages too.
  if (failures.length > 0) throw failures[0];
  await pause(Math.max(0, beganMs + (items.length * 1_000) / perSecond - Date.now()));
}

/** Work on one thing is done one after another, on others meanwhile. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<Answer>(thing: string, work: () => Promise<Answer>): Promise<Answer> {
    const before = this.last.get(thing) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(thing, mine);
    return mine;
  }
}
