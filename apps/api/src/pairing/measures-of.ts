import {
  countedMeasures,
  measureRulesOf,
  measureTotals,
  plannedAndDone,
  type CountedMeasure,
  type Day,
  type PairingEvent,
  type PairingRules,
  type PairingState,
  type Recorded,
} from "@jiedui/domain";
import type { measuresView } from "@jiedui/http-contracts";
import type { z } from "zod";

type Log = readonly Recorded<PairingEvent>[];

/** What help was given, from the case's own log: beside the plan in force, by kind and year, and the newest one by one. */
export function measuresOf(
  state: PairingState,
  rules: PairingRules,
  log: Log,
  today: Day,
): z.output<typeof measuresView> {
  const measures = countedMeasures(
    log.flatMap((event) =>
      event.type === "MeasureRecorded" || event.type === "MeasureCorrected" ? [event] : [],
    ),
  );
  const remembered = new Set(state.measures.map(({ seq }) => seq));
  return {
    kinds: measureRulesOf(rules).kinds.map((each) => ({ ...each })),
    planned: plannedOf(state, log, measures, today),
    totals: measureTotals(measures).map((each) => ({ ...each })),
    newest: measures
      .slice(-SHOWN)
      .reverse()
      .map(({ seq, kind, unit, on, amount, amountFen, planSeq, line, correctedBySeqs }) => ({
        seq,
        kind,
        unit,
        on,
        amount,
        amountFen,
        line: planSeq !== null && planSeq === state.plan?.seq ? line : null,
        corrected: correctedBySeqs.length > 0,
        correctable: remembered.has(seq),
      })),
    projects: state.projects.map((each) => ({ ...each })),
  };
}

/** A page shows no more of them one by one; the story has all. */
const SHOWN = 60;

function plannedOf({ plan }: PairingState, log: Log, measures: readonly CountedMeasure[], today: Day) {
  const submitted = log.find((event) => event.seq === plan?.seq);
  if (submitted?.type !== "PlanSubmitted") return [];
  return plannedAndDone(submitted, measures, today).map((each) => ({ ...each }));
}
