/** The plan's and the measures' own terms, as the glossary has them. */
export declare const planTerms: {
  planPart: {
    "income-scheme": string;
    project: string;
    training: string;
    "policy-or-loan": string;
    "living-conditions": string;
  };
  planGround: {
    detached: string;
    inflated: string;
    "box-ticking": string;
    "relief-only": string;
    "parts-missing": string;
  };
  planCall: {
    signed: string;
    "taken-over": string;
    "sent-back": string;
    "year-over": string;
    "review-of-term": string;
    relapse: string;
  };
  measureKind: {
    cash: string;
    "in-kind": string;
    grain: string;
    clothing: string;
    housing: string;
    medical: string;
    project: string;
    job: string;
    training: string;
    "school-fees": string;
    "policy-obtained": string;
  };
  measureUnit: {
    item: string;
    kilogram: string;
    piece: string;
    room: string;
    person: string;
    project: string;
    policy: string;
  };
  projectStage: {
    prepared: string;
    started: string;
    producing: string;
    earning: string;
    "given-up": string;
  };
  correctionReason: {
    "wrong-number": string;
    "entered-twice": string;
    "wrong-household": string;
    "not-given": string;
  };
  lineStanding: {
    done: string;
    "under-way": string;
    "not-begun": string;
    late: string;
  };
};
//# sourceMappingURL=plan-terms.d.ts.map
