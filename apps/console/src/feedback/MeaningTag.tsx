import AlertFilled from "@ant-design/icons/AlertFilled";
import CheckCircleFilled from "@ant-design/icons/CheckCircleFilled";
import ClockCircleOutlined from "@ant-design/icons/ClockCircleOutlined";
import ExclamationCircleFilled from "@ant-design/icons/ExclamationCircleFilled";
import MinusCircleOutlined from "@ant-design/icons/MinusCircleOutlined";
import { daysBetween, type Day } from "@jiedui/domain";
import type { ReactNode } from "react";
import { useWords } from "../wording/useWords";

/** The fixed meanings of colour: never colour alone, always with an icon and a word. */
export type Meaning = "soon" | "overdue" | "escalated" | "done" | "not-yet";
const ICON_OF: Record<Meaning, ReactNode> = {
  soon: <ClockCircleOutlined aria-hidden />,
  overdue: <ExclamationCircleFilled aria-hidden />,
  escalated: <AlertFilled aria-hidden />,
  done: <CheckCircleFilled aria-hidden />,
  "not-yet": <MinusCircleOutlined aria-hidden />,
};

export function MeaningTag({
  meaning,
  children,
  title,
}: {
  meaning: Meaning;
  children: ReactNode;
  title?: string;
}) {
  return (
    <span className={`meaning meaning-${meaning}`} title={title}>
      {ICON_OF[meaning]}
      <span>{children}</span>
    </span>
  );
}

const SOON_WITHIN_DAYS = 7;

export function meaningOfDue(dueOn: string, rung: number, overdue: boolean, today: string): Meaning {
  if (rung > 0) return "escalated";
  if (overdue) return "overdue";
  return daysBetween(today as Day, dueOn as Day) <= SOON_WITHIN_DAYS ? "soon" : "not-yet";
}

interface Due {
  dueOn: string;
  rung: number;
  overdue: boolean;
  workingDaysOverdue?: number;
}

/** When something is due, in words: `还有 3 天`, `逾期 2 个工作日 · 升级 1 级`. */
export function DueTag({ dueOn, rung, overdue, workingDaysOverdue }: Due) {
  const words = useWords();
  const meaning = meaningOfDue(dueOn, rung, overdue, words.today);
  const due = words.due(dueOn, workingDaysOverdue ?? null);
  return (
    <MeaningTag meaning={meaning} title={words.fullDay(dueOn)}>
      {rung > 0 ? `${due} · ${words.t("common.escalatedRung", { rung })}` : due}
    </MeaningTag>
  );
}

export function StageTag({ stage }: { stage: string }) {
  const words = useWords();
  const meaning: Meaning = stage === "closed" ? "done" : stage === "closing" ? "soon" : "not-yet";
  return <MeaningTag meaning={meaning}>{words.term("stage", stage)}</MeaningTag>;
}
