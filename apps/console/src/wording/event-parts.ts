import type { TimelineItem } from "../api/types";
import { textOf } from "./fields";
import type { Wording } from "./useWords";

export type Told = Pick<TimelineItem, "type" | "happenedOn" | "automatic" | "actorName" | "names" | "data">;
/** How each type of event becomes a sentence. */
export type Tellers = Readonly<Record<string, (event: Told, words: Wording) => string>>;

export function actorOf({ actorName }: Told, words: Wording): string {
  return actorName ?? words.t("events.someone");
}

/** The name that belongs to the id in a field of the event. */
export function namedIn(event: Told, field: string, words: Wording): string {
  return event.names[textOf(event.data, field)] ?? words.t("events.someone");
}
