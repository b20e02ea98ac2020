import { workerConfig } from "./worker.config";

const NEEDED = {
  DATABASE_URL_RECORDER: "postgres://recorder@localhost/jiedui",
  TEMPORAL_ADDRESS: "localhost:7233",
  TEMPORAL_NAMESPACE: "default",
  JIEDUI_EVIDENCE_DIR: "evidence",
  JIEDUI_CHAT_WEBHOOK_URL: "https://chat.example/robot",
};

describe("a worker", () => {
  it("tells the group chat of what happens in the live world", () => {
    expect(workerConfig({ ...NEEDED, JIEDUI_WORLD: "live" }).chatWebhookUrl).toBe(
      "https://chat.example/robot",
    );
  });

  it("tells nobody outside what is only rehearsed, unless the rehearsal has a group of its own", () => {
    const rehearsal = { ...NEEDED, JIEDUI_WORLD: "rehearsal" };
    expect(workerConfig(rehearsal).chatWebhookUrl).toBeUndefined();
    const own = "https://chat.example/practice";
    expect(workerConfig({ ...rehearsal, JIEDUI_REHEARSAL_CHAT_WEBHOOK_URL: own }).chatWebhookUrl).toBe(own);
    const people = { ...rehearsal, JIEDUI_DIGEST_WEBHOOK_URL: own };
    expect(workerConfig(people).digestWebhookUrl).toBeUndefined();
    expect(workerConfig({ ...people, JIEDUI_REHEARSAL_DIGEST_WEBHOOK_URL: own }).digestWebhookUrl).toBe(own);
  });

  it("tells the day's digest at half past eight unless it is told another time of the day", () => {
    expect(workerConfig(NEEDED).digestFromMinute).toBe(510);
    expect(workerConfig({ ...NEEDED, JIEDUI_DIGEST_AT: "07:05" }).digestFromMinute).toBe(425);
    expect(() => workerConfig({ ...NEEDED, JIEDUI_DIGEST_AT: "24:00" })).toThrow("JIEDUI_DIGEST_AT");
  });
});
