import { Typography } from "antd";
import { useWords } from "../wording/useWords";

/** Shown this once, to be handed over; null when the same command was answered before. */
export function FirstPassword({ title, text, login, password }: Props) {
  const { t } = useWords();
  return (
    <div className="notice notice-done" role="status">
      <strong>{title}</strong>
      <p>{text}</p>
      <dl className="facts first-password">
        <dt>{t("accounts.login")}</dt>
        <dd>
          <code>{login}</code>
        </dd>
        {password === null ? null : (
          <>
            <dt>{t("accounts.firstPassword")}</dt>
            <dd>
              <Typography.Text copyable code>
                {password}
              </Typography.Text>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

interface Props {
  title: string;
  text: string;
  login: string;
  password: string | null;
}
