import { namedIn, actorOf, type Tellers } from "./event-parts";
import { numberOf, textOf, textsOf } from "./fields";
import { yuan } from "./money";

/** Lift-out, revisits, relapse and renewal, each event one sentence. */
export const TELL_LIFE: Tellers = {
  IncomeRecorded: (event, words) =>
    words.t("events.IncomeRecorded", {
      actor: actorOf(event, words),
      year: numberOf(event.data, "incomeYear"),
      perHead: yuan(numberOf(event.data, "perHeadFen")),
      members: numberOf(event.data, "members"),
    }),
  LiftOutProposed: (event, words) =>
    words.t("events.LiftOutProposed", { actor: namedIn(event, "proposedBy", words) }),
  AppraisalRecorded: ({ data }, words) =>
    words.t("events.AppraisalRecorded", {
      entitled: numberOf(data, "entitled"),
      present: numberOf(data, "present"),
      inFavour: numberOf(data, "inFavour"),
      against: numberOf(data, "against"),
    }),
  OnSiteCheckRecorded: ({ data }, words) =>
    words.t(data.confirmed === true ? "events.OnSiteCheckPassed" : "events.OnSiteCheckFailed", {
      perHead: yuan(numberOf(data, "perHeadFen")),
    }),
  HouseholdAcknowledged: ({ data }, words) =>
    words.t("events.HouseholdAcknowledged", {
      form: words.term("acknowledgementForm", textOf(data, "form")),
    }),
  NoticeHung: ({ data }, words) =>
    words.t("events.NoticeHung", {
      from: words.shortDay(textOf(data, "from")),
      until: words.shortDay(textOf(data, "until")),
    }),
  NoticeTakenDown: (event, words) =>
    words.t("events.NoticeTakenDown", {
      actor: actorOf(event, words),
      reason: words.term("takeDownReason", textOf(event.data, "reason")),
    }),
  ObjectionRaised: (_event, words) => words.t("events.ObjectionRaised"),
  ObjectionAnswered: (event, words) =>
    words.t(event.data.upheld === true ? "events.ObjectionUpheld" : "events.ObjectionDismissed", {
      actor: actorOf(event, words),
    }),
  NoticeConcluded: (event, words) => words.t("events.NoticeConcluded", { actor: actorOf(event, words) }),
  TownshipReviewRecorded: (event, words) =>
    words.t(event.data.passed === true ? "events.TownshipReviewPassed" : "events.TownshipReviewFailed", {
      actor: actorOf(event, words),
    }),
  CountyCheckDrawn: ({ data }, words) =>
    words.t(data.drawn === true ? "events.CountyCheckDrawn" : "events.CountyCheckPassedBy"),
  CountyCheckRecorded: ({ data }, words) =>
    words.t(data.passed === true ? "events.CountyCheckPassed" : "events.CountyCheckFailed"),
  LiftOutApproved: (event, words) => words.t("events.LiftOutApproved", { actor: actorOf(event, words) }),
  LiftedOut: ({ data }, words) =>
    words.t("events.LiftedOut", {
      months: numberOf(data, "revisitEveryMonths"),
      until: words.shortDay(textOf(data, "revisitUntil")),
    }),
  LiftOutSentBack: ({ data }, words) =>
    words.t("events.LiftOutSentBack", {
      step: words.term("liftOutStep", textOf(data, "step")),
      grounds: textsOf(data, "grounds")
        .map((ground) => words.term("sendBackGround", ground))
        .join(words.t("outcomes.separator")),
    }),
  RelapseReported: (event, words) => {
    const { data } = event;
    const actor = actorOf(event, words);
    return textOf(data, "ground") === "cause-returned"
      ? words.t("events.RelapseByCause", { actor, cause: words.term("povertyCause", textOf(data, "cause")) })
      : words.t("events.RelapseByIncome", {
          actor,
          year: numberOf(data, "incomeYear"),
          perHead: yuan(numberOf(data, "perHeadFen")),
          line: yuan(numberOf(data, "relapseLineFen")),
        });
  },
  RelapseConfirmed: (event, words) =>
    words.t("events.RelapseConfirmed", {
      actor: actorOf(event, words),
      ends: words.shortDay(textOf(event.data, "termEndsOn")),
    }),
  RelapseDismissed: (event, words) =>
    words.t("events.RelapseDismissed", {
      actor: actorOf(event, words),
      reason: words.term("dismissalReason", textOf(event.data, "reason")),
    }),
  HouseholdOffered: (event, words) => {
    const reason = textOf(event.data, "reason");
    return reason === ""
      ? words.t("events.HouseholdOffered", { actor: actorOf(event, words) })
      : words.t("events.HouseholdNotOffered", { reason: words.term("noOfferReason", reason) });
  },
  RevisitPeriodEnded: (_event, words) => words.t("events.RevisitPeriodEnded"),
  TermRenewed: ({ data }, words) =>
    words.t("events.TermRenewed", { ends: words.shortDay(textOf(data, "termEndsOn")) }),
  TermReviewed: (event, words) =>
    words.t("events.TermReviewed", {
      actor: actorOf(event, words),
      outcome: words.term("termReviewOutcome", textOf(event.data, "outcome")),
    }),
};
