import type { CaseEvent, CaseKind, PairingSummary, Recorded } from "@jiedui/domain";
import type { CaseAccess, OutboxMessage } from "@jiedui/database";
import type { EntityManager } from "typeorm";

/** What the recorder must know of a kind of case besides its rules. */
export interface RecordedKind<
  State extends { readonly schemaVersion: number } = { readonly schemaVersion: number },
  Payloads extends object = object,
  Event extends CaseEvent = CaseEvent,
  Rules = unknown,
> {
  readonly rules: CaseKind<State, Payloads, Event, Rules>;
  /** The rules that a case opens under; undefined when its programme is unknown. */
  rulesAtOpening(manager: EntityManager, payload: unknown): Promise<Rules | undefined>;
  /** The rules that an open case is under. */
  rulesOf(manager: EntityManager, state: State): Promise<Rules>;
  /** The case as lists show it. */
  summary(state: State): PairingSummary | undefined;
  /** Who may see it. */
  access(state: State): CaseAccess | null;
  policyVersion(rules: Rules): number;
  /** What an event wants of the world or of another case. */
  outbox(event: Recorded<Event>): readonly OutboxMessage[];
}
