import type * as chinese from "../zh-CN/households";
import type { Translated } from "../translated";

export const households: Translated<typeof chinese.households> = {
  title: "My households",
  count_one: "{{count}} household",
  count_other: "{{count}} households",
  search: "Find by name",
  begun: "A visit was begun and is not recorded yet.",
  begunOf: "A visit ({{day}}) was begun and is not recorded yet.",
  goOn: "Go on",
  discard: "Throw away",
  emptyTitle: "No household of yours yet",
  emptyText: "Once the office has registered a pairing of yours, the household appears here.",
};
