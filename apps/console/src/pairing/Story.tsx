import { Button } from "antd";
import type { Pairing, TimelineItem } from "../api/types";
import { EVENT_FILTERS, type PairingSearch } from "../app/search";
import { FailureState, SkeletonRows } from "../feedback/states";
import { useShamSigns } from "../sham/useShamSigns";
import { textOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { monthsOf, voidedEntries, voidedVisits } from "./story";
import { StoryEvent } from "./StoryEvent";
import { useTimeline } from "./timeline";

interface Props {
  pairing: Pairing;
  search: PairingSearch;
  onChange: (changed: Partial<PairingSearch>) => void;
}

/** The story, month by month, newest first. */
export function Story({ pairing, search, onChange }: Props) {
  const words = useWords();
  const { t } = words;
  const timeline = useTimeline(pairing.caseId, search.asOf);
  const signsAt = useShamSigns(pairing.caseId);
  const events = timeline.data?.pages.flatMap((page) => page.items);
  const mayVoid =
    search.asOf === undefined && pairing.moves.some(({ move, allowed }) => move === "voidVisit" && allowed);
  const mayAsk =
    search.asOf === undefined && pairing.moves.some(({ move, allowed }) => move === "requestVoid" && allowed);
  const voided = voidedVisits(events ?? []);
  const corrected = voidedEntries(events ?? []);
  const { correctable, corrections } = pairing.life;
  const correcting = ({ seq, type, data }: TimelineItem) => {
    if (mayVoid && type === "VisitRecorded")
      return () => onChange({ act: "voidVisit", visit: textOf(data, "visitId") });
    return mayAsk && correctable.includes(seq)
      ? () => onChange({ act: "requestVoid", entry: seq })
      : undefined;
  };
  const months = monthsOf(events ?? [], search.show);
  return (
    <section className="story" aria-label={t("pairing.story")}>
      <div className="chips" role="group" aria-label={t("pairing.story")}>
        {[undefined, ...EVENT_FILTERS].map((filter) => (
          <button
            key={filter ?? "all"}
            type="button"
            className="chip"
            aria-pressed={search.show === filter}
            onClick={() => onChange({ show: filter })}
          >
            {filter === undefined ? t("pairing.allEvents") : t(`pairing.filter.${filter}`)}
          </button>
        ))}
      </div>
      {timeline.isError && events === undefined ? (
        <FailureState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : events === undefined ? (
        <SkeletonRows rows={8} height={48} />
      ) : months.length === 0 ? (
        <p className="quiet story-empty">{t("pairing.noEvents")}</p>
      ) : (
        months.map(({ month, events: members }) => (
          <section key={month} className="story-month">
            <h2>{words.month(month)}</h2>
            <ol>
              {members.map((event) => (
                <StoryEvent
                  key={event.seq}
                  event={event}
                  signs={signsAt(event.seq)}
                  isVoided={
                    corrected.has(event.seq) ||
                    (event.type === "VisitRecorded" && voided.has(textOf(event.data, "visitId")))
                  }
                  isPending={corrections.some(({ entrySeq }) => entrySeq === event.seq)}
                  onWhy={() => onChange({ why: event.seq })}
                  onVoid={correcting(event)}
                />
              ))}
            </ol>
          </section>
        ))
      )}
      {timeline.hasNextPage ? (
        <Button block disabled={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {t("pairing.loadEarlier")}
        </Button>
      ) : null}
    </section>
  );
}
