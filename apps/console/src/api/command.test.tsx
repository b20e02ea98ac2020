import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "./client";
import { settle, type CommandProgress } from "./command";
import { dropFilling, fillingsBelongTo, keepFilling, keptOnDevice, openFilling } from "./filling";
import { ApiProblem } from "./problem";
import { useCommand } from "./useCommand";

interface Values {
  text: string;
}
type Result = { seq: number };
const done: Answer<Result> = { status: 200, body: { seq: 1 } };

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

function within({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
}
function formWith(send: (body: Values, key: string) => Promise<Answer<Result>>) {
  return renderHook(() => useCommand<Values, Values, Result>({ name: "form", send }), { wrapper: within });
}

describe("a command", () => {
  it("is asked for again under the same key until it is recorded", async () => {
    const keys: string[] = [];
    const answers = [{ status: 202, body: { seq: 0 } }, { status: 202, body: { seq: 0 } }, done];
    const { result } = formWith((_body, key) => {
      keys.push(key);
      return Promise.resolve(answers[keys.length - 1] ?? done);
    });
    await act(async () => {
      const following = result.current.submit({ text: "a" });
      await vi.runAllTimersAsync();
      await following;
    });
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(result.current.progress.state).toBe("done");
  });

  it("goes on after a reload with the same key and the same words", async () => {
    const sent: [Values, string][] = [];
    const before = { ...openFilling<Values>("form"), values: { text: "typed" } };
    keepFilling("form", { ...before, unsettled: { body: { text: "typed" } } });
    formWith((body, key) => {
      sent.push([body, key]);
      return Promise.resolve(done);
    });
    await act(async () => {
      await vi.runAllTimersAsync();
    });
    expect(sent).toEqual([[{ text: "typed" }, before.key]]);
  });

  it("keeps what was typed when it is refused, and takes a new key for the next try", async () => {
    const keys: string[] = [];
    const { result } = formWith((_body, key) => {
      keys.push(key);
      return Promise.reject(new ApiProblem(409, "VISIT_ALREADY_RECORDED", { visitId: "v" }));
    });
    act(() => result.current.change({ text: "typed" }));
    await act(() => result.current.submit({ text: "typed" }));
    expect(result.current.progress.state).toBe("refused");
    expect(result.current.values).toEqual({ text: "typed" });
    await act(() => result.current.submit({ text: "typed" }));
    expect(new Set(keys).size).toBe(2);
  });

  it("is asked for again at once when the network is back", async () => {
    let asked = 0;
    const { result } = formWith(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new ApiProblem(0, "API_AWAY")) : Promise.resolve(done);
    });
    await act(async () => {
      const following = result.current.submit({ text: "a" });
      await vi.advanceTimersByTimeAsync(10);
      expect(asked).toBe(1);
      window.dispatchEvent(new Event("online"));
      await following;
    });
    expect(asked).toBe(2);
    expect(result.current.progress.state).toBe("done");
  });

  it("waits as long as the api asks when the outcome is unknown", async () => {
    const waits: number[] = [];
    const told: CommandProgress<Result>["state"][] = [];
    let asked = 0;
    await settle<Result>(
      () => {
        asked += 1;
        if (asked > 1) return Promise.resolve(done);
        return Promise.reject(new ApiProblem(503, "OUTCOME_UNKNOWN", {}, null, 7));
      },
      ({ state }) => told.push(state),
      (ms) => {
        waits.push(ms);
        return Promise.resolve(true);
      },
    );
    expect(waits).toEqual([7_000]);
    expect(told).toEqual(["under-way", "unknown", "done"]);
  });
});

describe("a filling", () => {
  it("has one key from its first opening until it is dropped", () => {
    const first = openFilling("form");
    keepFilling("form", first);
    expect(openFilling("form").key).toBe(first.key);
    sessionStorage.clear();
    expect(openFilling("form").key).not.toBe(first.key);
  });

  it("that lies on the device outlives the tab, and is listed until it is dropped", () => {
    keepFilling("visit:a", { ...openFilling("visit:a", "device"), values: { text: "typed" } }, "device");
    keepFilling("other", openFilling("other"));
    sessionStorage.clear();
    expect(openFilling<Values>("visit:a", "device").values).toEqual({ text: "typed" });
    expect(keptOnDevice("visit:")).toEqual(["a"]);
    dropFilling("visit:a", "device");
    expect(keptOnDevice("visit:")).toEqual([]);
  });

  it("is for the account that typed it, and gone when another one signs in on the device", () => {
    fillingsBelongTo("one");
    keepFilling("visit:a", openFilling("visit:a", "device"), "device");
    keepFilling("form", openFilling("form"));
    fillingsBelongTo("one");
    expect(keptOnDevice("visit:")).toEqual(["a"]);
    fillingsBelongTo("another");
    expect(keptOnDevice("visit:")).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });
});
