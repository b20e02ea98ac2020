import DownloadOutlined from "@ant-design/icons/DownloadOutlined";
import InboxOutlined from "@ant-design/icons/InboxOutlined";
import { useQuery } from "@tanstack/react-query";
import { Select, Upload } from "antd";
import { useState } from "react";
import { ApiProblem } from "../api/problem";
import { api, rosterTemplateAddress } from "../api/routes";
import type { Roster } from "../api/types";
import { AreaPicker } from "../forms/pickers";
import { programmesQuery } from "../pairings/programmes";
import { useSession } from "../session/session";
import { problemSentence } from "../wording/refusal";
import { useWords } from "../wording/useWords";
import { workbookLanguage } from "./templates";

type Sending =
  | { state: "idle" }
  | { state: "sending"; name: string; share: number }
  | { state: "refused"; name: string; problem: ApiProblem };

/** A county's workbook comes in here: nothing is created by it, it is read and looked at first. */
export function UploadPanel({ onRead }: { onRead: (roster: Roster) => void }) {
  const { t, language } = useWords();
  const { areaCode: ownArea } = useSession();
  const programmes = useQuery(programmesQuery);
  const [programmeId, setProgramme] = useState<string>();
  const [areaCode, setArea] = useState<string | undefined>(ownArea ?? undefined);
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const only = programmes.data?.items.length === 1 ? programmes.data.items[0]?.id : undefined;
  const chosen = programmeId ?? only;
  const isReady = chosen !== undefined && areaCode !== undefined;
  const send = async (file: File) => {
    if (chosen === undefined || areaCode === undefined) return;
    setSending({ state: "sending", name: file.name, share: 0 });
    try {
      const roster = await api.uploadRoster({ programmeId: chosen, areaCode }, file, (share) =>
        setSending({ state: "sending", name: file.name, share }),
      );
      setSending({ state: "idle" });
      onRead(roster);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setSending({ state: "refused", name: file.name, problem: error });
    }
  };
  return (
    <section className="surface roster-upload" aria-label={t("rosters.upload")}>
      <div className="roster-into">
        <label htmlFor="roster-programme">{t("terms.programme")}</label>
        <Select
          id="roster-programme"
          value={chosen}
          onChange={setProgramme}
          placeholder={t("rosters.chooseProgramme")}
          options={programmes.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
        <label htmlFor="roster-area">{t("rosters.area")}</label>
        <AreaPicker id="roster-area" value={areaCode ?? ""} onChange={setArea} />
      </div>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={!isReady || sending.state === "sending"}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <p className="roster-drop-icon" aria-hidden="true">
          <InboxOutlined />
        </p>
        <p className="roster-drop">{t(isReady ? "rosters.drop" : "rosters.chooseFirst")}</p>
        <p className="quiet">{t("rosters.dropHint")}</p>
      </Upload.Dragger>
      {sending.state === "sending" ? <UnderWay {...sending} /> : null}
      {sending.state === "refused" ? (
        <div className="notice notice-refused" role="alert">
          <strong>{t("rosters.notRead", { name: sending.name })}</strong>
          <p>{problemSentence(sending.problem, t, language)}</p>
          <p className="small-print">
            <code>{sending.problem.code}</code>
          </p>
        </div>
      ) : null}
      <div className="roster-template">
        <a className="plain-link" href={rosterTemplateAddress(workbookLanguage(language))} download>
          <DownloadOutlined aria-hidden /> {t("rosters.template")}
        </a>
        <span className="quiet">{t("rosters.templateHint")}</span>
      </div>
    </section>
  );
}

/** Sent, then read: the second takes some seconds for a whole county, and nobody can tell how far it is. */
function UnderWay({ name, share }: { name: string; share: number }) {
  const { t } = useWords();
  return (
    <div className="notice" role="status">
      {share < 1 ? (
        <>
          {t("rosters.sending", { name })} <progress max={1} value={share} aria-label={name} />
        </>
      ) : (
        <>
          <span className="pulse" aria-hidden="true" />
          {t("rosters.reading", { name })}
        </>
      )}
    </div>
  );
}
