import type { DataSource } from "typeorm";
import type { Answer } from "./http";

/** Bad input that names at least one place, and this one if it is given. */
export function expectBadInput({ status, body }: Answer, path?: string): void {
  expect([status, body["code"]]).toEqual([400, "BAD_INPUT"]);
  const { issues } = body["facts"] as { issues: { path: string }[] };
  expect(issues.length).toBeGreaterThan(0);
  if (path !== undefined) expect(issues.map((issue) => issue.path).join()).toContain(path);
}

export function refusal(code: string, facts: object) {
  return { status: 409, body: { code, facts } };
}

export function notFound(facts: object = {}) {
  return { status: 404, body: { code: "NOT_FOUND", facts } };
}

/** An answer without what is each request's own. */
export function withoutRequest({ status, body }: Answer): unknown {
  const { requestId: _own, ...rest } = body;
  return { status, body: rest };
}

export async function expectNothingDoneBy(owner: DataSource, doing: () => Promise<void>): Promise<void> {
  const before = await whatStands(owner);
  await doing();
  expect(await whatStands(owner)).toEqual(before);
}

/** Everything that a command may leave behind: in the logs, in what cases share, in the register and in views. */
async function whatStands(owner: DataSource): Promise<unknown> {
  const [row] = await owner.query<unknown[]>(
    `select (select count(*)::int from case_event) as events, (select count(*)::int from case_file) as cases,
       (select count(*)::int from claim) as claims, (select count(*)::int from claim where released_seq is null) as held,
       (select coalesce(sum(used), 0)::int from claim_slot) as used, (select count(*)::int from obligation) as obligations,
       (select count(*)::int from outbox) as outbox, (select count(*)::int from pairing) as pairings,
       (select count(*)::int from subject) as subjects, (select count(*)::int from helper) as helpers,
       (select count(*)::int from organisation) as organisations,
       (select count(*)::int from content where status = 'bound') as bound`,
  );
  return row;
}
