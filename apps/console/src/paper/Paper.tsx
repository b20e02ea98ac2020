import PrinterOutlined from "@ant-design/icons/PrinterOutlined";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useClockDay, useSession } from "../session/session";
import { shortDay } from "../wording/dates";
import { OnPaper, useWords } from "../wording/useWords";
import { pageMargins } from "./page-margins";

interface Props {
  /** Stands at the top of every sheet. */
  running: string;
  children: ReactNode;
}

/** What is read on the screen as sheets of A4, and printed as such: numbered pages, place and day of printing. */
export function Paper({ running, children }: Props) {
  const { t, language } = useWords();
  const today = useClockDay();
  const { areaName, world } = useSession();
  const printed = t("paper.printed", {
    place: areaName ?? t("frame.wholeCountry"),
    day: shortDay(today, language),
  });
  const margins = pageMargins({
    top: world === "rehearsal" ? `${running} · ${t("frame.rehearsal")}` : running,
    left: printed,
    pages: [t("paper.beforePage"), t("paper.beforePages"), t("paper.afterPages")],
  });
  return (
    <article className="paper">
      <style>{margins}</style>
      <OnPaper value={true}>{children}</OnPaper>
      <footer className="paper-foot">{printed}</footer>
    </article>
  );
}

export function PrintButton() {
  const { t } = useWords();
  return (
    <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {t("paper.print")}
    </Button>
  );
}
