import { PAIRING_STAGES, type OpenStage } from "@jiedui/domain";
import type { Pairing } from "../api/types";
import { useWords } from "../wording/useWords";

/** Stages that a life passes in its order; a closing is no stage of a life but its end. */
const LIFE: readonly OpenStage[] = PAIRING_STAGES.filter((stage) => stage !== "closing");

/** Where the pairing stands in its life. */
export function StageSteps({ pairing: { stage, life, plan } }: { pairing: Pairing }) {
  const { t, term } = useWords();
  const stages = LIFE.filter((each) => each !== "planning" || plan !== null);
  const beforeClosing = plan !== null && plan.inForce === null ? "planning" : "helping";
  const standing = stage === "closing" ? (life.lifted === null ? beforeClosing : "revisiting") : stage;
  const at = stages.indexOf(standing);
  return (
    <ol className="stage-steps" aria-label={t("liftOut.stages")}>
      {stages.map((each, index) => (
        <li
          key={each}
          className={index < at ? "step-done" : index === at ? "step-here" : "step-to-come"}
          aria-current={index === at ? "step" : undefined}
        >
          {each === standing && stage === "closing" ? term("stage", "closing") : term("stage", each)}
        </li>
      ))}
    </ol>
  );
}
