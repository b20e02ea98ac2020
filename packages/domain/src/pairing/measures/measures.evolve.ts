import type { Recorded } from "../../case/case-kind";
import type { PairingState } from "../pairing.state";
import type { MeasureEvent } from "./measures.events";
import { MEASURES_KEPT, PROJECTS_KEPT, type MeasureFact } from "./measures.state";

export function evolveMeasures(state: PairingState, event: Recorded<MeasureEvent>): PairingState {
  switch (event.type) {
    case "MeasureRecorded": {
      const { seq, kind, amount, amountFen, happenedOn: on, planSeq, line, projectStage } = event;
      const fact: MeasureFact = { seq, kind, amount, amountFen, on, planSeq, line };
      return {
        ...state,
        measures: [...state.measures, fact].slice(-MEASURES_KEPT),
        projects:
          projectStage === null
            ? state.projects
            : [...state.projects, { seq, stage: projectStage, since: on }].slice(-PROJECTS_KEPT),
      };
    }
    case "MeasureCorrected": {
      const { measureSeq, amount, amountFen } = event;
      const isTakenBack = amount === 0 && amountFen === 0;
      return {
        ...state,
        measures: state.measures.map((each) =>
          each.seq === measureSeq ? { ...each, amount, amountFen } : each,
        ),
        projects: isTakenBack ? state.projects.filter(({ seq }) => seq !== measureSeq) : state.projects,
      };
    }
    case "ProjectAdvanced": {
      const { projectSeq, projectStage: stage, happenedOn: since } = event;
      return {
        ...state,
        projects: state.projects.map((each) => (each.seq === projectSeq ? { ...each, stage, since } : each)),
      };
    }
  }
}
