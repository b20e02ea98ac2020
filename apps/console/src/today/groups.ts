import { daysBetween, type Day } from "@jiedui/domain";
import type { InboxItem } from "../api/types";

export type GroupName = "groupOverdue" | "groupSoon" | "groupLater";
const SOON_WITHIN_DAYS = 7;

/** Overdue, due within seven days, later; the order within is the api's. */
export function groupsOf(items: readonly InboxItem[], today: Day): { name: GroupName; items: InboxItem[] }[] {
  const groups: Record<GroupName, InboxItem[]> = { groupOverdue: [], groupSoon: [], groupLater: [] };
  for (const item of items) {
    if (item.overdue) groups.groupOverdue.push(item);
    else if (daysBetween(today, item.dueOn as Day) <= SOON_WITHIN_DAYS) groups.groupSoon.push(item);
    else groups.groupLater.push(item);
  }
  return (["groupOverdue", "groupSoon", "groupLater"] as const)
    .map((name) => ({ name, items: groups[name] }))
    .filter((group) => group.items.length > 0);
}
