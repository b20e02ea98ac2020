import type { revisitTerms as chinese } from "../zh-CN/revisit-terms";
import type { Translated } from "../translated";

/** Relapses, revisits that were missed, and another household for the helper. */
export const revisitTerms: Translated<typeof chinese> = {
  relapseGround: { "income-below-line": "income below the line", "cause-returned": "a cause returned" },
  povertyCause: {
    illness: "illness",
    disability: "disability",
    disaster: "disaster",
    schooling: "schooling",
    "no-labour": "no labour",
    "no-skills": "no skills",
    "no-funds": "no funds",
    other: "other",
  },
  dismissalReason: {
    "not-below-line": "not below the line",
    "help-arrived": "help has arrived",
    "reported-by-mistake": "reported by mistake",
    "income-corrected": "the income it rested on was corrected",
  },
  revisitGapReason: {
    "made-up-later": "made up later",
    "household-away": "household was away",
    disaster: "disaster or epidemic",
    "helper-changing": "helper was changing",
    "made-by-others": "made by others, not recorded",
  },
  noOfferReason: {
    "none-left": "none left",
    "helper-declines": "helper declines",
    "helper-leaves": "helper leaves",
  },
};
