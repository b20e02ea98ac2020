import {
  pairingKind,
  summaryOfPairing,
  type PairingEvent,
  type PairingMove,
  type PairingPayloads,
  type PairingRules,
  type PairingState,
} from "@jiedui/domain";
import { runPrepared, type OutboxMessage } from "@jiedui/database";
import { pairingRulesOf, policyDocument } from "@jiedui/policies";
import type { EntityManager } from "typeorm";
import type { RecordedKind } from "../case/recorded-kind";

/** A policy in force never changes, so each version is read once. */
const knownRules = new Map<string, PairingRules>();

async function rulesOf(manager: EntityManager, programmeId: string, version: number): Promise<PairingRules> {
  const name = `${programmeId} ${version}`;
  const known = knownRules.get(name);
  if (known !== undefined) return known;
  const [row] = await manager.query<{ document: unknown }[]>(
    "select document from policy where programme_id = $1 and version = $2",
    [programmeId, version],
  );
  if (row === undefined) throw new Error(`policy ${name} is not here`);
  const rules = pairingRulesOf(policyDocument.parse(row.document));
  knownRules.set(name, rules);
  return rules;
}

/** What another pairing is told. */
function tellingOf<Move extends PairingMove>(
  seq: number,
  n: number,
  caseId: string,
  move: Move,
  payload: PairingPayloads[Move],
): OutboxMessage {
  return { seq, n, target: "case", message: { kind: "pairing", caseId, move, payload } };
}

/** How a pairing is kept: its rules from the policy, its row in the list, what it says to the world. */
export const pairingRecording: RecordedKind<PairingState, PairingPayloads, PairingEvent, PairingRules> = {
  rules: pairingKind,
  async rulesAtOpening(manager, payload) {
    const { programmeId } = payload as PairingPayloads["open"];
    const [programme] = await runPrepared<{ version: number }>(
      manager,
      "select current_version as version from programme where id = $1",
      [programmeId],
    );
    return programme === undefined ? undefined : rulesOf(manager, programmeId, programme.version);
  },
  rulesOf(manager, { caseId, opened }) {
    if (opened === null) throw new Error(`case ${caseId} was never opened`);
    return rulesOf(manager, opened.programmeId, opened.policyVersion);
  },
  summary: summaryOfPairing,
  access: ({ opened, handover }) =>
    opened === null
      ? null
      : {
          areaCode: opened.areaCode,
          leadHelperId: opened.leadHelperId,
          helperUnitId: opened.helperUnitId,
          coHelperIds: opened.coHelpers.map((each) => each.id),
          successorId: handover?.successor.id ?? null,
          successorUnitId: handover?.successor.unitId ?? null,
        },
  policyVersion: (rules) => rules.version,
  outbox(event) {
    if (event.type === "PairingOpened" && event.splitFromCaseId !== undefined)
      return [
        tellingOf(event.seq, 1, event.splitFromCaseId, "settleNewHousehold", {
          subjectId: event.subjectId,
          outcome: "paired",
        }),
      ];
    if (event.type === "HouseholdMoved") {
      const { seq, toAreaCode, happenedOn, alsoCaseIds } = event;
      return alsoCaseIds.map((caseId, index) =>
        tellingOf(seq, index + 1, caseId, "moveHousehold", { toAreaCode, happenedOn, alsoCaseIds: [] }),
      );
    }
    if (event.type !== "VisitReminded" && event.type !== "ObligationEscalated") return [];
    const message = {
      event: event.type,
      obligationKey: event.obligationKey,
      seat: event.seat,
      rung: event.type === "ObligationEscalated" ? event.rung : 0,
      repeated: event.type === "ObligationEscalated" && event.repeated,
      dueOn: event.because.dueOn,
    };
    return [{ seq: event.seq, n: 1, target: "digest", message }];
  },
};
