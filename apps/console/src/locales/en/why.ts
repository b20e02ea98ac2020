import type * as chinese from "../zh-CN/why";
import type { Translated } from "../translated";

export const why: Translated<typeof chinese.why> = {
  title: "Why",
  reminded: "The {{matter}} was due by {{due}}; the policy has {{seat}} reminded beforehand.",
  escalated:
    "The {{matter}} was due by {{due}}, {{grace}}; nothing was on record by {{last}}, so {{seat}} was told.",
  grace: "with {{days}} working days of grace",
  afterRung: "and another {{days}} working days passed since the last notice",
  repeated:
    "{{days}} working days after the last notice the {{matter}} was still not on record, so {{seat}} was told again.",
  withdrawn:
    "A visit recorded later shows that the {{matter}} had been done in time. The escalation did not hold and is withdrawn.",
  settled: "The {{matter}} was made good after it was overdue. The escalation ends here.",
  command: "{{sentence}}. Done by {{actor}}.",
  obligationInTime: "The {{matter}} is due by {{due}}; {{seat}} answers for it.",
  obligationGrace:
    "The {{matter}} is due by {{due}}; with {{days}} working days of grace, the next one up is told if nothing is on record by {{last}}.",
  obligationRung:
    "The {{matter}} was due by {{due}} and stands at level {{rung}}; if nothing is on record by {{last}}, {{days}} working days after the notice of {{after}}, the next one up is told.",
  obligationRepeat:
    "The {{matter}} was due by {{due}} and has reached the highest level; it is told again if nothing is on record by {{last}}.",
  rule: "Rule",
  ruleOf: "{{programme}} · policy version {{version}}",
  ruleSource: "Source",
  ladder: "Escalation ladder",
  ladderRung: "{{seat}}: {{days}} working days",
  counted: "How the working days were counted",
  countedText: "{{days}} working days from the day after {{from}}, to {{last}}.",
  workingDay: "Working day",
  dayOff: "Day off",
  holiday: "Holiday",
  makeUp: "Make-up day",
  start: "Start",
  end: "End",
  provisional: "Some year has no published calendar yet; Monday to Friday are counted for now.",
  calendarVersion: "Working calendar {{version}}",
  ledHere: "What led here",
  notCounted: "No working days were counted for this step.",
  scheduled: "It was to happen on {{at}}.",
  late: "It came {{late}} late: the system had been down; it was done once, afterwards.",
  onTime: "It did, on time.",
  raw: "Raw record",
  eventNumber: "Record no. {{seq}}",
};
