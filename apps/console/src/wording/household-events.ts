import { actorOf, namedIn, type Tellers, type Told } from "./event-parts";
import { textOf } from "./fields";
import type { Wording } from "./useWords";

const CHANGE_WORDS = {
  born: "events.HouseholdBorn",
  "married-in": "events.HouseholdMarriedIn",
  died: "events.HouseholdDied",
  "married-out": "events.HouseholdMarriedOut",
} as const;

/** What changed in the household, and who helped along; names come from the register, if the reader may see them. */
export const TELL_HOUSEHOLD: Tellers = {
  CoHelperAdded: (event, words) =>
    words.t("events.CoHelperAdded", { helper: namedIn(event, "helperId", words) }),
  CoHelperEnded: (event, words) =>
    words.t("events.CoHelperEnded", {
      helper: namedIn(event, "helperId", words),
      reason: words.term("coHelperEndReason", textOf(event.data, "reason")),
    }),
  HouseholdChanged: changeInWords,
  HouseholdSplit: (event, words) => words.t("events.HouseholdSplit", { names: namesOfNew(event, words) }),
  HouseholdMoved: (event, words) =>
    words.t(event.data.needsSuccessor === true ? "events.HouseholdMovedBeyond" : "events.HouseholdMoved", {
      actor: actorOf(event, words),
    }),
  NewHouseholdSettled: (event, words) =>
    words.t("events.NewHouseholdSettled", {
      subject: namedIn(event, "subjectId", words),
      outcome: words.term("newHouseholdOutcome", textOf(event.data, "outcome")),
    }),
};

function changeInWords(event: Told, words: Wording): string {
  const change = textOf(event.data, "change");
  const head = namedIn(event, "newHeadId", words);
  if (!isTold(change)) return words.t("events.HouseholdNewHead", { head });
  const what = words.t(CHANGE_WORDS[change], { member: namedIn(event, "memberId", words) });
  return textOf(event.data, "newHeadId") === "" ? what : words.t("events.headThen", { what, head });
}

function isTold(change: string): change is keyof typeof CHANGE_WORDS {
  return change in CHANGE_WORDS;
}

function namesOfNew({ data, names }: Told, words: Wording): string {
  const members = Array.isArray(data.newMembers) ? (data.newMembers as { id: string }[]) : [];
  return members.map(({ id }) => names[id] ?? words.t("events.someone")).join(words.t("outcomes.separator"));
}
