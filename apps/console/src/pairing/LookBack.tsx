import HistoryOutlined from "@ant-design/icons/HistoryOutlined";
import LeftOutlined from "@ant-design/icons/LeftOutlined";
import RightOutlined from "@ant-design/icons/RightOutlined";
import { addDays, addMonths, daysBetween, type Day } from "@jiedui/domain";
import { Button, Slider } from "antd";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { TimelineItem } from "../api/types";
import { DayField } from "../forms/DayField";
import { useIsPhone } from "../lists/useIsPhone";
import { useClockDay } from "../session/session";
import { monthName } from "../wording/dates";
import { useWords } from "../wording/useWords";
import {
  eventTicks,
  monthMarks,
  spanOf,
  within,
  type EventTick,
  type MonthMark,
  type Span,
} from "./look-back";
import { useWholeStory } from "./useWholeStory";

interface Props {
  caseId: string;
  asOf: Day | undefined;
  onAsOf: (day: Day | undefined) => void;
}

/** The case at any day: as it was known then, from its opening to today. On the telephone it is opened when wanted. */
export function LookBack({ caseId, asOf, onAsOf }: Props) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const [isOpen, open] = useState(false);
  const isShown = !isPhone || isOpen || asOf !== undefined;
  const story = useWholeStory(caseId, undefined, isShown);
  const today = useClockDay();
  const events = story.data;
  const span = useMemo(() => spanOf(events ?? [], today), [events, today]);
  if (!isShown)
    return (
      <button type="button" className="text-button look-back-open" onClick={() => open(true)}>
        <HistoryOutlined aria-hidden /> {t("lookBack.open")}
      </button>
    );
  if (events === undefined || span === undefined || span.from === span.to) return null;
  return <Scale span={span} events={events} asOf={asOf} onAsOf={onAsOf} />;
}

const PAUSE_MS = 250;

/** The day under the hand; the address follows when the hand rests. */
function useSteadyDay(asOf: Day | undefined, span: Span, onAsOf: Props["onAsOf"]) {
  const [moving, setMoving] = useState<Day>();
  const tell = useRef(onAsOf);
  useEffect(() => {
    tell.current = onAsOf;
  });
  useEffect(() => {
    if (moving === undefined) return undefined;
    const timer = setTimeout(() => {
      tell.current(moving === span.to ? undefined : moving);
      setMoving(undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [moving, span.to]);
  return { day: moving ?? within(span, asOf ?? span.to), move: (day: Day) => setMoving(within(span, day)) };
}

function Scale({
  span,
  events,
  asOf,
  onAsOf,
}: {
  span: Span;
  events: readonly TimelineItem[];
  asOf: Day | undefined;
  onAsOf: Props["onAsOf"];
}) {
  const words = useWords();
  const { t } = words;
  const { day, move } = useSteadyDay(asOf, span, onAsOf);
  const ticks = useMemo(() => eventTicks(span, events), [span, events]);
  const marks = useMemo(() => monthMarks(span), [span]);
  const before = ticks.filter((tick) => tick.day < day).at(-1);
  const after = ticks.find((tick) => tick.day > day);
  const moveByMonth = (event: KeyboardEvent) => {
    const months = { PageUp: 1, PageDown: -1 }[event.key];
    if (months === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(addMonths(day, months));
  };
  return (
    <section className="look-back surface" aria-label={t("lookBack.title")}>
      <div className="look-back-day">
        <DayField
          value={day}
          onChange={(picked) => (picked === undefined ? undefined : move(picked as Day))}
          earliest={span.from}
          latest={span.to}
          aria-label={t("pairing.asOf")}
        />
        <TickButton
          to={before}
          onMove={move}
          word={t("lookBack.recordBefore")}
          icon={<LeftOutlined aria-hidden />}
        />
        <TickButton
          to={after}
          onMove={move}
          word={t("lookBack.recordAfter")}
          icon={<RightOutlined aria-hidden />}
        />
      </div>
      <div className="look-back-scale" onKeyDownCapture={moveByMonth}>
        <Ticks ticks={ticks} day={day} />
        <Slider
          min={0}
          max={daysBetween(span.from, span.to)}
          value={daysBetween(span.from, day)}
          onChange={(days) => move(addDays(span.from, days))}
          tooltip={{ formatter: null }}
          ariaLabelForHandle={t("lookBack.title")}
          ariaValueTextFormatterForHandle={(days) => words.fullDay(addDays(span.from, days))}
        />
        <Months marks={marks} />
      </div>
    </section>
  );
}

function TickButton({
  to,
  word,
  icon,
  onMove,
}: {
  to: EventTick | undefined;
  word: string;
  icon: React.ReactNode;
  onMove: (day: Day) => void;
}) {
  return (
    <Button
      icon={icon}
      aria-label={word}
      title={word}
      disabled={to === undefined}
      onClick={() => (to === undefined ? undefined : onMove(to.day))}
    />
  );
}

function Ticks({ ticks, day }: { ticks: readonly EventTick[]; day: Day }) {
  return (
    <div className="look-back-ticks" aria-hidden="true">
      {ticks.map((tick) => (
        <span
          key={tick.day}
          className={`look-back-tick tick-${tick.tone}${tick.day > day ? " tick-to-come" : ""}`}
          style={{ insetInlineStart: `${tick.at}%` }}
        />
      ))}
    </div>
  );
}

function Months({ marks }: { marks: readonly MonthMark[] }) {
  const { language } = useWords();
  return (
    <div className="look-back-months" aria-hidden="true">
      {marks.map(({ month, at, isNewYear, isNamed }) => (
        <span
          key={month}
          className={isNewYear ? "look-back-month new-year" : "look-back-month"}
          style={{ insetInlineStart: `${at}%` }}
        >
          {isNamed ? <span>{monthName(month, language)}</span> : null}
        </span>
      ))}
    </div>
  );
}
