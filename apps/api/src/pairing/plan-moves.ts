import { PLAN_PARTS } from "@jiedui/domain";
import { approvePlanRequest, sendBackPlanRequest, submitPlanRequest } from "@jiedui/http-contracts";
import { moveRoute } from "./move-route";

const noteOf = (note: string) => ({ purpose: "plan-note", body: { note } });

export const PLAN_MOVES = {
  submitPlan: moveRoute("submitPlan", {
    request: submitPlanRequest,
    permission: "plan:submit",
    summary: "Submits the household's plan with its parts and planned measures; somebody else reviews it",
    prepare: ({ texts, lines, note }) => ({
      payload: {
        parts: PLAN_PARTS.filter((part) => texts[part] !== ""),
        lines: lines.map(({ what: _what, ...line }) => line),
      },
      content: { purpose: "plan", body: { texts, lines: lines.map(({ what }) => what), note } },
    }),
  }),
  approvePlan: moveRoute("approvePlan", {
    request: approvePlanRequest,
    permission: "plan:review",
    summary: "Approves the submitted plan; help begins, or goes on by it",
    prepare: ({ basedOnSeq, note }) => ({ payload: {}, content: noteOf(note), basedOnSeq }),
  }),
  sendBackPlan: moveRoute("sendBackPlan", {
    request: sendBackPlanRequest,
    permission: "plan:review",
    summary: "Sends the submitted plan back with grounds; a better one is owed",
    prepare: ({ basedOnSeq, grounds, note }) => ({ payload: { grounds }, content: noteOf(note), basedOnSeq }),
  }),
};
