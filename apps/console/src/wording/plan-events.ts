import { actorOf, type Tellers } from "./event-parts";
import { numberOf, textOf, textsOf } from "./fields";
import { amountInWords } from "./amount";
import type { Wording } from "./useWords";

const grounds = (codes: readonly string[], words: Wording) =>
  codes.map((code) => words.term("planGround", code)).join(words.t("outcomes.separator"));

/** Plans and measures, each event one sentence. */
export const TELL_PLAN: Tellers = {
  PlanSubmitted: (event, words) =>
    words.t("events.PlanSubmitted", {
      actor: actorOf(event, words),
      lines: Array.isArray(event.data.lines) ? event.data.lines.length : 0,
    }),
  PlanApproved: (event, words) => {
    const renewOn = textOf(event.data, "renewOn");
    const actor = actorOf(event, words);
    return renewOn === ""
      ? words.t("events.PlanApprovedForGood", { actor })
      : words.t("events.PlanApproved", { actor, renewOn: words.shortDay(renewOn) });
  },
  PlanSentBack: (event, words) =>
    words.t("events.PlanSentBack", {
      actor: actorOf(event, words),
      grounds: grounds(textsOf(event.data, "grounds"), words),
    }),
  PlanYearEnded: (_event, words) => words.t("events.PlanYearEnded"),
  MeasureRecorded: (event, words) => {
    const { data } = event;
    const line = numberOf(data, "line");
    const stage = textOf(data, "projectStage");
    return words.t(line > 0 ? "events.MeasurePlanned" : "events.MeasureRecorded", {
      actor: actorOf(event, words),
      kind: words.term("measureKind", textOf(data, "kind")),
      amount: amountInWords(
        {
          amount: numberOf(data, "amount"),
          amountFen: numberOf(data, "amountFen"),
          unit: textOf(data, "unit") || null,
        },
        words,
      ),
      line,
      stage: stage === "" ? "" : words.t("events.atStage", { stage: words.term("projectStage", stage) }),
    });
  },
  MeasureCorrected: (event, words) => {
    const { data } = event;
    return words.t("events.MeasureCorrected", {
      actor: actorOf(event, words),
      seq: numberOf(data, "measureSeq"),
      kind: words.term("measureKind", textOf(data, "kind")),
      amount: amountInWords(
        {
          amount: numberOf(data, "amount"),
          amountFen: numberOf(data, "amountFen"),
          unit: textOf(data, "unit") || null,
        },
        words,
      ),
      reason: words.term("correctionReason", textOf(data, "reason")),
    });
  },
  ProjectAdvanced: (event, words) =>
    words.t("events.ProjectAdvanced", {
      actor: actorOf(event, words),
      stage: words.term("projectStage", textOf(event.data, "projectStage")),
    }),
};
