import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { LANGUAGES, speak, type Language } from "../locales";
import { useSession, useSignOut } from "../session/session";
import { useAppearance } from "../theme/Appearance";
import { APPEARANCES, type Appearance } from "../theme/tokens";

/** Who is signed in, language, appearance, password, leaving. */
export function AccountChoices() {
  const { t, i18n } = useTranslation("console");
  const session = useSession();
  const signOut = useSignOut();
  const { appearance, choose } = useAppearance();
  return (
    <div className="account-choices">
      <div>
        <strong>{session.displayName}</strong>
        <div className="quiet">
          {t(`terms.role.${session.role}`)} · {session.areaName ?? t("frame.wholeCountry")}
        </div>
      </div>
      <div className="choice">
        <span id="language-word">{t("frame.language")}</span>
        <Segmented<Language>
          aria-labelledby="language-word"
          value={LANGUAGES.find((each) => each === i18n.language) ?? "zh-CN"}
          onChange={(language) => void speak(language)}
          options={[
            { value: "zh-CN", label: t("frame.chinese") },
            { value: "en", label: t("frame.english") },
          ]}
        />
      </div>
      <div className="choice">
        <span id="appearance-word">{t("frame.appearance")}</span>
        <Segmented<Appearance>
          aria-labelledby="appearance-word"
          value={appearance}
          onChange={choose}
          options={APPEARANCES.map((each) => ({ value: each, label: t(`frame.${each}`) }))}
        />
      </div>
      <div className="choice-buttons">
        {session.helperId === null ? null : (
          <Link to="/away" className="plain-link">
            {t("away.title")}
          </Link>
        )}
        <Link to="/password" className="plain-link">
          {t("frame.changePassword")}
        </Link>
        <Button onClick={() => void signOut()}>{t("frame.signOut")}</Button>
      </div>
    </div>
  );
}
