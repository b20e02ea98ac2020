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
  VISIT_ALREADY_RECORDED: "This visit is on record already.",
  VISITOR_NOT_OF_PAIRING: "The visitor chosen is neither lead helper nor co-helper of this pairing.",
  FORM_VERSION_UNKNOWN:
    "Version {{given}} of the visit form is not in use; {{present}} is. Reload and fill it again.",
  VISIT_NOT_FOUND: "This case has no such visit.",
  VISIT_ALREADY_VOIDED: "This visit has been voided already.",
  LIFT_OUT_NOT_IN_PROGRAMME: "This programme's policy knows no lift-out.",
  LIFT_OUT_CRITERIA_NOT_MET: "Not every criterion is met: {{criteria}}. Propose when all are.",
  INCOME_YEAR_IN_FUTURE: "Income year {{incomeYear}} has not begun; it is {{running}} now.",
  INCOME_NOT_RECORDED: "No income is recorded for {{incomeYear}}. Record it first.",
  NO_LINE_FOR_INCOME_YEAR: "The policy has no line for {{incomeYear}}; the county office has to publish one.",
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
  OBJECTION_OUTSIDE_NOTICE: "{{happenedOn}} lies outside the notice ({{from}} to {{until}}).",
  OBJECTION_RAISED_ALREADY: "This objection is on record already.",
  OBJECTION_NOT_FOUND: "There is no such objection to answer.",
  OBJECTION_ANSWERED_ALREADY: "This objection was answered already.",
  OBJECTION_OPEN: "{{count}} objections are unanswered; the notice ends when they are.",
  CHECK_DRAWN_ALREADY: "The draw was made for this household already.",
  CHECK_NOT_DRAWN: "This household was not drawn for a check.",
  RELAPSE_REPORTED_ALREADY: "A relapse is reported (entry {{reportedSeq}}) and waits for its decision.",
  NO_RELAPSE_REPORTED: "No relapse waits for a decision.",
  RELAPSE_NEEDS_ANOTHER_PERSON: "Another person has to decide: you reported it (entry {{reportedSeq}}).",
  INCOME_NOT_BELOW_LINE:
    "In {{incomeYear}} the household had {{perHead}} yuan a head, not below {{line}} yuan.",
  HOUSEHOLD_OFFERED_ALREADY: "A household was offered already, or none is to be offered.",
  REVISITS_NOT_OVER: "The time of revisits is not over{{until}}.",
  REVISIT_OWED: "The revisit of {{month}} was not made. Close when it is.",
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
  HANDOVER_ALREADY_PROPOSED:
    "A handover is proposed already (record no. {{proposedSeq}}); the successor has to answer before another one.",
  NO_HANDOVER_PROPOSED: "No handover is waiting for an answer.",
  HANDOVER_IN_FUTURE: "The day given, {{happenedOn}}, is later than today ({{today}}).",
  HANDOVER_BEFORE_SIGNING: "The day given, {{happenedOn}}, lies before the day of signing ({{signedOn}}).",
  SUCCESSOR_LEADS_ALREADY: "The one chosen leads this pairing already; choose another.",
  HANDOVER_FOR_ANOTHER: "This handover names somebody else, who alone may answer it, or an office.",
  HANDOVER_NEEDS_ANOTHER_PERSON:
    "You proposed this handover (record no. {{proposedSeq}}); the successor or someone else has to accept.",
  CLOSING_NEEDS_ANOTHER_PERSON:
    "Someone else has to approve: this closing (record no. {{requestedSeq}}) was requested by you.",
  CLOSING_IN_FUTURE: "The day given, {{happenedOn}}, is later than today ({{today}}).",
  CLOSING_BEFORE_SIGNING: "The day given, {{happenedOn}}, lies before the day of signing ({{signedOn}}).",
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
  LAST_ADMINISTRATOR: "This is the last administrator; give the role to somebody else first.",
  ALREADY_RETIRED: "This helper's leaving is on record for {{retiredOn}}; another day cannot replace it.",
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
  separator: ", ",
};
