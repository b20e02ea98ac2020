import { SeatRepository, TimelineView } from "@jiedui/database";
import { VISIT_FORM_FIELDS, seatId, type Day } from "@jiedui/domain";
import { recordVisitRequest, voidVisitRequest, type VisitFormRules } from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import type { EntityManager } from "typeorm";
import type { z } from "zod";
import { moveRoute, type PairingInHand } from "./move-route";

export const VISIT_MOVES = {
  recordVisit: moveRoute("recordVisit", {
    request: recordVisitRequest,
    permission: "pairing:record-visit",
    summary: "Records a visit with the unified form; its day may lie in the past",
    async prepare(request, { asking: { accountId, helperId: ownId, role }, key, pairing, manager }) {
      const helperId =
        request.helperId ?? (role === "helper" && ownId !== null ? ownId : pairing.leadHelperId);
      if (role === "helper" && helperId !== ownId) throw new ProblemError(403, "NOT_ALLOWED", { helperId });
      const { happenedOn, occasion, formVersion } = request;
      const form = filledForm(request.form, pairing.visitForm);
      const visitId = stableUuid("visit", pairing.caseId, accountId, key);
      const deputyFor = await leadIfDeputy(manager, pairing, helperId, happenedOn);
      return {
        payload: { visitId, happenedOn, helperId, ...deputyFor, occasion, formVersion },
        content: { purpose: "visit-form", body: form },
      };
    },
  }),
  voidVisit: moveRoute("voidVisit", {
    request: voidVisitRequest,
    permission: "pairing:void-visit",
    summary: "Takes back a visit that was entered wrongly",
    prepare: ({ visitId, reason, basedOnSeq }) => ({ payload: { visitId, reason }, basedOnSeq }),
  }),
};

/**
 * Who led on that day, when the visitor is no helper of the pairing but stood in for the lead then: as a deputy, or as the
 * head of the unit while nobody held the lead's seat.
 */
async function leadIfDeputy(
  manager: EntityManager,
  { caseId, leadHelperId, coHelperIds }: PairingInHand,
  visitorId: string,
  day: Day,
): Promise<{ deputyFor?: string }> {
  if (visitorId === leadHelperId || coHelperIds.includes(visitorId)) return {};
  const lead = await new TimelineView().leadOn(manager, caseId, day);
  if (lead === undefined) return {};
  const standsIn = await new SeatRepository().isFirstHeldBy(
    manager,
    [seatId("lead-helper", lead.helperId), seatId("unit-head", lead.unitId)],
    visitorId,
    day,
  );
  return standsIn ? { deputyFor: lead.helperId } : {};
}

/**
 * The fields that the case's form asks, and no others.
 * @throws ProblemError 400 when one that must be filled in is empty, or one is filled in that is not asked
 */
function filledForm(
  given: z.output<typeof recordVisitRequest>["form"],
  { fields }: VisitFormRules,
): Record<string, unknown> {
  const issues = VISIT_FORM_FIELDS.flatMap((name) => {
    const asked = fields.find((field) => field.name === name);
    const isFilled = given[name] !== "" && given[name] !== "unknown";
    if (asked === undefined)
      return isFilled ? [{ path: `form.${name}`, problem: "unrecognized_keys", detail: "is not asked" }] : [];
    return asked.required && !isFilled
      ? [{ path: `form.${name}`, problem: "too_small", detail: "must be filled in" }]
      : [];
  });
  if (issues.length > 0) throw new ProblemError(400, "BAD_INPUT", { issues });
  return Object.fromEntries(fields.map(({ name }) => [name, given[name]]));
}
