/** The field's own terms, as the glossary has them. */
export declare const terms: {
  matter: {
    visit: string;
    plan: string;
    "plan-review": string;
    "occasion-visit": string;
    "festival-visit": string;
    appraisal: string;
    "on-site-check": string;
    acknowledgement: string;
    "village-notice": string;
    "township-review": string;
    "township-notice": string;
    "county-check": string;
    approval: string;
    announcement: string;
    objection: string;
    "relapse-decision": string;
    "next-household": string;
    "revisits-completed": string;
    "term-review": string;
    "handover-answer": string;
    "correction-decision": string;
    "successor-proposal": string;
    "new-household": string;
    "closing-decision": string;
  };
  rule: {
    "regular-visit": string;
    "plan-submitted-in-time": string;
    "plan-reviewed-in-time": string;
    "plan-renewed-each-year": string;
    "revisit-after-lift-out": string;
    "lift-out-step-in-time": string;
    "objection-answered-in-time": string;
    "relapse-decided-in-time": string;
    "freed-helper-offered-a-household": string;
    "revisited-to-the-end": string;
    "term-renewed-until-lifted-out": string;
    "term-reviewed-in-time": string;
    "visited-on-occasions": string;
    "visited-on-festivals": string;
    "handover-answered-in-time": string;
    "correction-decided-in-time": string;
    "successor-proposed-after-move": string;
    "split-household-paired": string;
    "closing-decided-in-time": string;
  };
  event: {
    PairingOpened: string;
    PlanSubmitted: string;
    PlanApproved: string;
    PlanSentBack: string;
    PlanYearEnded: string;
    MeasureRecorded: string;
    MeasureCorrected: string;
    ProjectAdvanced: string;
    VisitRecorded: string;
    VisitVoided: string;
    VisitReminded: string;
    ObligationEscalated: string;
    EscalationWithdrawn: string;
    EscalationSettled: string;
    IncomeRecorded: string;
    LiftOutProposed: string;
    AppraisalRecorded: string;
    OnSiteCheckRecorded: string;
    HouseholdAcknowledged: string;
    NoticeHung: string;
    NoticeTakenDown: string;
    ObjectionRaised: string;
    ObjectionAnswered: string;
    NoticeConcluded: string;
    TownshipReviewRecorded: string;
    CountyCheckDrawn: string;
    CountyCheckRecorded: string;
    LiftOutApproved: string;
    LiftedOut: string;
    LiftOutSentBack: string;
    LiftOutSetBack: string;
    RelapseReported: string;
    RelapseConfirmed: string;
    RelapseDismissed: string;
    HouseholdOffered: string;
    RevisitPeriodEnded: string;
    TermRenewed: string;
    TermReviewed: string;
    OccasionReported: string;
    HandoverProposed: string;
    HandoverAccepted: string;
    HandoverDeclined: string;
    VoidRequested: string;
    VoidDeclined: string;
    EntryVoided: string;
    CoHelperAdded: string;
    CoHelperEnded: string;
    HouseholdChanged: string;
    HouseholdSplit: string;
    HouseholdMoved: string;
    NewHouseholdSettled: string;
    ClosingRequested: string;
    ClosingRejected: string;
    PairingClosed: string;
    PairingReopened: string;
  };
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
  shamKind: {
    "far-apart": string;
    "copied-text": string;
    "photo-twice": string;
    "last-day": string;
  };
  shamJudgement: {
    real: string;
    sham: string;
    unclear: string;
  };
  monthEndList: {
    "visits-done": string;
    "visits-missed": string;
    "plans-open": string;
    "terms-ending": string;
    "revisits-done": string;
    "revisits-owed": string;
    "helpers-changed": string;
    opened: string;
    "lifted-out": string;
    relapsed: string;
    closed: string;
  };
  incomeChange: {
    up: string;
    same: string;
    down: string;
    unknown: string;
  };
  relation: {
    head: string;
    spouse: string;
    child: string;
    parent: string;
    grandparent: string;
    grandchild: string;
    sibling: string;
    other: string;
  };
  sex: {
    male: string;
    female: string;
  };
  liftOutStep: {
    appraisal: string;
    "on-site-check": string;
    acknowledgement: string;
    "village-notice": string;
    "township-review": string;
    "township-notice": string;
    "county-check": string;
    approval: string;
    announcement: string;
  };
  liftOutCriterion: {
    food: string;
    clothing: string;
    schooling: string;
    "medical-care": string;
    housing: string;
    "no-overdue-loan": string;
  };
  sendBackGround: {
    "income-not-stable": string;
    "criterion-not-met": string;
    "appraisal-against": string;
    "check-not-passed": string;
    "household-disagrees": string;
    "objection-upheld": string;
    "review-not-passed": string;
    "proof-missing": string;
    "income-corrected": string;
  };
  acknowledgementForm: {
    signed: string;
    "thumb-print": string;
    refused: string;
  };
  takeDownReason: {
    "mistake-in-list": string;
    damaged: string;
    ordered: string;
  };
  noticeState: {
    draft: string;
    beginning: string;
    hanging: string;
    concluded: string;
    "taken-down": string;
  };
  listedState: {
    listed: string;
    hanging: string;
    refused: string;
    "struck-off": string;
    left: string;
    concluded: string;
    "taken-down": string;
  };
  strikeOffReason: {
    "listed-by-mistake": string;
    "data-wrong": string;
    withdrawn: string;
    "not-accepted": string;
  };
  incomeSource: {
    farming: string;
    livestock: string;
    wages: string;
    business: string;
    transfers: string;
    property: string;
    other: string;
  };
  relapseGround: {
    "income-below-line": string;
    "cause-returned": string;
  };
  povertyCause: {
    illness: string;
    disability: string;
    disaster: string;
    schooling: string;
    "no-labour": string;
    "no-skills": string;
    "no-funds": string;
    other: string;
  };
  dismissalReason: {
    "not-below-line": string;
    "help-arrived": string;
    "reported-by-mistake": string;
    "income-corrected": string;
  };
  noOfferReason: {
    "none-left": string;
    "helper-declines": string;
    "helper-leaves": string;
  };
  termReviewOutcome: {
    "goes-on": string;
    "plan-to-change": string;
    "helper-to-change": string;
  };
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
  declineReason: {
    "cannot-take-on": string;
    unsuitable: string;
    withdrawn: string;
  };
  awayReason: {
    leave: string;
    illness: string;
    school: string;
    secondment: string;
  };
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
  product: string;
  programme: string;
  policy: string;
  area: string;
  organisation: string;
  helper: string;
  coHelper: string;
  subject: string;
  pairing: string;
  helpCycle: string;
  subjectKind: {
    "poor-household": string;
    "extreme-poor-household": string;
    "needy-student": string;
    "lone-elderly": string;
    "urban-allowance-household": string;
    petitioner: string;
    "rural-party-member": string;
    "industry-household": string;
    "demonstration-household": string;
    "key-household": string;
    "leading-enterprise": string;
    "village-branch": string;
    school: string;
    cooperative: string;
    "urban-community": string;
  };
  rank: {
    none: string;
    general: string;
    section: string;
    county: string;
    "vice-city": string;
  };
  organisationKind: {
    "party-or-government": string;
    "public-institution": string;
    enterprise: string;
    "social-group": string;
    "chamber-of-commerce": string;
    "out-of-province-unit": string;
    "central-unit": string;
  };
  areaLevel: {
    country: string;
    province: string;
    prefecture: string;
    county: string;
    township: string;
    village: string;
  };
  role: {
    administrator: string;
    "county-office": string;
    "township-office": string;
    helper: string;
    auditor: string;
    engineer: string;
  };
  seat: {
    "lead-helper": string;
    "unit-head": string;
    "township-office": string;
    "county-office": string;
    administrator: string;
  };
  stage: {
    unopened: string;
    planning: string;
    helping: string;
    verifying: string;
    revisiting: string;
    closing: string;
    closed: string;
  };
  move: {
    open: string;
    submitPlan: string;
    approvePlan: string;
    sendBackPlan: string;
    recordMeasure: string;
    correctMeasure: string;
    advanceProject: string;
    recordVisit: string;
    voidVisit: string;
    recordIncome: string;
    proposeLiftOut: string;
    recordAppraisal: string;
    recordOnSiteCheck: string;
    recordAcknowledgement: string;
    hangNotice: string;
    takeDownNotice: string;
    raiseObjection: string;
    answerObjection: string;
    concludeNotice: string;
    recordTownshipReview: string;
    drawForCheck: string;
    recordCountyCheck: string;
    approveLiftOut: string;
    announceLiftOut: string;
    sendBackLiftOut: string;
    reportRelapse: string;
    confirmRelapse: string;
    dismissRelapse: string;
    offerHousehold: string;
    completeRevisits: string;
    reviewTerm: string;
    reportOccasion: string;
    proposeHandover: string;
    acceptHandover: string;
    declineHandover: string;
    requestVoid: string;
    approveVoid: string;
    declineVoid: string;
    addCoHelper: string;
    endCoHelper: string;
    recordHouseholdChange: string;
    splitHousehold: string;
    moveHousehold: string;
    settleNewHousehold: string;
    requestClosing: string;
    approveClosing: string;
    rejectClosing: string;
    reopen: string;
  };
  occasion: {
    regular: string;
    "wedding-or-funeral": string;
    "low-spirits": string;
    hardship: string;
    illness: string;
    quarrel: string;
    birthday: string;
    "joining-day": string;
    festival: string;
  };
  festival: {
    "spring-festival": string;
    lantern: string;
    qingming: string;
    "dragon-boat": string;
    "mid-autumn": string;
    "double-ninth": string;
  };
  handoverReason: {
    transferred: string;
    retired: string;
    died: string;
    unable: string;
    "household-moved": string;
  };
};
//# sourceMappingURL=terms.d.ts.map
