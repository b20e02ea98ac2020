import type * as chinese from "../zh-CN/away";
import type { Translated } from "../translated";

export const away: Translated<typeof chinese.away> = {
  title: "Away for a while",
  text: "While you are away, what is owed for your households goes to the deputy; afterwards it comes back to you by itself.",
  deputy: "Deputy",
  reason: "Why you are away",
  name: "Name a deputy",
  present: "standing in",
  ahead: "not begun",
  over: "over",
  byOffice: "named by the office",
  takeBack: "Take back",
  takeBackText: "Shall {{name}} not stand in after all?",
  endNow: "End sooner",
  endText: "Shall {{name}} stand in until today only?",
  emptyTitle: "Not away within the last year",
  emptyText:
    "For leave, illness, a course or a secondment, a colleague of your unit can stand in for your households.",
  nobodyTitle: "Nobody of your unit can stand in",
  nobodyText:
    "A deputy is a helper of the same unit, in service and with an account; ask the county office to name one.",
};
