import { eventSentence } from "../wording/events";
import { useWords } from "../wording/useWords";
import { EventContent } from "./EventContent";
import { useTimeline } from "./timeline";

/** What was asked for, and when, before one decides on it. */
export function Asked({ caseId, event }: { caseId: string; event: string }) {
  const words = useWords();
  const timeline = useTimeline(caseId, undefined);
  const asked = timeline.data?.pages
    .flatMap((page) => page.items)
    .filter(({ type }) => type === event)
    .sort((one, other) => other.seq - one.seq)[0];
  if (asked === undefined) return null;
  return (
    <div className="notice">
      {words.fullDay(asked.happenedOn)} · {eventSentence(asked, words)}
      <EventContent contents={asked.contents} />
    </div>
  );
}
