import { useTranslation } from "react-i18next";
import type { CommandProgress } from "../api/command";
import { problemSentence } from "../wording/refusal";

/** What became of a command, beside its form: under way, accepted, not known yet, done, or refused with the reason. */
export function CommandNotice({ progress, move }: { progress: CommandProgress<unknown>; move: string }) {
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
    unknown: t("command.unknown"),
    done: t("command.done", { move }),
  }[progress.state];
  return (
    <div className={`notice notice-${progress.state}`} role="status">
      {progress.state === "done" ? null : <span className="pulse" aria-hidden="true" />}
      {text}
    </div>
  );
}
