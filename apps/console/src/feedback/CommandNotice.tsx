import { useTranslation } from "react-i18next";
import { API_AWAY } from "../api/problem";
import type { CommandProgress } from "../api/command";
import { problemSentence } from "../wording/refusal";

/** What became of a command, beside its form: under way, accepted, not known yet, done, or refused with the reason. */
export function CommandNotice({
  progress,
  move,
  onSendAgain,
}: {
  progress: CommandProgress<unknown>;
  move: string;
  onSendAgain?: () => void;
}) {
  const { t, i18n } = useTranslation("console");
  if (progress.state === "idle") return null;
  if (progress.state === "refused")
    return (
      <div className="notice notice-refused" role="alert">
        <strong>{t("command.refused", { move })}</strong>
        <p>{problemSentence(progress.problem, t, i18n.language)}</p>
        <p className="small-print">
          <code>{progress.problem.code}</code>
          {progress.problem.requestId === null ? null : <> · {progress.problem.requestId}</>}
        </p>
      </div>
    );
  const text = {
    "under-way": t("command.underWay", { move }),
    accepted: t("command.accepted"),
    unknown: t(isAway(progress) ? "command.notReached" : "command.unknown"),
    done: t("command.done", { move }),
  }[progress.state];
  return (
    <div className={`notice notice-${progress.state}`} role="status">
      {progress.state === "done" ? null : <span className="pulse" aria-hidden="true" />}
      {text}
      {progress.state !== "unknown" || onSendAgain === undefined ? null : (
        <button type="button" className="text-button" onClick={onSendAgain}>
          {t("command.sendAgain")}
        </button>
      )}
    </div>
  );
}

/** Nothing answered at all: the telephone has no signal, or the server is away. */
function isAway(progress: CommandProgress<unknown>): boolean {
  return progress.state === "unknown" && progress.problem.code === API_AWAY;
}
