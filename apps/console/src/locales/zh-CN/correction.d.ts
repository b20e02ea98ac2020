/** Correcting the past; closings with their proof, and taking a wrong one back. */
export declare const correction: {
  requestText: string;
  whichEntry: string;
  noEntry: string;
  entry: string;
  reason: string;
  approveText: string;
  approveConfirm: string;
  whichRequest: string;
  noRequest: string;
  declineReason: string;
  pending: string;
  voided: string;
  VoidRequested: string;
  VoidDeclined: string;
  EntryVoided: string;
  EntryTakenBack: string;
  LiftOutSetBack: string;
  PairingReopened: string;
  uncovered: string;
  proof: string;
  proofAsked: string;
  evidenceAsked: string;
  noProof: string;
  decidedBy: string;
  movedTo: string;
  diedText: string;
  reopenableUntil: string;
  reopenOver: string;
  reopenText: string;
  reopenReason: string;
  successor: string;
};
export declare const correctionTerms: {
  closingReason: {
    died: string;
    "moved-away": string;
    "found-ineligible": string;
    "opened-by-mistake": string;
  };
  voidReason: {
    "wrong-household": string;
    "wrong-day": string;
    "wrong-content": string;
    "entered-twice": string;
    "did-not-happen": string;
  };
  voidDeclineReason: {
    "entry-is-right": string;
    "proof-missing": string;
    "no-longer-needed": string;
  };
  closingProof: {
    "death-certificate": string;
    "register-cancelled": string;
    "register-moved": string;
    "village-statement": string;
    "investigation-report": string;
  };
  reopeningReason: {
    "closed-by-mistake": string;
    "proof-was-wrong": string;
    "household-returned": string;
  };
  rejectionReason: {
    "evidence-missing": string;
    "reason-not-met": string;
    "household-disagrees": string;
  };
};
//# sourceMappingURL=correction.d.ts.map
