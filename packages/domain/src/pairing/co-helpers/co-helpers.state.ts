import type { Day } from "../../time/day";

export interface CoHelpersKept {
  /** Co-helpers of before, newest last, each with first and last day. */
  readonly formerCoHelpers: readonly { readonly id: string; readonly from: Day; readonly until: Day }[];
}

export const FORMER_CO_HELPERS_KEPT = 24;
