import { reportOccasionRequest } from "@jiedui/http-contracts";
import { moveRoute } from "./move-route";

export const OCCASION_MOVES = {
  reportOccasion: moveRoute("reportOccasion", {
    request: reportOccasionRequest,
    permission: "pairing:report-occasion",
    summary: "Tells of something in the household on which the helper must come",
    prepare: ({ occasion, happenedOn, note }) => ({
      payload: { occasion, happenedOn },
      content: { purpose: "occasion-note", body: { note } },
    }),
  }),
};
