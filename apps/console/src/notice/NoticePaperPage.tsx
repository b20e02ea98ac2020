import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/routes";
import type { Notice } from "../api/types";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { Paper } from "../paper/Paper";
import { PaperTable } from "../paper/PaperTable";
import { shortDay } from "../wording/dates";
import { placeWithin } from "../wording/place";
import { useWords } from "../wording/useWords";

/** The public reads it in Chinese, whatever language the clerk works in. */
const LANGUAGE = "zh-CN";

/**
 * The sheet that hangs out. Names, place and result only: no resident id, telephone, bank card or illness (what a notice
 * must not show, by the monitoring rules of Qin'an).
 */
export function NoticePaperPage() {
  const { noticeId } = useParams({ from: "/framed/notices/$noticeId/paper" });
  const notice = useQuery({ queryKey: ["notice", noticeId], queryFn: () => api.notice(noticeId) });
  return (
    <WhenRead ofPage query={notice} skeleton={<SkeletonRows rows={10} height={40} />}>
      {(data) => <Sheet notice={data} />}
    </WhenRead>
  );
}

function Sheet({ notice }: { notice: Notice }) {
  const { t } = useWords();
  const { t: inChinese } = useTranslation("console", { lng: LANGUAGE });
  const { id, areaName, purpose, from, until, objectTo, households } = notice;
  const shown = households.filter(({ state }) => state !== "struck-off");
  const day = (value: string | null) =>
    value === null ? inChinese("sheet.blankDay") : shortDay(value, LANGUAGE);
  const title = inChinese("sheet.noticeTitle", { place: areaName });
  return (
    <Paper
      size="wall"
      lang={LANGUAGE}
      title={title}
      sub={inChinese(`terms.liftOutStep.${purpose}`)}
      back={
        <Link to="/notices/$noticeId" params={{ noticeId: id }} search={{}} className="plain-link back">
          ← {t("sheet.back")}
        </Link>
      }
    >
      <p className="paper-body">{inChinese("sheet.noticeIntro", { count: shown.length })}</p>
      <p className="paper-body">
        {inChinese("sheet.noticeDays", { from: day(from), until: day(until) })}
        {inChinese("sheet.noticeObject", { objectTo })}
      </p>
      <PaperTable
        label={title}
        heads={(["number", "name", "village", "result"] as const).map((head) => inChinese(`sheet.${head}`))}
        numeric={[inChinese("sheet.number")]}
      >
        {shown.map(({ caseId, subjectName, areaName: village }, index) => (
          <tr key={caseId}>
            <td className="numeric">{index + 1}</td>
            <td>{subjectName}</td>
            <td className="paper-words">{placeWithin(village, areaName)}</td>
            <td>{inChinese("sheet.toBeLiftedOut")}</td>
          </tr>
        ))}
      </PaperTable>
      <ul className="paper-signs">
        {(purpose === "village-notice"
          ? (["firstSecretary", "workTeam", "villageHead", "groupHead"] as const)
          : (["township", "reviewer"] as const)
        ).map((sign) => (
          <li key={sign}>{inChinese(`sheet.signs.${sign}`)}</li>
        ))}
      </ul>
      <Slip place={areaName} until={day(until)} objectTo={objectTo} />
    </Paper>
  );
}

/** To be cut off and handed in, with a name or without. */
function Slip({ place, until, objectTo }: { place: string; until: string; objectTo: string }) {
  const { t } = useTranslation("console", { lng: LANGUAGE });
  return (
    <section className="paper-slip">
      <h2>{t("sheet.slip")}</h2>
      <p>{t("sheet.slipAbout", { place })}</p>
      <div className="paper-lines" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p>{t("sheet.slipBy")}</p>
      <p>{t("sheet.slipTo", { until, objectTo })}</p>
    </section>
  );
}
