import { loggedFailure } from "./logged-failure";

describe("a failure in the log", () => {
  it("keeps type, code and places of what PostgreSQL refused, and none of its values", () => {
    const driverError = Object.assign(new Error('value "李四" is too long'), {
      severity: "ERROR",
      code: "22001",
      detail: "Key (name)=(李四)",
    });
    const failed = Object.assign(new Error('value "李四" is too long'), {
      driverError,
      code: "22001",
      query: "insert into subject",
      parameters: ["李四", "420626199001011234"],
    });
    const told = loggedFailure(new Error("a request failed", { cause: failed }));
    expect(JSON.stringify(told)).not.toMatch(/李四|420626/);
    expect(told.cause).toMatchObject({ type: "Error", code: "22001" });
    expect(told.cause?.stack).toContain("logged-failure.spec");
  });

  it("keeps our own words", () => {
    expect(loggedFailure(new RangeError("the clock never goes back"))).toMatchObject({
      type: "RangeError",
      message: "the clock never goes back",
    });
    expect(loggedFailure("thrown text")).toEqual({ type: "string" });
  });
});
