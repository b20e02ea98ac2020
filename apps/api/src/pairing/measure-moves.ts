import { advanceProjectRequest, correctMeasureRequest, recordMeasureRequest } from "@jiedui/http-contracts";
import { moveRoute } from "./move-route";

const noteOf = (note: string) => ({ purpose: "measure-note", body: { note } });

export const MEASURE_MOVES = {
  recordMeasure: moveRoute("recordMeasure", {
    request: recordMeasureRequest,
    permission: "measure:record",
    summary: "Records what help was given, with amount and unit, planned or not",
    prepare: ({ kind, amount, amountFen, happenedOn, line, projectStage, note }) => ({
      payload: { kind, amount, amountFen, happenedOn, line, projectStage },
      content: noteOf(note),
    }),
  }),
  correctMeasure: moveRoute("correctMeasure", {
    request: correctMeasureRequest,
    permission: "measure:record",
    summary: "Sets the figures of a measure right by a counter-entry; the wrong entry stays",
    prepare: ({ note, ...payload }) => ({ payload, content: noteOf(note) }),
  }),
  advanceProject: moveRoute("advanceProject", {
    request: advanceProjectRequest,
    permission: "measure:record",
    summary: "Says how far a project has come",
    prepare: ({ projectSeq, projectStage, happenedOn, note }) => ({
      payload: { projectSeq, projectStage, happenedOn },
      content: noteOf(note),
    }),
  }),
};
