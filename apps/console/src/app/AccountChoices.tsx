import { Link } from "@tanstack/react-router";
import { Button, Popconfirm, Segmented } from "antd";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { VISIT_FILLING, keptOnDevice, subscribeToFillings } from "../api/filling";
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
        <SignOutButton onSignOut={() => void signOut()} />
      </div>
    </div>
  );
}

/** Signing out forgets what was typed: whoever has visits that did not arrive yet is asked first. */
function SignOutButton({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation("console");
  const kept = useSyncExternalStore(subscribeToFillings, () => keptOnDevice(VISIT_FILLING).length);
  if (kept === 0) return <Button onClick={onSignOut}>{t("frame.signOut")}</Button>;
  return (
    <Popconfirm
      title={t("frame.signOutKept", { count: kept })}
      okText={t("frame.signOut")}
      cancelText={t("common.cancel")}
      onConfirm={onSignOut}
    >
      <Button>{t("frame.signOut")}</Button>
    </Popconfirm>
  );
}
