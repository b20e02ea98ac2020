import PrinterOutlined from "@ant-design/icons/PrinterOutlined";
import { Button } from "antd";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../locales";
import { useClockDay, useSession } from "../session/session";
import { shortDay } from "../wording/dates";
import { OnPaper } from "../wording/useWords";
import { pageMargins } from "./page-margins";

interface Props {
  title: string;
  sub?: ReactNode;
  /** Stands at the top of every sheet and names the file; the title where nothing else is said. */
  running?: string;
  /** The way back to what the paper is about. */
  back: ReactNode;
  /** What can be chosen before it is printed. */
  choices?: ReactNode;
  /** The language of the paper, where it is not the reader's. */
  lang?: Language;
  /** `wall`: read from a step away. `one-sheet`: small enough that all of it stands on one. */
  size?: "files" | "wall" | "one-sheet";
  children: ReactNode;
}

/**
 * Whatever is printed: read on the screen as sheets of A4, and printed as such, with numbered pages, place and day of
 * printing on every one of them, and without the console around it.
 */
export function Paper({ title, sub, running = title, back, choices, lang, size = "files", children }: Props) {
  const { t, i18n } = useTranslation("console");
  const language = lang ?? i18n.language;
  const margins = useMargins(running, language);
  useEffect(() => {
    document.title = running;
  }, [running]);
  return (
    <>
      <div className="paper-bar">
        {back}
        {choices}
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t("paper.print")}
        </Button>
      </div>
      <article className={`paper paper-${size}`} lang={language}>
        <style>{pageMargins(margins)}</style>
        <OnPaper value={true}>
          <header className="paper-head">
            <h1>{title}</h1>
            {typeof sub === "string" ? <p>{sub}</p> : sub}
          </header>
          {children}
        </OnPaper>
        <footer className="paper-foot">{margins.left}</footer>
      </article>
    </>
  );
}

function useMargins(running: string, language: string) {
  const { t } = useTranslation("console", { lng: language });
  const today = useClockDay();
  const { areaName, world } = useSession();
  return {
    top: world === "rehearsal" ? `${running} · ${t("frame.rehearsal")}` : running,
    left: t("paper.printed", {
      place: areaName ?? t("frame.wholeCountry"),
      day: shortDay(today, language),
    }),
    pages: [t("paper.beforePage"), t("paper.beforePages"), t("paper.afterPages")] as const,
  };
}
