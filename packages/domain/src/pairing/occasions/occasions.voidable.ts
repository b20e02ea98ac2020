import { noLongerCounts, type Voidable } from "../correction/voiding";

export const OCCASION_VOIDABLE: { readonly OccasionReported: Voidable } = {
  OccasionReported: {
    barred: ({ occasions }, entry) =>
      occasions.some(({ seq }) => seq === entry.seq) ? null : noLongerCounts(entry),
    isBuiltOn: () => false,
    without: (state, { entry }) => ({
      ...state,
      occasions: state.occasions.filter(({ seq }) => seq !== entry.seq),
    }),
  },
};
