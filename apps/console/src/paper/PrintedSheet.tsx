import PrinterOutlined from "@ant-design/icons/PrinterOutlined";
import { Button } from "antd";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession, useToday } from "../session/session";
import { shortDay } from "../wording/dates";

/** A sheet of A4 as it will be printed; on the screen with the way back and the button, on paper alone. */
export function PrintedSheet({
  title,
  sub,
  back,
  lang,
  dense = false,
  children,
}: {
  title: string;
  sub?: ReactNode;
  back: ReactNode;
  /** The language of the sheet, where it is not the reader's. */
  lang?: string;
  /** In small print, so that all of it stands on one sheet. */
  dense?: boolean;
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation("console");
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <div className="sheet-bar">
        {back}
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t("sheet.print")}
        </Button>
      </div>
      <article className={dense ? "sheet sheet-dense" : "sheet"} lang={lang ?? i18n.language}>
        <h1>{title}</h1>
        {sub === undefined ? null : <p className="sheet-sub">{sub}</p>}
        {children}
        <Printed language={lang ?? i18n.language} />
      </article>
    </>
  );
}

/** Where and when the sheet was printed. */
function Printed({ language }: { language: string }) {
  const { t } = useTranslation("console");
  const { areaName } = useSession();
  const day = shortDay(useToday(), language);
  return (
    <p className="sheet-printed">
      {t("sheet.printed", {
        place: areaName ?? t("frame.wholeCountry", { lng: language }),
        day,
        lng: language,
      })}
    </p>
  );
}
