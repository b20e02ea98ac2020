import BookOutlined from "@ant-design/icons/BookOutlined";
import CalendarOutlined from "@ant-design/icons/CalendarOutlined";
import DashboardOutlined from "@ant-design/icons/DashboardOutlined";
import HomeOutlined from "@ant-design/icons/HomeOutlined";
import ImportOutlined from "@ant-design/icons/ImportOutlined";
import LinkOutlined from "@ant-design/icons/LinkOutlined";
import MenuFoldOutlined from "@ant-design/icons/MenuFoldOutlined";
import MenuUnfoldOutlined from "@ant-design/icons/MenuUnfoldOutlined";
import ExperimentOutlined from "@ant-design/icons/ExperimentOutlined";
import FileDoneOutlined from "@ant-design/icons/FileDoneOutlined";
import MoreOutlined from "@ant-design/icons/MoreOutlined";
import NotificationOutlined from "@ant-design/icons/NotificationOutlined";
import SafetyCertificateOutlined from "@ant-design/icons/SafetyCertificateOutlined";
import TeamOutlined from "@ant-design/icons/TeamOutlined";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { maySee, useSession, type Page } from "../session/session";
import { AccountChoices } from "./AccountChoices";

/** What belongs together stands together, in the order of the work. */
const GROUPS = [
  {
    group: "work",
    places: [
      { page: "my-households", to: "/my-households", icon: <HomeOutlined /> },
      { page: "today", to: "/today", icon: <CalendarOutlined /> },
      { page: "pairings", to: "/pairings", icon: <LinkOutlined /> },
    ],
  },
  {
    group: "liftOut",
    places: [
      { page: "notices", to: "/notices", icon: <NotificationOutlined /> },
      { page: "draws", to: "/draws", icon: <ExperimentOutlined /> },
    ],
  },
  {
    group: "records",
    places: [
      { page: "register", to: "/register", icon: <BookOutlined /> },
      { page: "rosters", to: "/rosters", icon: <ImportOutlined /> },
    ],
  },
  {
    group: "watch",
    places: [
      { page: "month-end", to: "/month-end", icon: <FileDoneOutlined /> },
      { page: "visit-check", to: "/visit-check", icon: <SafetyCertificateOutlined /> },
    ],
  },
  {
    group: "system",
    places: [
      { page: "accounts", to: "/accounts", icon: <TeamOutlined /> },
      { page: "engine", to: "/engine", icon: <DashboardOutlined /> },
    ],
  },
] as const satisfies readonly {
  group: string;
  places: readonly { page: Page; to: string; icon: ReactNode }[];
}[];

/** The phone's bar takes the first three of these that one may see. */
const NEAR: readonly Page[] = ["my-households", "today", "pairings", "register", "accounts", "engine"];

/** The groups that hold something for who is signed in. */
function useGroups() {
  const { role } = useSession();
  return GROUPS.map(({ group, places }) => ({
    group,
    places: places.filter(({ page }) => maySee(role, page)),
  })).filter(({ places }) => places.length > 0);
}

export function SideNavigation({ folded, onFold }: { folded: boolean; onFold: () => void }) {
  const { t } = useTranslation("console");
  const groups = useGroups();
  const foldWord = t(folded ? "frame.expand" : "frame.collapse");
  return (
    <nav className="side-navigation" aria-label={t("frame.navigation")}>
      <div className="place-groups">
        {groups.map(({ group, places }) => (
          <ul key={group} aria-label={t(`frame.group.${group}`)}>
            {places.map(({ page, to, icon }) => (
              <li key={page}>
                <Link
                  to={to}
                  className="place"
                  activeProps={{ className: "place place-active" }}
                  title={t(`frame.${page}`)}
                >
                  <span aria-hidden="true">{icon}</span>
                  <span className="place-word">{t(`frame.${page}`)}</span>
                  {page === "today" ? <InboxCount /> : null}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
      <button type="button" className="fold" onClick={onFold} aria-label={foldWord} title={foldWord}>
        {folded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </nav>
  );
}

function InboxCount() {
  const { t } = useTranslation("console");
  const { inboxCount } = useSession();
  if (inboxCount === 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{inboxCount > 99 ? "99+" : inboxCount}</span>
      <span className="only-heard">{t("frame.inbox", { count: inboxCount })}</span>
    </span>
  );
}

/** The phone's bar: three places and the rest. */
export function BottomBar() {
  const { t } = useTranslation("console");
  const [open, setOpen] = useState(false);
  const places = useGroups().flatMap((each) => each.places);
  const near = NEAR.flatMap((wanted) => places.filter(({ page }) => page === wanted)).slice(0, 3);
  const rest = places.filter((each) => !near.includes(each));
  return (
    <>
      <nav className="bottom-bar" aria-label={t("frame.navigation")}>
        {near.map(({ page, to, icon }) => (
          <Link key={page} to={to} className="place" activeProps={{ className: "place place-active" }}>
            <span aria-hidden="true">{icon}</span>
            <span className="place-word">{t(`frame.${page}`)}</span>
            {page === "today" ? <InboxCount /> : null}
          </Link>
        ))}
        <button type="button" className="place" onClick={() => setOpen(true)} aria-haspopup="dialog">
          <span aria-hidden="true">
            <MoreOutlined />
          </span>
          <span className="place-word">{t("frame.more")}</span>
        </button>
      </nav>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="auto"
        title={t("frame.more")}
      >
        <div className="more-places">
          {rest.map(({ page, to, icon }) => (
            <Link key={page} to={to} className="place" onClick={() => setOpen(false)}>
              <span aria-hidden="true">{icon}</span>
              <span>{t(`frame.${page}`)}</span>
            </Link>
          ))}
          <AccountChoices />
        </div>
      </Drawer>
    </>
  );
}
