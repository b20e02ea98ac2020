import { levelOf, lies } from "../../area/division-code";
import type { CommandContext } from "../../case/case-kind";
import { accept, refuse, type Decision } from "../../case/decision";
import { isRankAtLeast } from "../../people/rank";
import type { SubjectKind } from "../../subject/subject-kind";
import { addMonths, dayAt, type Day } from "../../time/day";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import { firstVisitMonth } from "../visit/visit-duty";
import type { OpeningEvent, PairingOpened } from "./opening.events";
import type { OpeningPayloads } from "./opening.moves";
import { isPlanAsked } from "../plan/plan.rules";
import { openingTakenOver, refusalOfLiftedOut } from "./take-over";

/** What an opening is decided by; nothing of a running case. */
type Context = Pick<CommandContext<PairingRules>, "rules" | "nowMs">;

export const DECIDE_OPENING = { open: decideOpen };

export function decideOpen(
  { jitterMs }: PairingState,
  payload: OpeningPayloads["open"],
  { rules, nowMs }: Context,
): Decision<OpeningEvent> {
  const today = dayAt(nowMs);
  const { subject, leadHelper, coHelpers, signedOn, takenOver } = payload;
  if (signedOn > today) return refuse({ code: "SIGNED_IN_FUTURE", signedOn, today });
  if (signedOn < rules.inForceFrom && takenOver === undefined)
    return refuse({ code: "SIGNED_BEFORE_POLICY", signedOn, inForceFrom: rules.inForceFrom });
  const lastVisitOn = takenOver?.lastVisitOn ?? null;
  if (lastVisitOn !== null && lastVisitOn > today)
    return refuse({ code: "VISIT_IN_FUTURE", happenedOn: lastVisitOn, today });
  if (lastVisitOn !== null && lastVisitOn < signedOn)
    return refuse({ code: "VISIT_BEFORE_SIGNING", happenedOn: lastVisitOn, signedOn });
  const notLifted = takenOver === undefined ? null : refusalOfLiftedOut(takenOver, signedOn, today, rules);
  if (notLifted !== null) return refuse(notLifted);
  if (rules.areaCode !== null && !lies(subject.areaCode, rules.areaCode))
    return refuse({
      code: "SUBJECT_OUTSIDE_PROGRAMME",
      areaCode: subject.areaCode,
      programmeAreaCode: rules.areaCode,
    });
  const level = levelOf(subject.areaCode);
  if (level !== "township" && level !== "village")
    return refuse({ code: "SUBJECT_AREA_TOO_WIDE", areaCode: subject.areaCode, level });
  const kindRule = rules.subjectKinds[subject.kind];
  if (kindRule === undefined)
    return refuse({
      code: "SUBJECT_KIND_NOT_IN_PROGRAMME",
      subjectKind: subject.kind,
      allowed: Object.keys(rules.subjectKinds),
    });
  if (!isRankAtLeast(leadHelper.rank, kindRule.leadRankAtLeast))
    return refuse({
      code: "RANK_TOO_LOW",
      rank: leadHelper.rank,
      needed: kindRule.leadRankAtLeast,
      subjectKind: subject.kind,
    });
  const others = new Map(coHelpers.map((each) => [each.id, each]));
  if (others.has(leadHelper.id)) return refuse({ code: "LEAD_HELPER_IS_CO_HELPER", helperId: leadHelper.id });
  if (others.size > rules.mostCoHelpers)
    return refuse({ code: "TOO_MANY_CO_HELPERS", given: others.size, allowed: rules.mostCoHelpers });
  const termMonths = payload.termMonths ?? rules.termMonths;
  if (termMonths !== rules.termMonths)
    return refuse({ code: "TERM_NOT_OF_POLICY", termMonths, policyTermMonths: rules.termMonths });
  return accept({
    type: "PairingOpened",
    v: 1,
    happenedOn: signedOn,
    programmeId: payload.programmeId,
    policyVersion: rules.version,
    subjectId: subject.id,
    subjectKind: subject.kind,
    areaCode: subject.areaCode,
    leadHelperId: leadHelper.id,
    leadHelperRank: leadHelper.rank,
    helperUnitId: leadHelper.unitId,
    coHelpers: [...others.values()],
    signedOn,
    termMonths,
    ...(takenOver === undefined
      ? openingSigned(signedOn, subject.kind, rules, today)
      : openingTakenOver(
          takenOver,
          { signedOn, termMonths, subjectKind: subject.kind },
          rules,
          today,
          jitterMs,
        )),
    ...(payload.splitFromCaseId === undefined ? {} : { splitFromCaseId: payload.splitFromCaseId }),
  });
}

/** Its plan is owed from the day on which it is recorded, so that nobody is late on the first day. */
function openingSigned(
  signedOn: Day,
  subjectKind: SubjectKind,
  { termMonths, visit, plan }: PairingRules,
  today: Day,
): Pick<PairingOpened, "termEndsOn" | "visitEveryMonths" | "firstVisitMonth" | "planOwedSince"> {
  return {
    termEndsOn: addMonths(signedOn, termMonths),
    visitEveryMonths: visit.everyMonths,
    firstVisitMonth: firstVisitMonth(signedOn, today, visit.firstMonthIfSignedByDay),
    ...(isPlanAsked(plan, subjectKind) ? { planOwedSince: today } : {}),
  };
}
