import { Button, Progress } from "antd";
import { AskingButton } from "../accounts/AskingButton";
import { api } from "../api/routes";
import type { Roster } from "../api/types";
import { useCommand } from "../api/useCommand";
import { CommandNotice } from "../feedback/CommandNotice";
import { durationInWords } from "../wording/dates";
import { useWords } from "../wording/useWords";
import { FailedRowsLink } from "./FailedRowsLink";

/** How far it is, how fast, how long still; what may be done with it now. */
export function RosterProgress({ roster }: { roster: Roster }) {
  const { t } = useWords();
  const { id, moves, progress, state } = roster;
  const settled = progress.done + progress.failed;
  const percent = progress.total === 0 ? 100 : Math.floor((settled / progress.total) * 100);
  return (
    <section className="surface roster-part" aria-label={t("rosters.progress")}>
      <h2>{t("rosters.progress")}</h2>
      <Progress
        percent={percent}
        status={state === "running" ? "active" : state === "finished" ? "success" : "normal"}
        aria-label={t("rosters.progress")}
      />
      <dl className="roster-figures">
        <Figure word={t("rosters.done")} figure={`${progress.done} / ${progress.total}`} />
        <Figure word={t("rosters.failedInIt")} figure={String(roster.failed)} />
        {progress.rowsPerSecond === null ? null : (
          <Figure
            word={t("rosters.speed")}
            figure={t("rosters.perSecond", { rate: progress.rowsPerSecond.toFixed(1) })}
          />
        )}
        {progress.secondsLeft === null ? null : (
          <Figure word={t("rosters.timeLeft")} figure={durationInWords(progress.secondsLeft * 1_000, t)} />
        )}
      </dl>
      {state === "running" ? <p className="quiet">{t("rosters.mayLeave")}</p> : null}
      <div className="roster-acts">
        {moves.includes("pause") ? <MoveButton rosterId={id} move="pause" key="pause" /> : null}
        {moves.includes("resume") ? (
          <MoveButton rosterId={id} move="resume" key="resume" rate={roster.casesPerSecond} />
        ) : null}
        {moves.includes("stop") ? (
          <AskingButton
            name={`roster-stop:${id}`}
            verb={t("rosters.stop")}
            question={t("rosters.stopQuestion")}
            send={api.moveRoster(id, "stop")}
          />
        ) : null}
        <FailedRowsLink roster={roster} />
      </div>
    </section>
  );
}

function Figure({ word, figure }: { word: string; figure: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{figure}</dd>
    </div>
  );
}

interface MoveProps {
  rosterId: string;
  move: "pause" | "resume";
  rate?: number | null;
}

function MoveButton({ rosterId, move, rate }: MoveProps) {
  const { t } = useWords();
  const verb = t(`rosters.${move}`);
  const { submit, progress, isBusy, sendAgain } = useCommand<object, object | undefined, Roster>({
    name: `roster-${move}:${rosterId}`,
    send: api.moveRoster(rosterId, move),
  });
  const body = rate === undefined || rate === null ? undefined : { casesPerSecond: rate };
  return (
    <>
      <Button
        type={move === "resume" ? "primary" : "default"}
        disabled={isBusy}
        onClick={() => void submit(body)}
      >
        {verb}
      </Button>
      {progress.state === "done" ? null : (
        <CommandNotice progress={progress} move={verb} onSendAgain={sendAgain} />
      )}
    </>
  );
}
