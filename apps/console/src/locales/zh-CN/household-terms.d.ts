/** Lists about households and those who help along. */
export declare const householdTerms: {
  householdChange: {
    born: string;
    "married-in": string;
    died: string;
    "married-out": string;
    "new-head": string;
    split: string;
    moved: string;
  };
  coHelperEndReason: {
    transferred: string;
    retired: string;
    died: string;
    unable: string;
    "no-longer-needed": string;
  };
  newHouseholdOutcome: {
    paired: string;
    "not-in-need": string;
    "moved-away": string;
  };
};
//# sourceMappingURL=household-terms.d.ts.map
