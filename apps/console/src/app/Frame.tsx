import { Outlet } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../api/connection";
import { useSession } from "../session/session";
import { fullInstant } from "../wording/dates";
import { BottomBar, SideNavigation } from "./Navigation";
import { TopBar } from "./TopBar";

const KEPT = "jiedui.navigation";

export function Frame() {
  const { t } = useTranslation("console");
  const [folded, setFolded] = useState(() => localStorage.getItem(KEPT) === "folded");
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    const header = top.current;
    if (header === null) return undefined;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty("--top", `${header.offsetHeight}px`),
    );
    observer.observe(header);
    return () => observer.disconnect();
  }, []);
  const fold = () => {
    localStorage.setItem(KEPT, folded ? "open" : "folded");
    setFolded(!folded);
  };
  return (
    <div className={folded ? "frame frame-folded" : "frame"}>
      <a className="skip" href="#content">
        {t("frame.skip")}
      </a>
      <header className="frame-top" ref={top}>
        <RehearsalBand />
        <ConnectionBar />
        <TopBar />
      </header>
      <SideNavigation folded={folded} onFold={fold} />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar />
    </div>
  );
}

export function RehearsalBand() {
  const { t, i18n } = useTranslation("console");
  const session = useSession();
  if (session.world !== "rehearsal") return null;
  return (
    <div className="rehearsal-band" role="note">
      <strong>{t("frame.rehearsal")}</strong>
      <span>{t("frame.rehearsalText")}</span>
      <span className="rehearsal-clock">
        {t("frame.rehearsalClock", { at: fullInstant(session.now, i18n.language) })}
      </span>
    </div>
  );
}

export function ConnectionBar() {
  const { t } = useTranslation("console");
  const connection = useConnection();
  if (connection === "there") return null;
  return (
    <div className="connection-bar" role="status">
      {t(connection === "offline" ? "failure.offline" : "failure.away")}
    </div>
  );
}
