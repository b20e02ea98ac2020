import { readdirSync } from "node:fs";
import path from "node:path";
import { BUNDLE_IN_SERVICE, SHELL_CHANGES, bundleWith, bundleWithShell } from "../support/bundle";
import { readStory, storiesRecorded } from "../support/recorded-histories";
import { ROOT } from "../support/root";
import { replayStories, type Replayed } from "./replayed";

/** Acceptance files that tell of the interface, and lead to no history of their own. */
const TELL_NO_STORY = ["access", "bad-input", "openapi", "roster-bad-input", "sign-in"];
/** One of another suite: recording fell back to the ordinary activity while PostgreSQL was away. */
const OF_OTHER_SUITES = ["database-away"];

describe("recorded histories", () => {
  const stories = storiesRecorded();
  const histories = stories.flatMap(readStory);
  let replayed: Replayed[];
  beforeAll(async () => (replayed = await replayStories(BUNDLE_IN_SERVICE, stories)), 180_000);

  it.each(histories)("lead where they led: $name", ({ name }) => {
    expect(replayed.filter((each) => each.name === name)).toEqual([{ name, failure: null }]);
  });

  it("are kept of every story that is accepted", () => {
    const told = readdirSync(path.join(ROOT, "test", "acceptance"))
      .filter((file) => file.endsWith(".spec.ts"))
      .map((file) => path.basename(file, ".spec.ts"))
      .filter((story) => !TELL_NO_STORY.includes(story));
    expect([...stories].sort()).toEqual([...told, ...OF_OTHER_SUITES].sort());
    for (const story of stories) expect(readStory(story).length).toBeGreaterThan(0);
  });

  it("hold each way that the shell goes", () => {
    const seen = new Set(
      histories.flatMap(({ history }) => history.events.map(({ eventType }) => eventType)),
    );
    for (const way of [
      "EVENT_TYPE_MARKER_RECORDED",
      "EVENT_TYPE_ACTIVITY_TASK_COMPLETED",
      "EVENT_TYPE_ACTIVITY_TASK_FAILED",
      "EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT",
      "EVENT_TYPE_TIMER_FIRED",
      "EVENT_TYPE_TIMER_CANCELED",
      "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED",
      "EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES",
      "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW",
      "EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED",
      "EVENT_TYPE_WORKFLOW_TASK_FAILED",
    ])
      expect(seen).toContain(way);
  });

  it.each(SHELL_CHANGES)("refuse a shell that asks for something else: one that %s", async (change) => {
    const failures = await replayStories(await bundleWithShell(change), ["three-years"]);
    expect(failures.map(({ failure }) => failure).join("\n")).toMatch(
      /nondeterminism|error in workflow machines/i,
    );
  });

  it("lead where they led under other rules as well, for what was decided is in them", async () => {
    const bundle = await bundleWith("rules-changed");
    const underOtherRules = await replayStories(bundle, stories);
    expect(underOtherRules.filter(({ failure }) => failure !== null)).toEqual([]);
    expect(underOtherRules).toHaveLength(histories.length);
  }, 180_000);
});
