import { day } from "../../time/day";
import type { MeasurePayloads } from "./measures.moves";

/** Five piglets on the day of signing, planned by nobody. */
export const MEASURE: MeasurePayloads["recordMeasure"] = {
  kind: "in-kind",
  amount: 5,
  amountFen: 0,
  happenedOn: day("2026-01-10"),
  line: null,
  projectStage: null,
};
