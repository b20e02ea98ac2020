import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventWhy, TimelineItem } from "../api/types";
import { learn, startLanguages } from "../locales";
import { zh } from "../locales/zh-CN";
import { dueInWords, fullDay, fullInstant, monthName, nearDay, shortDay } from "./dates";
import { EVENTS_TOLD, eventSentence, matterOf } from "./events";
import { term } from "./told-values";
import type { Wording } from "./useWords";
import { whySentence } from "./why";

beforeAll(async () => {
  await startLanguages();
  await learn("en");
});

function wording(language: string): Wording {
  const t = i18next.getFixedT(language, "console");
  const today = "2016-04-09" as Wording["today"];
  return {
    t,
    language,
    today,
    term: (list, code) => term(t, list, code),
    fullDay: (day) => fullDay(day, language),
    shortDay: (day) => shortDay(day, language, today),
    nearDay: (day) => nearDay(day, today, t, language),
    month: (month) => monthName(month, language, today),
    instant: (instant) => fullInstant(instant, language),
    due: (dueOn, workingDaysOverdue) => dueInWords(dueOn, today, t, workingDaysOverdue ?? null),
  };
}
const reckoning = {
  after: "2016-03-31",
  workingDays: 5,
  lastDay: "2016-04-08",
  daysOff: ["2016-04-02", "2016-04-03", "2016-04-04"],
  makeUpDays: [],
  provisional: false,
  calendarVersion: "1",
};
const escalation: TimelineItem = {
  seq: 9,
  type: "ObligationEscalated",
  happenedOn: "2016-04-09",
  recordedAt: "2016-04-08T16:10:00Z",
  automatic: true,
  actorName: null,
  names: { unit: "县农业局" },
  data: { obligationKey: "visit:2016-03", rung: 1, repeated: false, seat: "unit-head:unit", missedMonths: 1 },
  contents: [],
};

const opening: TimelineItem = {
  ...escalation,
  seq: 1,
  type: "PairingOpened",
  happenedOn: "2013-05-01",
  automatic: false,
  names: { helper: "王伟", subject: "李清" },
  data: { leadHelperId: "helper", subjectId: "subject", termMonths: 36, termEndsOn: "2016-05-01" },
};

describe("an opening", () => {
  it("says of a pairing from paper that it had been lifted out, when, and how long it is revisited", () => {
    const takenOver = {
      lastVisitOn: null,
      liftedOut: { on: "2015-12-10", revisitUntil: "2016-12-09", plansAsked: false },
    };
    const told = { ...opening, data: { ...opening.data, takenOver } };
    expect(eventSentence(told, wording("zh-CN"))).toBe(
      "王伟与李清的结对由纸质档案转入：2015年12月10日已脱贫，回访至12月9日",
    );
    expect(eventSentence(told, wording("en"))).toContain("was taken over from paper: lifted out on");
    const helping = { ...opening, data: { ...opening.data, takenOver: { lastVisitOn: null } } };
    expect(eventSentence(helping, wording("zh-CN"))).toContain("签订结对");
  });
});

describe("what is owed", () => {
  it.each([
    ["visit:2016-03", "3月走访"],
    ["festival:qingming:2016", "2016年清明节走访"],
  ])("%s is called %s", (key, name) => {
    expect(matterOf(key, wording("zh-CN"))).toBe(name);
  });
});

describe("an event", () => {
  it("is one sentence that names matter, seat and level", () => {
    expect(eventSentence(escalation, wording("zh-CN"))).toBe(
      "3月走访逾期未完成，通知单位负责人（县农业局）（升级 1 级）",
    );
    expect(eventSentence(escalation, wording("en"))).toBe(
      "Visit of March overdue; Unit head (县农业局) told (level 1)",
    );
  });

  it("of every type that has a name is told", () => {
    expect([...EVENTS_TOLD].sort()).toEqual(Object.keys(zh.terms.event).sort());
  });

  it("of a type that is not known yet is shown by its type", () => {
    expect(eventSentence({ ...escalation, type: "Something" }, wording("zh-CN"))).toBe("Something");
  });
});

describe("a why", () => {
  it("begins with due day, grace, the last day counted, and who was told", () => {
    const event: EventWhy = {
      ...escalation,
      caseId: "c",
      raw: {},
      why: {
        rule: "regular-visit",
        programmeId: "baokang",
        policyVersion: 1,
        ruleData: {},
        dueOn: "2016-03-31",
        scheduledAt: null,
        lateMs: 0,
        reckoning,
        cause: {},
        ledHere: [],
      },
    };
    expect(whySentence(event, wording("zh-CN"))).toBe(
      "3月走访应于2016年3月31日 周四前完成，宽限 5 个工作日，至2016年4月8日 周五未见记录，故通知单位负责人（县农业局）。",
    );
  });
});
