import type { InboxItem } from "../api/types";

/** Matters of one kind, due on one day, on one rung: one thing to do in several households. */
export interface Folded {
  readonly key: string;
  readonly items: readonly InboxItem[];
}

/** Fewer are read faster than unfolded. */
const FOLDED_FROM = 3;

/** In the order in which the first of each comes; what does not belong together stays by itself. */
export function fold(items: readonly InboxItem[]): Folded[] {
  const folds = new Map<string, InboxItem[]>();
  for (const item of items) {
    const { kind, dueOn, rung, seat, deputy } = item;
    const key = [kind, dueOn, rung, seat, deputy].join("/");
    folds.set(key, [...(folds.get(key) ?? []), item]);
  }
  return [...folds].flatMap(([key, together]) =>
    together.length >= FOLDED_FROM
      ? [{ key, items: together }]
      : together.map((item) => ({ key: `${item.caseId}/${item.key}`, items: [item] })),
  );
}
