import type * as chinese from "../zh-CN/refusals";
import type { Translated } from "../translated";

export const refusals: Translated<typeof chinese.refusals> = {
  MOVE_NOT_IN_STAGE:
    "This pairing is “{{stage}}”, which does not allow: {{move}}. Possible now: {{allowed}}.",
  ALREADY_OPEN: "This pairing is already open.",
  CASE_CLOSED: "This pairing {{closedOn}}; nothing more can be done in it.",
  CHANGED_SINCE: "The case has changed since you opened it: {{changes}}. Look at it again, then decide.",
  IDEMPOTENCY_KEY_REUSED:
    "Something else is already recorded under this number. Look at the story; fill in anew if it is still needed.",
  PROGRAMME_NOT_FOUND: "There is no programme “{{programmeId}}”.",
  SIGNED_IN_FUTURE:
    "The day of signing, {{signedOn}}, is later than today ({{today}}). Enter the day it was signed.",
  SIGNED_BEFORE_POLICY:
    "The day of signing, {{signedOn}}, lies before the policy came into force ({{inForceFrom}}). Enter the day it was signed.",
  SUBJECT_OUTSIDE_PROGRAMME:
    "The subject lives outside the programme's area: choose one inside it, or another programme.",
  SUBJECT_AREA_TOO_WIDE:
    "The subject is registered for a whole area ({{level}}): it needs a township or a village, so that somebody answers for it.",
  SUBJECT_KIND_NOT_IN_PROGRAMME:
    "This programme does not include: {{subjectKind}}. It includes: {{allowed}}.",
  RANK_TOO_LOW:
    "{{subjectKind}}: the helper's rank must be at least “{{needed}}”; the one chosen has “{{rank}}”.",
  TOO_MANY_CO_HELPERS: "At most {{allowed}} co-helpers; {{given}} were chosen.",
  LEAD_HELPER_IS_CO_HELPER: "The lead helper cannot be a co-helper too; take the name off the co-helpers.",
  TERM_NOT_OF_POLICY: "The policy's help cycle is {{policyTermMonths}} months, not {{termMonths}}.",
  HELPER_AT_CAPACITY:
    "This helper holds {{held}} pairings already; the policy allows {{capacity}}. Choose another.",
  HELPER_NOT_IN_SERVICE: "This helper {{retiredOn}} and takes no new pairings. Choose another.",
  SUBJECT_ALREADY_PAIRED: "This subject already has an open pairing in the programme.",
  SUBJECT_NOT_IN_REGISTER: "This subject is not in the register; enter it first.",
  VISIT_IN_FUTURE:
    "The day of the visit, {{happenedOn}}, is later than today ({{today}}). Record it once it is made.",
  VISIT_BEFORE_SIGNING: "The day of the visit, {{happenedOn}}, is before the signing on {{signedOn}}.",
  LIFTED_OUT_IN_FUTURE: "The day of lift-out, {{liftedOutOn}}, is later than today ({{today}}).",
  LIFTED_OUT_BEFORE_SIGNING: "The day of lift-out, {{liftedOutOn}}, is before the signing on {{signedOn}}.",
  REVISITS_NOT_IN_PROGRAMME:
    "The policy says nothing of revisits; a pairing that was lifted out cannot be taken over.",
  REVISITS_OVER_ALREADY:
    "By the policy the time of revisits ended on {{until}} (today is {{today}}); none is left to be made.",
  VISIT_ALREADY_RECORDED: "This visit is on record already.",
  VISITOR_NOT_OF_PAIRING: "The visitor chosen is neither lead helper nor co-helper of this pairing.",
  FORM_VERSION_UNKNOWN:
    "Version {{given}} of the visit form is not in use; {{present}} is. Reload and fill it again.",
  VISIT_NOT_FOUND: "This case has no such visit.",
  VISIT_ALREADY_VOIDED: "This visit has been voided already.",
  PLAN_NOT_IN_PROGRAMME: "This case's policy asks for no plan.",
  PLAN_UNDER_REVIEW:
    "A plan (entry {{submittedSeq}}) waits for its review; another one can be submitted afterwards.",
  PLAN_PARTS_MISSING: "The plan still lacks: {{parts}}. Write all parts, then submit.",
  PLAN_LINE_ALREADY_OVER:
    "Measure {{line}} was to be done by {{until}}, and today is {{today}}. Please change the day.",
  RELIEF_ALONE_IS_NO_PLAN:
    "Relief alone is no plan: at least {{needed}} income-producing measure(s) are needed, it has {{producing}}.",
  MEASURE_CANNOT_PRODUCE: "{{measureKind}} is no income-producing measure. These may be: {{allowed}}.",
  NO_PLAN_SUBMITTED: "No plan waits for its review.",
  PLAN_NEEDS_ANOTHER_PERSON:
    "A plan is reviewed by someone other than its submitter; you submitted this one (entry {{submittedSeq}}).",
  PLAN_GROUND_NOT_IN_POLICY: "The policy does not know the ground “{{ground}}”. It has: {{allowed}}.",
  PLAN_LINE_NOT_FOUND: "The plan in force has no measure {{line}} (it has {{lines}}).",
  PLAN_LINE_OF_ANOTHER_KIND:
    "Measure {{line}} of the plan is {{planned}}, not {{measureKind}}. Choose another, or record it as unplanned.",
  MEASURE_KIND_NOT_IN_POLICY: "The policy does not count {{measureKind}}. It counts: {{allowed}}.",
  MEASURE_AMOUNT_DOES_NOT_FIT: "The figures do not fit {{measureKind}}: {{asked}}.",
  MEASURE_IN_FUTURE:
    "The day {{happenedOn}} lies after today ({{today}}); record the measure once it is done.",
  MEASURE_BEFORE_SIGNING: "The day {{happenedOn}} lies before the signing on {{signedOn}}; please check.",
  MEASURE_NOT_FOUND: "Entry {{measureSeq}} is no measure that can be corrected{{oldest}}.",
  MEASURE_UNCHANGED: "The figures are as they were; there is nothing to correct.",
  PROJECT_NOT_FOUND: "This case has no such project (entry {{projectSeq}}).",
  PROJECT_STAGE_NOT_AHEAD: "The project is at “{{present}}” and cannot be set to “{{projectStage}}”.",
  PROJECT_DAY_OUT_OF_RANGE:
    "The day {{happenedOn}} does not fit: it lies between {{from}} and today ({{today}}).",
  LIFT_OUT_NOT_IN_PROGRAMME: "This programme's policy knows no lift-out.",
  LIFT_OUT_CRITERIA_NOT_MET: "Not every criterion is met: {{criteria}}. Propose when all are.",
  INCOME_YEAR_IN_FUTURE: "Income year {{incomeYear}} has not begun; it is {{running}} now.",
  INCOME_NOT_RECORDED: "No income is recorded for {{incomeYear}}. Record it first.",
  NO_LINE_FOR_INCOME_YEAR: "The policy has no line for {{incomeYear}}; the county office has to publish one.",
  INCOME_IS_FORECAST:
    "The income of {{incomeYear}} was recorded on {{recordedOn}}, before the year was over. Reckon it anew.",
  INCOME_NOT_OVER_LINE:
    "In {{incomeYear}} the household had {{perHead}} yuan a head, not over the line of {{line}} yuan. Help goes on.",
  LIFT_OUT_AT_ANOTHER_STEP: 'The lift-out stands at "{{present}}", not at "{{step}}".',
  LIFT_OUT_NEEDS_ANOTHER_PERSON:
    "Another person has to do this: you did the {{hadPart}} of this lift-out (entry {{proposedSeq}}).",
  STEP_DAY_OUT_OF_RANGE: '{{happenedOn}} does not fit: "{{step}}" began on {{from}}, today is {{today}}.',
  MORE_PRESENT_THAN_ENTITLED: "{{present}} present, but only {{entitled}} entitled. Please check.",
  MORE_VOTES_THAN_PRESENT: "{{votes}} votes, but only {{present}} present. Please check.",
  NO_QUORUM: "{{present}} present, {{needed}} needed: the appraisal does not count. Call another one.",
  NOTICE_HANGS_ALREADY: "A notice with this household hangs already.",
  ANOTHER_NOTICE_HANGS: "This household is on another notice. Please check.",
  NO_NOTICE_HANGS: "No notice with this household hangs now.",
  NOTICE_TOO_SHORT: "Too short: from {{from}} it has to hang until {{neededUntil}} at least, not {{until}}.",
  NOTICE_STILL_HANGS: "The notice hangs until {{until}}; today is {{today}}. Conclude it the day after.",
  NOTICE_PROOF_MISSING: "Say how it hung, or attach photographs.",
  NOTICE_LISTS_NOBODY: "No household is left on this notice; make another.",
  NOTICE_UNDER_WAY: "Some households have still to confirm the last order.",
  NOTICE_IN_ANOTHER_STATE: 'The notice is "{{state}}"; this needs: {{allowed}}.',
  AREA_OF_ANOTHER_LEVEL: "The place is of another level; needed: {{allowed}}.",
  NOT_ON_NOTICE: "The household is not on this notice, or cannot be struck off now.",
  NOT_TO_BE_LISTED: "{{count}} of them are not at that step, or on another notice. Please choose again.",
  NOBODY_TO_DRAW: "Nobody stands for a draw now.",
  OBJECTION_OUTSIDE_NOTICE: "{{happenedOn}} lies outside the notice ({{from}} to {{until}}).",
  OBJECTION_RAISED_ALREADY: "This objection is on record already.",
  OBJECTION_NOT_FOUND: "There is no such objection to answer.",
  OBJECTION_ANSWERED_ALREADY: "This objection was answered already.",
  OBJECTION_OPEN: "{{count}} objections are unanswered; the notice ends when they are.",
  CHECK_DRAWN_ALREADY: "The draw was made for this household already.",
  CHECKS_OF_DRAW_AWAITED:
    "Of the same draw {{awaited}} checks are still to be made; an approval now would give away whom it took.",
  CHECK_NOT_DRAWN: "This household was not drawn for a check.",
  RELAPSE_REPORTED_ALREADY: "A relapse is reported (entry {{reportedSeq}}) and waits for its decision.",
  NO_RELAPSE_REPORTED: "No relapse waits for a decision.",
  RELAPSE_NEEDS_ANOTHER_PERSON: "Another person has to decide: you reported it (entry {{reportedSeq}}).",
  INCOME_NOT_BELOW_LINE:
    "In {{incomeYear}} the household had {{perHead}} yuan a head, not below {{line}} yuan.",
  HOUSEHOLD_OFFERED_ALREADY: "A household was offered already, or none is to be offered.",
  RELAPSE_NOT_REPORTED:
    "The income of {{incomeYear}}, {{perHead}} yuan a head, lies below the line of relapse ({{line}} yuan). Report the relapse first.",
  REVISITS_NOT_OVER: "The time of revisits is not over{{until}}.",
  REVISIT_OWED: "Not revisited in time: {{months}}. Say why for each of these months.",
  NO_TERM_TO_REVIEW: "No renewal waits for a review.",
  OCCASIONS_NOT_IN_PROGRAMME:
    "This case's policy asks for no visits on occasions, only for the regular ones.",
  OCCASION_NOT_IN_POLICY: "This case's policy asks for no visit on {{occasion}}. It asks on: {{allowed}}.",
  OCCASION_IN_FUTURE:
    "The day {{happenedOn}} is later than today ({{today}}). Give the day on which it came about.",
  OCCASION_BEFORE_SIGNING: "The day {{happenedOn}} is earlier than the signing ({{signedOn}}).",
  OCCASION_ALREADY_REPORTED: "The same has been reported for that day already (event {{reportedSeq}}).",
  TOO_MANY_OCCASIONS_OPEN:
    "{{open}} occasions wait for a visit already (at most {{allowed}}); one visit now answers them all.",
  CO_HELPER_ALREADY: "This person is a co-helper already.",
  NOT_A_CO_HELPER: "This person is no present co-helper.",
  CO_HELPER_IS_SUCCESSOR: "This person was proposed to take over; wait for the answer first.",
  CO_HELPER_DAY_IN_FUTURE: "{{happenedOn}} is still to come (today is {{today}}).",
  CO_HELPER_DAY_TOO_EARLY: "{{happenedOn}} is too early; the earliest is {{from}}.",
  SUBJECT_IS_NO_HOUSEHOLD: "A {{subjectKind}} is no household and has no such changes.",
  HOUSEHOLD_CHANGE_IN_FUTURE: "{{happenedOn}} is still to come (today is {{today}}).",
  HOUSEHOLD_CHANGE_BEFORE_SIGNING: "{{happenedOn}} lies before the signing on {{signedOn}}.",
  MEMBER_LIVES_THERE: "This person is a member already.",
  NOT_A_MEMBER:
    "Somebody named is not in this household, or not in the part named; open the form again and choose anew.",
  HOUSEHOLD_HAS_A_HEAD: "The household has a head already.",
  HEAD_NEEDED: "The head leaves: say who of those who stay heads the household.",
  LAST_MEMBER_LEAVES:
    "This is the last member. When a whole household has died or left, request the closing of the case.",
  SPLIT_NEEDS_TWO_PARTS: "Both parts need somebody ({{staying}} would stay, {{leaving}} leave).",
  HOUSEHOLD_LIVES_THERE: "The household lives there already.",
  MOVED_OUT_OF_PROGRAMME:
    "The new place lies outside this programme. Request the closing of the case because the household has moved away.",
  NO_NEW_HOUSEHOLD: "No household that split off waits for a pairing.",
  HOUSEHOLD_CHANGED_MEANWHILE: "Somebody changed this household a moment ago; open the form again.",
  PERSON_IN_ANOTHER_HOUSEHOLD:
    "This resident id stands in another household. Check it, or record there first that the person married out.",
  HANDOVER_ALREADY_PROPOSED:
    "A handover is proposed already (record no. {{proposedSeq}}); the successor has to answer before another one.",
  NO_HANDOVER_PROPOSED: "No handover is waiting for an answer.",
  HANDOVER_IN_FUTURE: "The day given, {{happenedOn}}, is later than today ({{today}}).",
  LED_BY_ANOTHER: "Somebody else leads this pairing by now. Please reload.",
  SUCCESSOR_OWED_ALREADY: "That is known already (record no. {{sinceSeq}}); a successor is to be proposed.",
  NEW_HOUSEHOLD_UNSETTLED:
    "{{count}} households that split off are not settled yet; settle them before the case is closed.",
  HANDOVER_BEFORE_SIGNING: "The day given, {{happenedOn}}, lies before the day of signing ({{signedOn}}).",
  SUCCESSOR_LEADS_ALREADY: "The one chosen leads this pairing already; choose another.",
  HANDOVER_FOR_ANOTHER: "This handover names somebody else, who alone may answer it, or an office.",
  HANDOVER_NEEDS_ANOTHER_PERSON:
    "You proposed this handover (record no. {{proposedSeq}}); the successor or someone else has to accept.",
  CLOSING_NEEDS_ANOTHER_PERSON:
    "Someone else has to approve: this closing (record no. {{requestedSeq}}) was requested by you.",
  CLOSING_IN_FUTURE: "The day given, {{happenedOn}}, is later than today ({{today}}).",
  CLOSING_BEFORE_SIGNING: "The day given, {{happenedOn}}, lies before the day of signing ({{signedOn}}).",
  CLOSING_PROOF_MISSING: 'A closing because "{{reason}}" asks for one of these: {{proofs}}.',
  CLOSING_EVIDENCE_MISSING:
    'A closing because "{{reason}}" asks for at least {{needed}} photographs or scans; {{given}} came along.',
  CLOSING_DESTINATION_MISSING: "Say where the household has gone.",
  MOVED_WITHIN_PROGRAMME:
    "The new home lies within the programme's area: help goes on there. Record a change of the household, or hand over.",
  HOUSEHOLD_HAS_FURTHER_MEMBERS:
    "{{left}} others of the household live on: one death does not close it. Record a change of the household.",
  CLOSING_NEEDS_HIGHER_OFFICE: '"{{reason}}" is decided by the {{needed}} or above.',
  REOPENING_TOO_LATE:
    "Closed on {{closedOn}}, it could be taken back until {{lastDay}}; today is {{today}}. Open a new pairing instead.",
  REOPENING_NEEDS_ANOTHER_PERSON:
    "You approved this closing (no. {{closedSeq}}); another person has to take it back.",
  ENTRY_NOT_VOIDABLE:
    'No. {{entrySeq}} "{{entry}}" cannot be corrected this way: automatic entries follow the facts; proposals, handovers and objections have ways of their own.',
  ENTRY_NO_LONGER_COUNTS: 'Nothing rests on no. {{entrySeq}} "{{entry}}" any more, or it was voided before.',
  ENTRY_RESTED_ON:
    'No. {{bySeq}} "{{by}}" rests on no. {{entrySeq}} "{{entry}}" and cannot be undone. If things have changed, report a relapse.',
  VOID_REQUESTED_ALREADY:
    "The correction of this entry has been asked for (no. {{requestedSeq}}) and waits for its decision.",
  TOO_MANY_CORRECTIONS_OPEN:
    "{{open}} corrections wait for a decision, {{allowed}} at most; decide on those first.",
  NO_VOID_REQUESTED: "No such correction waits for a decision.",
  VOID_NEEDS_ANOTHER_PERSON:
    "You asked for this correction (no. {{requestedSeq}}); another person has to decide.",
  VOID_NEEDS_FOUR_EYES: "Under this policy two persons correct an entry: request a correction.",
  CORRECTION_OPEN: "A correction waits for its decision (no. {{requestedSeqs}}); decide on it first.",
  CONTENT_NOT_USABLE:
    "The text or photograph that came with it has lapsed, was used already, or is not one of yours in this case; please fill it in or send it again.",
};

export const problems: Translated<typeof chinese.problems> = {
  BAD_INPUT: "Something that was filled in does not fit{{fields}}. Please correct it and try again.",
  IDEMPOTENCY_KEY_MISSING: "The request had no number; reload the page and try again.",
  NOT_SIGNED_IN: "You are no longer signed in. What you typed is kept.",
  SIGN_IN_FAILED: "Account or password is wrong.",
  ACCOUNT_LOCKED:
    "Too many wrong passwords: the account is locked{{until}}. Tell the administrator if it was not you.",
  CSRF_TOKEN_WRONG: "The page is out of date; reload it. What you typed is kept.",
  NOT_ALLOWED: "Your role may not do this.",
  NOT_FOUND: "Not found, or outside what you may see.",
  NOT_RECORDED_YET: "On {{asOf}} this was not on record yet.",
  AS_OF_IN_FUTURE: "{{asOf}} has not come yet: only today ({{today}}) and earlier days can be shown.",
  TOO_MANY_REQUESTS: "Too many requests; wait a moment and try again.",
  PAYLOAD_TOO_LARGE: "The text is too long; shorten it and try again.",
  FILE_TOO_LARGE: "The file is too large ({{limit}}); make it smaller and try again.",
  FILE_NOT_ALLOWED:
    "Only photographs (JPEG, PNG, WebP) and scans (PDF) are taken. By its content this file is none, whatever its name.",
  FILE_DAMAGED: "The file is not whole or is damaged; take the photograph or scan again.",
  OUTCOME_UNKNOWN: "It is not known yet whether it was recorded; asking again records nothing twice.",
  REHEARSAL_UNAVAILABLE: "This engine cannot skip time, so there is no rehearsal.",
  HELPER_HAS_ACCOUNT:
    "The helper has an account already: {{login}}. Two eyes are no four; take that one out of use first.",
  LAST_ADMINISTRATOR: "This is the last administrator; give the role to somebody else first.",
  ALREADY_RETIRED: "This helper's leaving is on record for {{retiredOn}}; another day cannot replace it.",
  AWAY_IN_PAST:
    "The absence cannot begin on {{fromDay}}: who was responsible on past days is on record. Begin on {{today}} or later.",
  AWAY_TOO_LONG:
    "{{days}} days are more than the {{allowed}} allowed; {{until}} is the latest day. For longer, hand the households over.",
  SEAT_OUT_OF_REACH:
    "This account's role or area does not reach the matters of the seat. Choose another account.",
  DUPLICATE_ENTRY: "{{what}}; please compare before adding it.",
  SHAM_NEEDS_ANOTHER_PERSON:
    "Neither the helper nor whoever entered the visits records the finding; somebody else has to.",
  ROSTER_FILE_EMPTY: "There is nothing in the file; is it the right one?",
  ROSTER_FILE_ENCRYPTED:
    "The workbook is locked by a password. Take the password off, save it and send it again.",
  ROSTER_FILE_OLD_FORMAT: "This is the old format (.xls). Save it as an .xlsx workbook and send it again.",
  ROSTER_FILE_NOT_A_WORKBOOK: "This is neither an .xlsx workbook nor a .csv text, whatever its name.",
  ROSTER_FILE_DAMAGED: "The workbook is damaged or not whole. Open it, save a copy and send that one.",
  ROSTER_FILE_TOO_LARGE_UNPACKED:
    "Unpacked, the workbook is too large to be read. Take out pictures and sheets that do not belong, and save it again.",
  ROSTER_ENCODING_UNKNOWN: "The file's characters cannot be read. Save it as .xlsx, or as .csv in UTF-8.",
  ROSTER_TOO_MANY_ROWS: "There are more than {{limit}} rows. Send it in several files, by township.",
  ROSTER_NO_TABLE:
    "No headings were found that are known. Keep one line of headings as in the template: resident ID, helper, unit and so on.",
  ROSTER_NOT_IN_STATE: "This cannot be done now; load the page again.",
  INTERNAL_FAULT:
    "The system failed and nothing was done. Try again later; if it stays so, tell the administrator.",
};

export const outcomes: Translated<typeof chinese.outcomes> = {
  API_AWAY: "The server does not answer just now.",
  other: "It was not done ({{code}}). Please tell the administrator.",
  alreadyClosed: "was closed on {{day}}",
  alreadyClosedNoDay: "is closed",
  retiredOn: "left on {{day}}",
  notInService: "is not in service",
  fields: ": {{list}}",
  until: " until {{at}}",
  stepOf: "no. {{seq}} ({{type}})",
  duplicate: {
    one_person_one_household:
      "A resident ID given here stands in another household, and nobody belongs to two",
    organisation_area_code_name_key: "This place already has an organisation of that name",
    account_login_key: "This account name is taken",
    other: "The same entry exists already",
  },
  megabytes: "at most {{megabytes}} MB each",
  tooManyPixels: "too many pixels",
  nothingAllowed: "nothing",
  hadPart: { proposal: "proposal", review: "review" },
  untilDay: " (it ends on {{day}})",
  oldestMeasure: " (the oldest is entry {{seq}})",
  measureAsked: {
    unit: "give a number of {{unit}}",
    noUnit: "give no number",
    asked: "give an amount of money",
    none: "give no money",
    optional: "money is optional",
  },
  separator: ", ",
};
