import type { TimelineItem } from "../api/types";
import { EVENTS_OF } from "../pairing/matters";
import { PaperTable } from "../paper/PaperTable";
import { eventSentence } from "../wording/events";
import { partOf, textOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { eventsOf } from "./facts";

export function LiftOutPart({ story, isPublic }: PartProps) {
  const { t } = useWords();
  return (
    <Happenings
      title={t("dossier.liftOut")}
      events={[
        ...eventsOf(story, EVENTS_OF.opening).filter(isLiftedOnPaper),
        ...eventsOf(story, EVENTS_OF.liftOut),
      ]}
      isPublic={isPublic}
    />
  );
}

/** Its records are on paper: the opening says so, with the day. */
function isLiftedOnPaper({ data }: TimelineItem): boolean {
  return partOf(partOf(data, "takenOver") ?? {}, "liftedOut") !== null;
}

export function RevisitsPart({ story, isPublic }: PartProps) {
  const { t } = useWords();
  return (
    <Happenings
      title={t("dossier.revisits")}
      events={eventsOf(story, EVENTS_OF.revisits)}
      isPublic={isPublic}
    />
  );
}

export function HandoversPart({ story, isPublic }: PartProps) {
  const { t } = useWords();
  return (
    <Happenings
      title={t("dossier.handovers")}
      events={eventsOf(story, EVENTS_OF.handovers)}
      isPublic={isPublic}
    />
  );
}

export function HouseholdChangesPart({ story, isPublic }: PartProps) {
  const { t } = useWords();
  return (
    <Happenings
      title={t("dossier.householdChanges")}
      events={eventsOf(story, EVENTS_OF.household)}
      isPublic={isPublic}
    />
  );
}

interface Props {
  title: string;
  events: readonly TimelineItem[];
  isPublic: boolean;
}

/** What happened in one matter, step by step: day, what, by whom, and what was noted. */
function Happenings({ title, events, isPublic }: Props) {
  const words = useWords();
  const { t, shortDay } = words;
  if (events.length === 0) return null;
  const heads = [t("dossier.day"), t("dossier.what"), t("dossier.who")];
  return (
    <DossierPart title={title}>
      <PaperTable label={title} heads={isPublic ? heads : [...heads, t("moves.note")]}>
        {events.map((event) => (
          <tr key={event.seq}>
            <td>{shortDay(event.happenedOn)}</td>
            <td className="paper-words">{eventSentence(event, words)}</td>
            <td>{event.automatic ? t("pairing.automatic") : (event.actorName ?? t("events.someone"))}</td>
            {isPublic ? null : <td className="paper-words">{noteOf(event)}</td>}
          </tr>
        ))}
      </PaperTable>
    </DossierPart>
  );
}

function noteOf({ contents }: TimelineItem): string {
  return contents
    .flatMap(({ body }) => (body === null ? [] : [textOf(body, "note") || textOf(body, "text")]))
    .filter((note) => note !== "")
    .join("\n");
}
