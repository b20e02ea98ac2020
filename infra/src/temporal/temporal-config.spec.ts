import { dynamicConfig } from "./temporal-config";

describe("the engine's dynamic configuration", () => {
  it("lets no namespace skip time but those named, so that a real case is never moved", () => {
    const { "frontend.WorkflowTimeSkippingEnabled": rules } = JSON.parse(
      dynamicConfig(["rehearsal"]),
    ) as Record<string, unknown>;
    expect(rules).toEqual([{ value: true, constraints: { namespace: "rehearsal" } }]);
  });
});
