import type { temporal } from "@temporalio/proto";
import { withoutDraw } from "./without-draw";

const payload = (value: unknown) => ({
  metadata: { encoding: Buffer.from("json/plain") },
  data: Buffer.from(JSON.stringify(value)),
});

/** What a draw leaves in a history: its command, its event, what a later run begins with, and what is owed then. */
function historyOf(drawn: boolean): temporal.api.history.v1.IHistory {
  const step = drawn ? "county-check" : "approval";
  const command = {
    move: "drawForCheck",
    bodyHash: drawn ? "one" : "other",
    payload: { drawId: "draw-1", drawn },
  };
  const event = { type: "CountyCheckDrawn", seq: 14, drawId: "draw-1", drawn };
  const state = { liftOut: { step, isDrawn: drawn }, visits: [] };
  const wake = { key: `${step}:14`, kind: step };
  return {
    events: [
      {
        workflowExecutionUpdateAcceptedEventAttributes: {
          acceptedRequest: { input: { name: "drawForCheck", args: { payloads: [payload(command)] } } },
        },
      },
      {
        markerRecordedEventAttributes: {
          details: { result: { payloads: [payload({ events: [event], wake })] } },
        },
      },
      { workflowExecutionStartedEventAttributes: { input: { payloads: [payload({ state })] } } },
    ],
  };
}

describe("a case's raw history, while a draw is a secret", () => {
  it("is the same of whom the draw took and of whom it passed by", () => {
    const [drawn, passedBy] = [historyOf(true), historyOf(false)];
    withoutDraw(drawn);
    withoutDraw(passedBy);
    expect(JSON.stringify(passedBy)).toBe(JSON.stringify(drawn));
  });

  it("keeps everything else, and stays readable", () => {
    const [history, before] = [historyOf(true), historyOf(true)];
    withoutDraw(history);
    const read = (each: typeof history) =>
      Buffer.from(
        each.events?.[1]?.markerRecordedEventAttributes?.details?.["result"]?.payloads?.[0]?.data ?? [],
      ).toString();
    expect(read(history)).toBe(read(before).replace('"drawn":true', '"drawn":"kept-secret"'));
    const visits: typeof history = {
      events: [{ workflowExecutionStartedEventAttributes: { input: { payloads: [payload({ visit: 1 })] } } }],
    };
    const same = JSON.stringify(visits);
    withoutDraw(visits);
    expect(JSON.stringify(visits)).toBe(same);
  });
});
