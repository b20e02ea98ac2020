import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "./client";
import { settle, type CommandProgress } from "./command";
import { dropFilling, keepFilling, openFilling, renewed, type Filling, type Shelf } from "./filling";

export interface CommandForm<Values, Body, Result> {
  /** Names this form in the browser's session: one filling at a time under each name. */
  name: string;
  send: (body: Body, idempotencyKey: string) => Promise<Answer<Result>>;
  onDone?: (result: Result) => void;
  initial?: Partial<Values>;
  /** Where what was typed is kept; with the tab unless it is said. */
  shelf?: Shelf;
}

/** A form whose content and key outlive a reload, and whose command is followed until its outcome is known. */
export function useCommand<Values, Body, Result>(form: CommandForm<Values, Body, Result>) {
  const { name, shelf = "tab" } = form;
  const queries = useQueryClient();
  const [filling, setFilling] = useState<Filling<Values>>(() => openFilling<Values>(name, shelf));
  const [progress, setProgress] = useState<CommandProgress<Result>>({ state: "idle" });
  const mounted = useRef(true);
  const latest = useRef(form);
  const current = useRef(filling);
  const wake = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = form;
  });
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const keep = useCallback(
    (next: Filling<Values>) => {
      current.current = next;
      setFilling(next);
      keepFilling(name, next, shelf);
    },
    [name, shelf],
  );

  const follow = useCallback(
    async (body: Body) => {
      keep({ ...current.current, unsettled: { body } });
      const { key } = current.current;
      const pause = async (ms: number) => {
        await waitOrWake(ms, wake);
        return mounted.current;
      };
      const found = await settle(() => latest.current.send(body, key), setProgress, pause);
      if (found.state === "refused") keep(renewed(current.current.values));
      if (found.state !== "done") return;
      dropFilling(name, shelf);
      await queries.invalidateQueries();
      latest.current.onDone?.(found.result);
    },
    [keep, name, queries, shelf],
  );

  const resumed = useRef(false);
  useEffect(() => {
    const { unsettled } = current.current;
    if (unsettled === null || resumed.current) return;
    resumed.current = true;
    void follow(unsettled.body as Body);
  }, [follow]);

  const change = useCallback(
    (values: Partial<Values>) =>
      keep({ ...current.current, values: { ...current.current.values, ...values } }),
    [keep],
  );
  const discard = useCallback(() => {
    dropFilling(name, shelf);
    const next = renewed<Values>({});
    current.current = next;
    setFilling(next);
    setProgress({ state: "idle" });
  }, [name, shelf]);

  const isBusy =
    progress.state === "under-way" || progress.state === "accepted" || progress.state === "unknown";
  return {
    values: { ...form.initial, ...filling.values },
    change,
    discard,
    submit: follow,
    /** Does not wait any longer before asking again. */
    sendAgain: () => wake.current?.(),
    progress,
    isBusy,
  };
}

/** A while; less when somebody asks, or when the network is back. */
async function waitOrWake(ms: number, wake: { current: (() => void) | undefined }): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
    wake.current = end;
  });
}
