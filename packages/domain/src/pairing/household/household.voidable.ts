import { noLongerCounts, restedOn, type Voidable } from "../correction/voiding";

/** A change of members that is wrong: the newest one first, since each was recorded of the household that the last had left. */
export const HOUSEHOLD_VOIDABLE: { readonly HouseholdChanged: Voidable } = {
  HouseholdChanged: {
    barred: ({ memberChanges }, entry) => {
      const place = memberChanges.findIndex(({ seq }) => seq === entry.seq);
      if (place < 0) return noLongerCounts(entry);
      const later = memberChanges[place + 1];
      return later === undefined ? null : restedOn(entry, later);
    },
    isBuiltOn: () => false,
    without: (state, { entry }) => ({
      ...state,
      memberChanges: state.memberChanges.filter(({ seq }) => seq !== entry.seq),
    }),
  },
};
