import { recordAcknowledgementRequest } from "./lift-out";

const happenedOn = "2026-01-20";
const isTaken = (word: object) => recordAcknowledgementRequest.safeParse({ happenedOn, ...word }).success;

it("the household's word for it comes with a scan or with words that prove it; a refusal stands by itself", () => {
  for (const form of ["signed", "thumb-print"]) {
    expect(isTaken({ form })).toBe(false);
    expect(isTaken({ form, note: "  " })).toBe(false);
    expect(isTaken({ form, note: "确认书存乡镇档案" })).toBe(true);
    expect(isTaken({ form, evidenceIds: ["0f8b1c66-4f3a-4f6e-9a53-7d1f2b3c4d5e"] })).toBe(true);
  }
  expect(isTaken({ form: "refused" })).toBe(true);
});
