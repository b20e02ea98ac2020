import { dayAt } from "../../time/day";
import { noLongerCounts, type Voidable } from "../correction/voiding";

/** A review that is wrong is owed again, from today: nobody could know before. */
export const TERM_VOIDABLE: { readonly TermReviewed: Voidable } = {
  TermReviewed: {
    barred: ({ reviewedSeq }, entry) => (reviewedSeq === entry.seq ? null : noLongerCounts(entry)),
    isBuiltOn: () => false,
    without: (state, { seq, entry, recordedAtMs }) => ({
      ...state,
      leadToChange: state.leadToChange?.seq === entry.seq ? null : state.leadToChange,
      reviewedSeq: null,
      termReview: { seq, since: dayAt(recordedAtMs) },
    }),
  },
};
