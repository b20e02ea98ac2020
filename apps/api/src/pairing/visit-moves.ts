import { VISIT_FORM_FIELDS } from "@jiedui/domain";
import { recordVisitRequest, voidVisitRequest, type VisitFormRules } from "@jiedui/http-contracts";
import { ProblemError, stableUuid } from "@jiedui/platform";
import type { z } from "zod";
import { moveRoute } from "./move-route";

export const VISIT_MOVES = {
  recordVisit: moveRoute("recordVisit", {
    request: recordVisitRequest,
    permission: "pairing:record-visit",
    summary: "Records a visit with the unified form; its day may lie in the past",
    prepare(request, { asking: { accountId, helperId: ownId, role }, key, pairing }) {
      const helperId =
        request.helperId ?? (role === "helper" && ownId !== null ? ownId : pairing.leadHelperId);
      if (role === "helper" && helperId !== ownId) throw new ProblemError(403, "NOT_ALLOWED", { helperId });
      const { happenedOn, occasion, formVersion } = request;
      const form = filledForm(request.form, pairing.visitForm);
      const visitId = stableUuid("visit", pairing.caseId, accountId, key);
      return {
        payload: { visitId, happenedOn, helperId, occasion, formVersion },
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
