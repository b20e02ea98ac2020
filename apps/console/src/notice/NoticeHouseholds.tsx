import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { Notice } from "../api/types";
import type { NoticeAct } from "../app/search";
import { MeaningTag } from "../feedback/MeaningTag";
import { Place } from "../feedback/Place";
import { mayKeepRegister, useSession } from "../session/session";
import { problemSentence } from "../wording/refusal";
import { useWords } from "../wording/useWords";
import { ListedStateTag } from "./NoticeStateTag";

type Household = Notice["households"][number];

/** Every household on the sheet, with what has become of it and whatever was said against it. */
export function NoticeHouseholds({
  notice,
  onAct,
}: {
  notice: Notice;
  onAct: (act: NoticeAct, caseId: string) => void;
}) {
  return (
    <ol className="notice-households">
      {notice.households.map((household) => (
        <li key={household.caseId}>
          <RowActs notice={notice} household={household} onAct={onAct} />
          <Link
            to="/pairings/$caseId"
            params={{ caseId: household.caseId }}
            search={{}}
            className="plain-link row-name"
          >
            {household.subjectName}
          </Link>{" "}
          <ListedStateTag state={household.state} />
          <span className="quiet notice-place">
            <Place name={household.areaName} />
          </span>
          <Because household={household} />
          <Objections household={household} />
        </li>
      ))}
    </ol>
  );
}

function Because({ household: { code, facts, struckOffReason } }: { household: Household }) {
  const { t, term, language } = useWords();
  if (struckOffReason !== null) return <p className="quiet">{term("strikeOffReason", struckOffReason)}</p>;
  return code === null ? null : <p className="quiet">{problemSentence({ code, facts }, t, language)}</p>;
}

function Objections({ household: { caseId, objections, state } }: { household: Household }) {
  const { t, shortDay } = useWords();
  if (objections.length === 0) return null;
  return (
    <ul className="notice-objections">
      {objections.map(({ id, seq, raisedOn, answer }) => (
        <li key={id}>
          <MeaningTag meaning={answer === null && state === "hanging" ? "overdue" : "done"}>
            {t(
              answer === null
                ? "notice.unanswered"
                : `liftOut.${answer === "upheld" ? "upheld" : "notUpheld"}`,
            )}
          </MeaningTag>{" "}
          {t("liftOut.objectionOf", { seq, day: shortDay(raisedOn) })}{" "}
          {answer === null && state === "hanging" ? (
            <Link
              to="/pairings/$caseId"
              params={{ caseId }}
              search={{ act: "answerObjection" }}
              className="plain-link"
            >
              {t("notice.answer")}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function RowActs({
  notice: { state, asking },
  household,
  onAct,
}: {
  notice: Notice;
  household: Household;
  onAct: (act: NoticeAct, caseId: string) => void;
}) {
  const { t } = useWords();
  const { role } = useSession();
  if (!mayKeepRegister(role) || asking > 0) return null;
  const act = (what: NoticeAct) => (
    <Button size="small" className="notice-act" onClick={() => onAct(what, household.caseId)}>
      {t(`notice.${what}`)}
      <span className="only-heard"> {household.subjectName}</span>
    </Button>
  );
  const isOpen = state === "draft" || state === "beginning";
  if (isOpen && (household.state === "listed" || household.state === "refused")) return act("strikeOff");
  return household.state === "hanging" ? act("object") : null;
}
