import { checksAwaitedBeside } from "@jiedui/database";
import {
  announceLiftOutRequest,
  approveLiftOutRequest,
  drawForCheckRequest,
  proposeLiftOutRequest,
  recordAcknowledgementRequest,
  recordAppraisalRequest,
  recordCountyCheckRequest,
  recordIncomeRequest,
  recordOnSiteCheckRequest,
  recordTownshipReviewRequest,
  sendBackLiftOutRequest,
} from "@jiedui/http-contracts";
import { refused } from "../http/refused";
import { moveRoute } from "./move-route";

const noteOf = (note: string) => ({ purpose: "lift-out-note", body: { note } });

export const LIFT_OUT_MOVES = {
  recordIncome: moveRoute("recordIncome", {
    request: recordIncomeRequest,
    permission: "pairing:record-income",
    summary: "Records what the household earned in an income year; a later reckoning counts instead",
    prepare: ({ note, ...payload }) => ({ payload, content: { purpose: "income-note", body: { note } } }),
  }),
  proposeLiftOut: moveRoute("proposeLiftOut", {
    request: proposeLiftOutRequest,
    permission: "lift-out:propose",
    summary: "Proposes the household for lift-out, with every criterion of the policy; others verify it",
    prepare: ({ criteria, note }) => ({
      payload: { criteria: criteria.map(({ criterion, met }) => ({ criterion, met })) },
      content: {
        purpose: "lift-out-proposal",
        body: { note, ...Object.fromEntries(criteria.map(({ criterion, proof }) => [criterion, proof])) },
      },
    }),
  }),
  recordAppraisal: moveRoute("recordAppraisal", {
    request: recordAppraisalRequest,
    permission: "lift-out:take-step",
    summary: "Records how the villagers' representatives voted",
    prepare: ({ note, evidenceIds: _evidenceIds, ...payload }) => ({ payload, content: noteOf(note) }),
  }),
  recordOnSiteCheck: moveRoute("recordOnSiteCheck", {
    request: recordOnSiteCheckRequest,
    permission: "lift-out:take-step",
    summary: "Records the check on the spot, with the income as it was reckoned face to face",
    prepare: ({ note, evidenceIds: _evidenceIds, ...payload }) => ({ payload, content: noteOf(note) }),
  }),
  recordAcknowledgement: moveRoute("recordAcknowledgement", {
    request: recordAcknowledgementRequest,
    permission: "lift-out:take-step",
    summary: "Records the household's own word",
    prepare: ({ note, evidenceIds: _evidenceIds, ...payload }) => ({ payload, content: noteOf(note) }),
  }),
  recordTownshipReview: moveRoute("recordTownshipReview", {
    request: recordTownshipReviewRequest,
    permission: "lift-out:take-step",
    summary: "Records the township's review, by somebody who did not propose",
    prepare: ({ passed, note, basedOnSeq }) => ({ payload: { passed }, content: noteOf(note), basedOnSeq }),
  }),
  drawForCheck: moveRoute("drawForCheck", {
    byDocument: true,
    request: drawForCheckRequest,
    permission: "lift-out:decide",
    summary: "Says whether the county's draw took the case for a check",
    prepare: (payload) => ({ payload }),
  }),
  recordCountyCheck: moveRoute("recordCountyCheck", {
    request: recordCountyCheckRequest,
    permission: "lift-out:decide",
    summary: "Records the county's check of a case that was drawn",
    prepare: ({ note, evidenceIds: _evidenceIds, ...payload }) => ({ payload, content: noteOf(note) }),
  }),
  approveLiftOut: moveRoute("approveLiftOut", {
    request: approveLiftOutRequest,
    permission: "lift-out:decide",
    summary: "Approves the lift-out, by somebody who neither proposed nor reviewed it",
    async prepare({ basedOnSeq }, { manager, pairing: { caseId } }) {
      const awaited = await checksAwaitedBeside(manager, caseId);
      if (awaited > 0) throw refused({ code: "CHECKS_OF_DRAW_AWAITED", awaited });
      return { payload: {}, basedOnSeq };
    },
  }),
  announceLiftOut: moveRoute("announceLiftOut", {
    request: announceLiftOutRequest,
    permission: "lift-out:take-step",
    summary: "Announces the lift-out; from that day on the household is revisited",
    prepare: (payload) => ({ payload }),
  }),
  sendBackLiftOut: moveRoute("sendBackLiftOut", {
    request: sendBackLiftOutRequest,
    permission: "lift-out:take-step",
    summary: "Sends the case back to help, with grounds",
    prepare: ({ grounds, note, basedOnSeq }) => ({
      payload: { grounds },
      content: noteOf(note),
      basedOnSeq,
    }),
  }),
};
