import {
  pairingKind,
  summaryOfPairing,
  type PairingEvent,
  type PairingPayloads,
  type PairingRules,
  type PairingState,
} from "@jiedui/domain";
import { pairingRulesOf, policyDocument } from "@jiedui/policies";
import type { RecordedKind } from "../case/recorded-kind";

/** How a pairing is kept: its rules from the policy, its row in the list, what it says to the world. */
export const pairingRecording: RecordedKind<PairingState, PairingPayloads, PairingEvent, PairingRules> = {
  rules: pairingKind,
  async rulesAtOpening(manager, payload) {
    const { programmeId } = payload as PairingPayloads["open"];
    const [row] = await manager.query<{ document: unknown }[]>(
      `select p.document from programme g join policy p on p.programme_id = g.id and p.version = g.current_version where g.id = $1`,
      [programmeId],
    );
    return row === undefined ? undefined : pairingRulesOf(policyDocument.parse(row.document));
  },
  async rulesOf(manager, state) {
    const [row] = await manager.query<{ document: unknown }[]>(
      "select document from policy where programme_id = $1 and version = $2",
      [state.opened?.programmeId, state.opened?.policyVersion],
    );
    if (row === undefined) throw new Error(`case ${state.caseId} is under a policy that is not here`);
    return pairingRulesOf(policyDocument.parse(row.document));
  },
  summary: summaryOfPairing,
  access: ({ opened }) =>
    opened === null
      ? null
      : {
          areaCode: opened.areaCode,
          leadHelperId: opened.leadHelperId,
          helperUnitId: opened.helperUnitId,
          coHelperIds: opened.coHelpers.map((each) => each.id),
        },
  policyVersion: (rules) => rules.version,
  outbox(event) {
    if (event.type !== "VisitReminded" && event.type !== "ObligationEscalated") return [];
    const message = {
      event: event.type,
      obligationKey: event.obligationKey,
      seat: event.seat,
      rung: event.type === "ObligationEscalated" ? event.rung : 0,
      dueOn: event.because.dueOn,
    };
    return [{ seq: event.seq, n: 1, target: "chat", message }];
  },
};
