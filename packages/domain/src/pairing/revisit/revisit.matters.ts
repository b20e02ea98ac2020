import type { RuleContext } from "../../case/case-kind";
import type { CaseTime } from "../../case/case-time";
import { addDays, dayAt, startOf } from "../../time/day";
import { becauseOf, type Matter } from "../pairing.matters";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import { relapseToReport } from "./relapse-owed";
import type { RevisitPeriodEnded } from "./revisit.events";

/** The end of the time in which a lifted household is revisited. */
export function revisitTimes({ lifted, stage, jitterMs }: PairingState): CaseTime[] {
  if (lifted === null || lifted.endedSeq !== null || stage === "closed") return [];
  return [{ key: `revisits:${lifted.until}`, atMs: startOf(addDays(lifted.until, 1)) + jitterMs }];
}

export function onRevisitsEnd(
  { lifted }: PairingState,
  time: CaseTime,
  { nowMs }: RuleContext<PairingRules>,
): RevisitPeriodEnded {
  const today = dayAt(nowMs);
  const because = { rule: "revisited-to-the-end", dueOn: lifted?.until ?? today, reckoning: null };
  return {
    type: "RevisitPeriodEnded",
    v: 1,
    happenedOn: today,
    because: becauseOf({ ...because, nextAtMs: time.atMs }, nowMs),
  };
}

/**
 * An income below the line of relapse; a reported relapse; a household for the freed helper; and the end, when the time of
 * revisits is over. Nobody has to report or to complete while a closing is asked for: that is decided first.
 */
export function revisitMatters(state: PairingState, rules: PairingRules): Matter[] {
  const { lifted, relapse, closing } = state;
  if (lifted === null) return [];
  const answering = openedOf(state);
  const usual = rules.closing.ladder;
  const matters: Matter[] = [];
  const toReport = relapseToReport(state, rules);
  if (toReport !== null && closing === null)
    matters.push({
      key: `relapse-report:${toReport.seq}`,
      kind: "relapse-report",
      rule: "relapse-reported-in-time",
      ladder: rules.revisit?.relapseLadder ?? usual,
      since: toReport.since,
      armedBySeq: toReport.seq,
      answering,
    });
  if (relapse !== null)
    matters.push({
      key: `relapse-decision:${relapse.seq}`,
      kind: "relapse-decision",
      rule: "relapse-decided-in-time",
      ladder: rules.revisit?.relapseLadder ?? usual,
      since: relapse.since,
      armedBySeq: relapse.seq,
      answering,
    });
  const offerLadder = rules.revisit?.offerLadder;
  if (offerLadder !== undefined && !lifted.isOffered)
    matters.push({
      key: `next-household:${lifted.seq}`,
      kind: "next-household",
      rule: "freed-helper-offered-a-household",
      ladder: offerLadder,
      since: lifted.on,
      armedBySeq: lifted.seq,
      answering,
    });
  if (lifted.endedSeq !== null && closing === null) {
    const { seq, on } = lifted.completionRejected ?? { seq: lifted.endedSeq, on: lifted.until };
    matters.push({
      key: `revisits-completed:${seq}`,
      kind: "revisits-completed",
      rule: "revisited-to-the-end",
      ladder: rules.revisit?.completionLadder ?? usual,
      since: on,
      armedBySeq: seq,
      answering,
    });
  }
  return matters;
}
