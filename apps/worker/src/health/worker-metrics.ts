import { Counter, Histogram } from "prom-client";

/** `inline` within the command's own task, `durable` when that did not go through. */
export const actSeconds = new Histogram({
  name: "jiedui_act_seconds",
  help: "Time of one decision with its recording",
  labelNames: ["way", "outcome"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 20],
});

export const outboxMessages = new Counter({
  name: "jiedui_outbox_messages_total",
  help: "Messages that were sent, or could not be sent this time",
  labelNames: ["target", "outcome"],
});

export const digestsTold = new Counter({
  name: "jiedui_digests_total",
  help: "Digests that were sent, or could not be sent this time, to persons and to offices",
  labelNames: ["to", "outcome"],
});

export const casesWoken = new Counter({
  name: "jiedui_cases_woken_total",
  help: "Cases that were behind their log and have been woken",
});
