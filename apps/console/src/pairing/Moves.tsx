import { Button } from "antd";
import { useId } from "react";
import type { Pairing } from "../api/types";
import { MOVE_PANELS, type MovePanel } from "../app/search";
import { useWords, type Wording } from "../wording/useWords";
import { capital } from "../wording/capital";

/**
 * What can be done now. Folded away: what the case bars, each with its reason, and what the role may never do, for that is
 * somebody else's.
 */
export function Moves({ pairing, onAct }: { pairing: Pairing; onAct: (act: MovePanel) => void }) {
  const { t } = useWords();
  const moves = MOVE_PANELS.map((panel) => pairing.moves.find(({ move }) => move === panel)).filter(
    (move) => move !== undefined,
  );
  const mine = moves.filter(({ code }) => code !== "NOT_ALLOWED");
  const barred = mine.filter(({ allowed }) => !allowed);
  const others = moves.filter(({ code }) => code === "NOT_ALLOWED");
  const list = (some: Pairing["moves"]) => (
    <ul className="moves">
      {some.map((move) => (
        <Move key={move.move} {...move} stage={pairing.stage} onAct={onAct} />
      ))}
    </ul>
  );
  return (
    <section className="surface present-part">
      <h2>{t("pairing.moves")}</h2>
      {list(mine.filter(({ allowed }) => allowed))}
      {barred.length === 0 ? null : (
        <details className="moves-of-others">
          <summary>{t("pairing.movesBarred", { count: barred.length })}</summary>
          {list(barred)}
        </details>
      )}
      {others.length === 0 ? null : (
        <details className="moves-of-others">
          <summary>{t("pairing.movesOfOthers", { count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}

function Move({
  move,
  allowed,
  code,
  stage,
  onAct,
}: Pairing["moves"][number] & { stage: string; onAct: (act: MovePanel) => void }) {
  const words = useWords();
  const id = useId();
  const panel = MOVE_PANELS.find((each) => each === move);
  const reason = allowed ? null : barInWords(code ?? "NOT_ALLOWED", stage, words);
  return (
    <li>
      <Button
        block
        type={allowed && move === "recordVisit" ? "primary" : "default"}
        disabled={!allowed}
        aria-describedby={reason === null ? undefined : id}
        onClick={() => panel && onAct(panel)}
      >
        {capital(words.term("move", move))}
      </Button>
      {reason === null ? null : (
        <span id={id} className="quiet move-bar">
          {reason}
        </span>
      )}
    </li>
  );
}

function barInWords(code: string, stage: string, { t, term }: Wording): string {
  switch (code) {
    case "MOVE_NOT_IN_STAGE":
      return t("moveBars.MOVE_NOT_IN_STAGE", { stage: term("stage", stage) });
    case "CASE_CLOSED":
    case "NOT_ALLOWED":
    case "CLOSING_NEEDS_ANOTHER_PERSON":
    case "VISIT_NOT_FOUND":
    case "LIFT_OUT_NOT_IN_PROGRAMME":
    case "LIFT_OUT_AT_ANOTHER_STEP":
    case "NOTICE_HANGS_ALREADY":
    case "NO_NOTICE_HANGS":
    case "OBJECTION_NOT_FOUND":
    case "CHECK_DRAWN_ALREADY":
    case "CHECK_NOT_DRAWN":
    case "CHECKS_OF_DRAW_AWAITED":
    case "RELAPSE_REPORTED_ALREADY":
    case "NO_RELAPSE_REPORTED":
    case "HOUSEHOLD_OFFERED_ALREADY":
    case "REVISITS_NOT_OVER":
    case "NO_TERM_TO_REVIEW":
    case "PLAN_NOT_IN_PROGRAMME":
    case "PLAN_UNDER_REVIEW":
    case "NO_PLAN_SUBMITTED":
    case "MEASURE_NOT_FOUND":
    case "PROJECT_NOT_FOUND":
    case "OCCASIONS_NOT_IN_PROGRAMME":
    case "SUBJECT_IS_NO_HOUSEHOLD":
    case "NO_NEW_HOUSEHOLD":
    case "HANDOVER_ALREADY_PROPOSED":
    case "NO_HANDOVER_PROPOSED":
    case "HANDOVER_FOR_ANOTHER":
    case "NO_VOID_REQUESTED":
    case "VOID_NEEDS_FOUR_EYES":
    case "CORRECTION_OPEN":
    case "REOPENING_TOO_LATE":
    case "CLOSING_NEEDS_HIGHER_OFFICE":
      return t(`moveBars.${code}`);
    default:
      return t("moveBars.other", { code });
  }
}
