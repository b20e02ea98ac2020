import type { RefusalCode } from "../../case/refusal";
import { correctionOpen } from "../correction/correction.bars";
import type { PairingRules } from "../pairing.rules";
import type { PairingState } from "../pairing.state";
import type { LiftOutStep } from "./lift-out.moves";
import { isNoticeStep } from "./lift-out.step";

type Bar = (state: PairingState, rules: PairingRules) => RefusalCode | null;

const onlyAt =
  (step: LiftOutStep): Bar =>
  ({ liftOut }) =>
    liftOut?.step === step ? null : "LIFT_OUT_AT_ANOTHER_STEP";
const needsNotice: Bar = ({ liftOut }) => (liftOut?.notice == null ? "NO_NOTICE_HANGS" : null);
/** Nothing is approved or announced over an entry of which somebody says that it is wrong. */
const unlessCorrected =
  (bar: Bar): Bar =>
  (state, rules) =>
    bar(state, rules) ?? correctionOpen(state)?.code ?? null;

export const LIFT_OUT_BARS = {
  proposeLiftOut: (_state: PairingState, { liftOut }: PairingRules): RefusalCode | null =>
    liftOut === undefined ? "LIFT_OUT_NOT_IN_PROGRAMME" : null,
  recordAppraisal: onlyAt("appraisal"),
  recordOnSiteCheck: onlyAt("on-site-check"),
  recordAcknowledgement: onlyAt("acknowledgement"),
  hangNotice: ({ liftOut }: PairingState): RefusalCode | null => {
    if (liftOut === null || !isNoticeStep(liftOut.step)) return "LIFT_OUT_AT_ANOTHER_STEP";
    return liftOut.notice === null ? null : "NOTICE_HANGS_ALREADY";
  },
  takeDownNotice: needsNotice,
  raiseObjection: needsNotice,
  answerObjection: ({ liftOut }: PairingState): RefusalCode | null =>
    liftOut?.objections.some(({ isAnswered }) => !isAnswered) === true ? null : "OBJECTION_NOT_FOUND",
  concludeNotice: needsNotice,
  recordTownshipReview: onlyAt("township-review"),
  drawForCheck: (state: PairingState, rules: PairingRules): RefusalCode | null =>
    onlyAt("county-check")(state, rules) ?? (state.liftOut?.isDrawn == null ? null : "CHECK_DRAWN_ALREADY"),
  recordCountyCheck: (state: PairingState, rules: PairingRules): RefusalCode | null =>
    onlyAt("county-check")(state, rules) ?? (state.liftOut?.isDrawn === true ? null : "CHECK_NOT_DRAWN"),
  approveLiftOut: unlessCorrected(onlyAt("approval")),
  announceLiftOut: unlessCorrected(onlyAt("announcement")),
};
