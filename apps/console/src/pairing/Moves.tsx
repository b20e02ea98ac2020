import { Button } from "antd";
import { useId } from "react";
import type { Pairing } from "../api/types";
import { MOVE_PANELS, type MovePanel } from "../app/search";
import { useWords, type Wording } from "../wording/useWords";
import { capital } from "../wording/capital";

/** Every move; one that cannot be made stands there disabled, with its reason. */
export function Moves({ pairing, onAct }: { pairing: Pairing; onAct: (act: MovePanel) => void }) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const moves = MOVE_PANELS.map((panel) => pairing.moves.find(({ move }) => move === panel)).filter(
    (move) => move !== undefined,
  );
  const sorted = [...moves.filter(({ allowed }) => allowed), ...moves.filter(({ allowed }) => !allowed)];
  return (
    <section className="surface present-part">
      <h2>{t("pairing.moves")}</h2>
      <ul className="moves">
        {sorted.map(({ move, allowed, code }) => {
          const panel = MOVE_PANELS.find((each) => each === move);
          const reason = allowed ? null : barInWords(code ?? "NOT_ALLOWED", pairing.stage, words);
          return (
            <li key={move}>
              <Button
                block
                type={allowed && move === "recordVisit" ? "primary" : "default"}
                disabled={!allowed}
                aria-describedby={reason === null ? undefined : `${id}-${move}`}
                onClick={() => panel && onAct(panel)}
              >
                {capital(words.term("move", move))}
              </Button>
              {reason === null ? null : (
                <span id={`${id}-${move}`} className="quiet move-bar">
                  {reason}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
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
      return t(`moveBars.${code}`);
    default:
      return t("moveBars.other", { code });
  }
}
