import { Button, Popconfirm } from "antd";
import { useState } from "react";
import type { Answer } from "../api/client";
import { useCommand } from "../api/useCommand";
import { problemSentence } from "../wording/refusal";
import { useWords } from "../wording/useWords";

interface Props<Result> {
  name: string;
  verb: string;
  question: string;
  send: (body: void, idempotencyKey: string) => Promise<Answer<Result>>;
  onDone?: (result: Result) => void;
}

/** Does something that cannot be taken back, after asking once. */
export function AskingButton<Result = void>({ name, verb, question, send, onDone }: Props<Result>) {
  const { t, language } = useWords();
  const { submit, progress, isBusy } = useCommand<object, void, Result>({
    name,
    send,
    ...(onDone && { onDone }),
  });
  const [open, setOpen] = useState(false);
  return (
    <>
      <Popconfirm
        open={open}
        onOpenChange={setOpen}
        title={question}
        okText={verb}
        cancelText={t("common.cancel")}
        onConfirm={() => void submit()}
      >
        <Button size="small" disabled={isBusy || progress.state === "done"}>
          {isBusy ? t("command.underWay", { move: verb }) : verb}
        </Button>
      </Popconfirm>
      {progress.state === "refused" ? (
        <span role="alert" className="late-figure">
          {problemSentence(progress.problem, t, language)}
        </span>
      ) : null}
    </>
  );
}
