import DownloadOutlined from "@ant-design/icons/DownloadOutlined";
import { failedRowsAddress } from "../api/routes";
import type { Roster } from "../api/types";
import { useWords } from "../wording/useWords";
import { workbookLanguage } from "./templates";

/** The rows that cannot be taken over, as a workbook to be put right and sent again: also before anything is begun. */
export function FailedRowsLink({ roster: { id, failed, rowsErased } }: { roster: Roster }) {
  const { t, language } = useWords();
  if (failed === 0 || rowsErased) return null;
  return (
    <a className="act-link" href={failedRowsAddress(id, workbookLanguage(language))} download>
      <DownloadOutlined aria-hidden /> {t("rosters.failedRows")}
    </a>
  );
}
