import {
  CLOSED_REASONS,
  ORGANISATION_KINDS,
  PAIRING_MOVES,
  RANKS,
  REJECTION_REASONS,
  SEAT_KINDS,
  SUBJECT_KINDS,
  VISIT_OCCASIONS,
  VOID_REASONS,
} from "@jiedui/domain";
import { ROLES } from "@jiedui/http-contracts";
import { describe, expect, it } from "vitest";
import { en } from "./en";
import { zh } from "./zh-CN";

function pathsOf(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null ? pathsOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}
function placesIn(texts: object, path: string): string[] {
  const found = path.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], texts);
  return [...String(found).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").sort();
}

describe("the two languages", () => {
  it("say the same things", () => {
    const counted = pathsOf(en).filter((path) => !path.endsWith("_one"));
    expect(counted.sort()).toEqual(pathsOf(zh).sort());
  });

  it("leave the same gaps to fill in", () => {
    const uneven = pathsOf(zh).filter((path) => placesIn(en, path).join() !== placesIn(zh, path).join());
    expect(uneven).toEqual([]);
  });

  it.each([
    ["subjectKind", SUBJECT_KINDS],
    ["organisationKind", ORGANISATION_KINDS],
    ["rank", RANKS],
    ["role", ROLES],
    ["seat", SEAT_KINDS],
    ["move", PAIRING_MOVES],
    ["occasion", VISIT_OCCASIONS],
    ["closingReason", CLOSED_REASONS],
    ["voidReason", VOID_REASONS],
    ["rejectionReason", REJECTION_REASONS],
  ] as const)("have a term for every %s of the domain, and none besides", (list, codes) => {
    expect(Object.keys(zh.terms[list]).sort()).toEqual([...codes].sort());
  });
});
