import GlobalOutlined from "@ant-design/icons/GlobalOutlined";
import SearchOutlined from "@ant-design/icons/SearchOutlined";
import UserOutlined from "@ant-design/icons/UserOutlined";
import { Link, useNavigate } from "@tanstack/react-router";
import { Popover } from "antd";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "../lists/useIsPhone";
import { speak } from "../locales";
import { maySee, useSession } from "../session/session";
import { AccountChoices } from "./AccountChoices";
import { isTyping } from "./keys";

export function TopBar() {
  const { t, i18n } = useTranslation("console");
  const session = useSession();
  const isChinese = i18n.language.startsWith("zh");
  return (
    <div className="top-bar">
      <Link to="/today" className="mark" aria-label={t("terms.product")}>
        <img src="/mark.svg" alt="" width="26" height="26" />
        <span className="mark-word" aria-hidden="true">
          {t("terms.product")}
        </span>
      </Link>
      <span className="scope" title={t("frame.scope")}>
        {session.areaName ?? t("frame.wholeCountry")}
      </span>
      {maySee(session.role, "pairings") ? <GlobalSearch /> : <span className="top-gap" />}
      <button
        type="button"
        className="bar-button wide-only"
        lang={isChinese ? "en" : "zh-CN"}
        onClick={() => void speak(isChinese ? "en" : "zh-CN")}
      >
        <GlobalOutlined aria-hidden /> {t(isChinese ? "frame.english" : "frame.chinese")}
      </button>
      <Popover content={<AccountChoices />} trigger="click" placement="bottomRight">
        <button type="button" className="bar-button wide-only" aria-haspopup="dialog">
          <UserOutlined aria-hidden /> {session.displayName}
        </button>
      </Popover>
    </div>
  );
}

function GlobalSearch() {
  const { t } = useTranslation("console");
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      const onPage = document.querySelector<HTMLInputElement>("input[data-page-search]");
      (onPage ?? field.current)?.focus();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    void navigate({ to: "/pairings", search: text.trim() === "" ? {} : { search: text.trim() } });
    setText("");
  };
  return (
    <form role="search" aria-label={t("frame.search")} className="global-search" onSubmit={search}>
      <SearchOutlined aria-hidden />
      <input
        ref={field}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t(isPhone ? "frame.searchShort" : "frame.searchPlaceholder")}
        aria-label={t("frame.searchPlaceholder")}
        maxLength={100}
      />
    </form>
  );
}
