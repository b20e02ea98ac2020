import { useTranslation } from "react-i18next";
import { PageHead } from "../feedback/PageHead";

export function AccountsPage() {
  const { t } = useTranslation("console");
  return <PageHead title={t("frame.today")} />;
}
