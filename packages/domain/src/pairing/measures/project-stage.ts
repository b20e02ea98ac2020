import { PROJECT_STAGES, type ProjectStage } from "./measures.moves";

/** Whether a project can still go on: it has neither been given up, nor come to where it earns. */
export function isGoingOn(stage: ProjectStage): boolean {
  return stagesAhead(stage).length > 0;
}

/** The stages to which a project may go from here: any later one, so that what nobody entered does not hold it up. */
export function stagesAhead(stage: ProjectStage): readonly ProjectStage[] {
  return stage === "given-up" ? [] : PROJECT_STAGES.slice(PROJECT_STAGES.indexOf(stage) + 1);
}
