/** Lists about households and those who help along. */
export const householdTerms = {
  householdChange: {
    born: "birth",
    "married-in": "married in",
    died: "death",
    "married-out": "married out",
    "new-head": "new head",
    split: "split in two",
    moved: "moved",
    voided: "taken back as wrong",
  },
  coHelperEndReason: {
    transferred: "transferred",
    retired: "retired",
    died: "died",
    unable: "cannot go on",
    "no-longer-needed": "no longer needed",
  },
  newHouseholdOutcome: {
    paired: "paired",
    "not-in-need": "not in need of help",
    "moved-away": "moved away",
  },
};
