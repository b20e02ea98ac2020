import { QueryFailedError, QueryRunnerProviderAlreadyReleasedError } from "typeorm";
import { isUnreachable } from "./unreachable";

describe("what is told as 'outcome unknown'", () => {
  it.each(["57P01", "57P02", "57P03", "08006", "53300", "57014", "ECONNREFUSED", "ECONNRESET"])(
    "PostgreSQL away: %s",
    (code) => {
      const driverError = Object.assign(new Error("away"), { code });
      expect(isUnreachable(driverError)).toBe(true);
      expect(isUnreachable(new QueryFailedError("select 1", [], driverError))).toBe(true);
    },
  );

  it("a connection that was lost on this side", () => {
    expect(isUnreachable(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect(isUnreachable(new QueryFailedError("select 1", [], new Error("Query read timeout")))).toBe(true);
    expect(isUnreachable(new QueryRunnerProviderAlreadyReleasedError())).toBe(true);
  });

  it("is never a fault of our own", () => {
    expect(isUnreachable(new TypeError("x is not a function"))).toBe(false);
    expect(isUnreachable(Object.assign(new Error("syntax"), { code: "42601" }))).toBe(false);
    expect(isUnreachable("away")).toBe(false);
  });
});
