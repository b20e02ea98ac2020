import type * as chinese from "../zh-CN/evidence";
import type { Translated } from "../translated";

export const evidence: Translated<typeof chinese.evidence> = {
  label: "Photographs and scans",
  photograph: "Take a photograph",
  choose: "Choose photographs or scans",
  hint: "At most {{most}}, of {{megabytes}} MB each. Photographs are made smaller; time and place are noted and taken out of them.",
  sending: "Sending {{name}}",
  stillSending: "A photograph is still on its way; please wait.",
  remove: "Remove {{name}}",
  document: "Scan ({{kilobytes}} KB)",
  photographNumber: "Photograph {{number}}",
  largeTitle: "Photograph",
  takenAt: "Taken {{at}}",
  place: "At {{at}}",
  cameraSaysNothing: "The photograph tells neither time nor place.",
  looks: "Who has looked at it",
};
