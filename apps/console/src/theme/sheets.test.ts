import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Classes whose own rule, for every medium, stands in that sheet. */
function classesOf(sheet: string): Set<string> {
  const text = readFileSync(join(__dirname, sheet), "utf8");
  return new Set([...text.matchAll(/^\.([a-z][\w-]*)(?:,\n[^{]*)? \{/gm)].map(([, name]) => name ?? ""));
}

describe("the style sheets", () => {
  it("name a class in one sheet alone, so that no page changes another one's looks", () => {
    const homes = new Map<string, string[]>();
    for (const sheet of readdirSync(__dirname).filter((name) => name.endsWith(".css")))
      for (const name of classesOf(sheet)) homes.set(name, [...(homes.get(name) ?? []), sheet]);
    expect(homes.size).toBeGreaterThan(100);
    expect([...homes].filter(([, at]) => at.length > 1)).toEqual([]);
  });
});
