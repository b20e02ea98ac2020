import type { Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { occasionDueOn, openOccasions, owedFestival } from "./owed-occasions";

/** Visits on what was told of the household, and on the next festival, for as long as help goes on. */
export function occasionMatters(state: PairingState, { occasions: rules }: PairingRules): Matter[] {
  if (rules === undefined || state.duty === null || state.lifted !== null) return [];
  const answering = openedOf(state);
  const { ladder } = rules;
  const { uncoveredAtMs: notBeforeMs } = state;
  const matters = openOccasions(state, rules).map((fact): Matter => {
    const { seq, reportedOn: since } = fact;
    return {
      key: `occasion:${fact.occasion}:${seq}`,
      kind: "occasion-visit",
      rule: "visited-on-occasions",
      ladder,
      since,
      dueOn: occasionDueOn(fact, rules),
      armedBySeq: seq,
      notBeforeMs,
      answering,
    };
  });
  const owed = owedFestival(state, rules);
  if (owed === undefined) return matters;
  const festival: Matter = {
    key: `festival:${owed.festival}:${owed.year}`,
    kind: "festival-visit",
    rule: "visited-on-festivals",
    ladder,
    since: owed.day,
    dueOn: owed.day,
    armedBySeq: 1,
    notBeforeMs,
    answering,
  };
  return [...matters, festival];
}
