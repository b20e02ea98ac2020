import { Button } from "antd";
import { VISIT_FILLING } from "../api/filling";
import { api } from "../api/routes";
import type { MoveAnswer, RecordVisit } from "../api/types";
import { useCommand } from "../api/useCommand";
import { CommandNotice } from "../feedback/CommandNotice";
import type { VisitValues } from "../pairing/VisitForm";
import { useWords } from "../wording/useWords";

interface Props {
  caseId: string;
  onOpen: () => void;
  onSent: () => void;
}

/** A visit that lies on this device: what was sent and has not arrived goes on being sent, what was begun waits. */
export function KeptVisit({ caseId, onOpen, onSent }: Props) {
  const words = useWords();
  const { t } = words;
  const { values, progress, isBusy, sendAgain, discard } = useCommand<VisitValues, RecordVisit, MoveAnswer>({
    name: `${VISIT_FILLING}${caseId}`,
    shelf: "device",
    send: api.move<RecordVisit>(caseId, "record-visit"),
    onDone: onSent,
  });
  return (
    <div className="kept-visit">
      {progress.state === "idle" ? (
        <p>
          {values.happenedOn === undefined
            ? t("households.begun")
            : t("households.begunOf", { day: words.nearDay(values.happenedOn) })}
        </p>
      ) : (
        <CommandNotice progress={progress} move={t("visit.submit")} onSendAgain={sendAgain} />
      )}
      {isBusy ? null : (
        <div className="kept-visit-acts">
          <Button onClick={onOpen}>{t("households.goOn")}</Button>
          <Button type="text" onClick={discard}>
            {t("households.discard")}
          </Button>
        </div>
      )}
    </div>
  );
}
