import { expectBooksToBalance, expectOneTruth } from "../support/books";
import { pause, type ProcessWorld } from "../support/process-world";
import type { Sender, Sent } from "./sender";

const QUIET_WITHIN_MS = 120_000;
const AT_ONCE = 4;

/** Examines everything that clients were told against what stands in PostgreSQL and in the engine. */
export async function checkAfterwards(
  world: ProcessWorld,
  sender: Sender,
  caseIds: readonly string[],
  subjectNames: readonly string[],
): Promise<string[]> {
  const wrong: string[] = [];
  await eachOf(sender.sent, async (sent) => wrong.push(...(await checkOne(world, sent))));
  wrong.push(...(await checkHalves(world)));
  wrong.push(...(await checkSubjects(world, subjectNames)));
  const known = await world.owner.query<{ caseId: string }[]>('select case_id as "caseId" from case_file');
  const told = new Set(caseIds);
  for (const { caseId } of known)
    if (!told.has(caseId)) wrong.push(`${caseId} is there, and nobody was told`);
  wrong.push(...(await booksOf(world, caseIds)));
  return wrong;
}

/** There once when it was accepted, not at all when it was refused; and the same key is answered alike. */
async function checkOne(world: ProcessWorld, sent: Sent): Promise<string[]> {
  const { status, body } = sent.answer;
  const wrong: string[] = [];
  const isOnCase = sent.path.startsWith("/api/pairings");
  if (isOnCase) {
    const rows = await world.owner.query<{ seq: number; caseId: string }[]>(
      `select seq, case_id as "caseId" from case_event where cause ->> 'key' = $1 and cause ->> 'accountId' = $2`,
      [sent.key, sent.accountId],
    );
    if (
      status < 300 &&
      (rows.length !== 1 || rows[0]?.seq !== body["seq"] || rows[0]?.caseId !== body["caseId"])
    )
      wrong.push(
        `${sent.path} was answered ${JSON.stringify(body)}, and the log has ${JSON.stringify(rows)}`,
      );
    if (status >= 400 && rows.length > 0)
      wrong.push(`${sent.path} was refused ${JSON.stringify(body)}, and the log has ${JSON.stringify(rows)}`);
  }
  if (status < 300) {
    const again = await sent.who.post(sent.path, sent.body, sent.key);
    if (again.status !== status || JSON.stringify(again.body) !== JSON.stringify(body))
      wrong.push(
        `${sent.path} with the same key was answered ${status} ${JSON.stringify(body)}, then ${again.status} ${JSON.stringify(again.body)}`,
      );
  }
  return wrong;
}

/** What one transaction wrote is there wholly: event, answer and content belong together. */
async function checkHalves(world: ProcessWorld): Promise<string[]> {
  const rows = await world.owner.query<{ problem: string; caseId: string; seq: number | null }[]>(
    `select 'an event of a command without its answer' as problem, e.case_id as "caseId", e.seq from case_event e
       where e.cause ->> 'kind' = 'command' and not exists (select 1 from case_command c
         where c.case_id = e.case_id and c.account_id::text = e.cause ->> 'accountId' and c.key = e.cause ->> 'key')
     union all
     select 'an accepted answer without its event', c.case_id, null from case_command c
       where (c.answer ->> 'accepted')::boolean and not exists (select 1 from case_event e
         where e.case_id = c.case_id and e.cause ->> 'accountId' = c.account_id::text and e.cause ->> 'key' = c.key)
     union all
     select 'a visit without its form', e.case_id, e.seq from case_event e
       where e.type = 'VisitRecorded' and not exists (select 1 from content c
         where c.case_id = e.case_id and c.bound_seq = e.seq and c.status = 'bound')
     union all
     select 'a form bound to no visit', c.case_id, c.bound_seq from content c
       where c.status = 'bound' and not exists (select 1 from case_event e where e.case_id = c.case_id and e.seq = c.bound_seq)
     union all
     select 'a case whose file is not as far as its log', f.case_id, f.seq from case_file f
       where f.seq is distinct from (select max(e.seq) from case_event e where e.case_id = f.case_id)`,
  );
  return rows.map(({ problem, caseId, seq }) => `${problem}: ${caseId} ${seq ?? ""}`);
}

async function checkSubjects(world: ProcessWorld, names: readonly string[]): Promise<string[]> {
  const rows = await world.owner.query<{ name: string; count: number }[]>(
    "select name, count(*)::int as count from subject group by name",
  );
  const counts = new Map(rows.map(({ name, count }) => [name, count]));
  return names
    .filter((name) => counts.get(name) !== 1)
    .map((name) => `${name}: ${counts.get(name) ?? 0} times`);
}

/** Case by case, and as a whole once the engine has come to rest. */
async function booksOf(world: ProcessWorld, caseIds: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const until = Date.now() + QUIET_WITHIN_MS; ;) {
    const failure = await failureOf(() => expectBooksToBalance(world, []));
    if (failure === undefined) break;
    if (Date.now() > until) {
      wrong.push(`the engine does not come to rest: ${failure}`);
      break;
    }
    await pause(1_000);
  }
  const apart = new Map(caseIds.map((caseId) => [caseId, ""]));
  for (const until = Date.now() + QUIET_WITHIN_MS; ;) {
    await eachOf([...apart.keys()], async (caseId) => {
      const failure = await failureOf(() => expectOneTruth(world, caseId));
      if (failure === undefined) apart.delete(caseId);
      else apart.set(caseId, failure);
    });
    if (apart.size === 0 || Date.now() > until)
      return [...wrong, ...[...apart].map(([caseId, failure]) => `${caseId}: ${failure}`)];
    await pause(1_000);
  }
}

async function failureOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (failure) {
    return String(failure);
  }
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const take = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}
