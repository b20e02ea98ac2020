import { defineSearchAttributeKey, type SearchAttributePair } from "@temporalio/common";

/** Attributes of one word each, as the engine's library wants them. */
export function keywordAttributes(values: Readonly<Record<string, string>>): SearchAttributePair[] {
  return Object.entries(values).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, "KEYWORD"),
    value,
  }));
}
