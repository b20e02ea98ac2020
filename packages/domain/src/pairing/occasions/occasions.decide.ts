import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { addDays, dayAt } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import { openedOf, type PairingState } from "../pairing.state";
import type { OccasionEvent } from "./occasions.events";
import { isPersonalDay, type OccasionPayloads } from "./occasions.moves";
import { MOST_OCCASIONS_OPEN } from "./occasions.state";
import { haveDaysOfTheirOwn, openOccasions } from "./owed-occasions";

/** A personal day may be told so many days ahead. */
const AHEAD_DAYS = 31;

export const DECIDE_OCCASIONS = { reportOccasion: decideReportOccasion };

function decideReportOccasion(
  state: PairingState,
  { occasion, happenedOn }: OccasionPayloads["reportOccasion"],
  { rules: { occasions: rules }, contentIds, nowMs }: CommandContext<PairingRules>,
): Decision<OccasionEvent> {
  const { signedOn } = openedOf(state);
  const today = dayAt(nowMs);
  if (rules === undefined) return refuse({ code: "OCCASIONS_NOT_IN_PROGRAMME" });
  const allowed: readonly string[] = haveDaysOfTheirOwn(state, rules)
    ? [...rules.musts, ...rules.personalDays]
    : rules.musts;
  if (!allowed.includes(occasion)) return refuse({ code: "OCCASION_NOT_IN_POLICY", occasion, allowed });
  const latest = isPersonalDay(occasion) ? addDays(today, AHEAD_DAYS) : today;
  if (happenedOn > latest) return refuse({ code: "OCCASION_IN_FUTURE", happenedOn, today });
  if (happenedOn < signedOn) return refuse({ code: "OCCASION_BEFORE_SIGNING", happenedOn, signedOn });
  const told = state.occasions.find((each) => each.occasion === occasion && each.day === happenedOn);
  if (told !== undefined) return refuse({ code: "OCCASION_ALREADY_REPORTED", reportedSeq: told.seq });
  const open = openOccasions(state, rules).length;
  if (open >= MOST_OCCASIONS_OPEN)
    return refuse({ code: "TOO_MANY_OCCASIONS_OPEN", open, allowed: MOST_OCCASIONS_OPEN });
  return accept({ type: "OccasionReported", v: 1, happenedOn, occasion, contentIds });
}
