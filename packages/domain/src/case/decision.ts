import type { Refusal } from "./refusal";

/** A rule's answer: the events that follow, or the refusal with its facts. Faults are thrown instead. */
export type Decision<Event> = Accepted<Event> | Refused;
export interface Accepted<Event> {
  readonly accepted: true;
  readonly events: readonly Event[];
}
export interface Refused {
  readonly accepted: false;
  readonly refusal: Refusal;
}

export function accept<Event>(...events: Event[]): Accepted<Event> {
  return { accepted: true, events };
}

export function refuse(refusal: Refusal): Refused {
  return { accepted: false, refusal };
}
