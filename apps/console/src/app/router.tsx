import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { maySee, sessionQuery, type Page } from "../session/session";
import { PageBroken, PageMissing } from "./trouble";
import {
  readAccountsSearch,
  readAwaySearch,
  readDrawsSearch,
  readLiftedOutSearch,
  readNewNoticeSearch,
  readNoticeSearch,
  readNoticesSearch,
  readMonthEndSearch,
  readDossierSearch,
  readEngineSearch,
  readHistorySearch,
  readHouseholdsSearch,
  readOpeningSearch,
  readPairingSearch,
  readPairingsSearch,
  readRegisterSearch,
  readRosterSearch,
  readRostersSearch,
  readShamSearch,
  readSignInSearch,
} from "./search";

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: PageMissing });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import("../session/SignInPage"), "SignInPage"),
});

async function requireSession({ queries }: Context, href: string) {
  const session = await queries.query({ ...sessionQuery, staleTime: "static" });
  if (session === null) throw redirect({ to: "/sign-in", search: { to: href === "/" ? undefined : href } });
  return session;
}

const password = createRoute({
  getParentRoute: () => root,
  path: "/password",
  beforeLoad: ({ context, location }) => requireSession(context, location.href),
  component: lazyRouteComponent(() => import("../session/PasswordPage"), "PasswordPage"),
});

const framed = createRoute({
  getParentRoute: () => root,
  id: "framed",
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context, location.href);
    if (session.mustChangePassword) throw redirect({ to: "/password" });
    return { session };
  },
  component: lazyRouteComponent(() => import("./Frame"), "Frame"),
});

/** A helper begins with the own households; an engineer, who sees no personal data, in the engine room. */
const PAGES_IN_ORDER: readonly Page[] = [
  "my-households",
  "today",
  "pairings",
  "register",
  "accounts",
  "engine",
];
const home = createRoute({
  getParentRoute: () => framed,
  path: "/",
  beforeLoad: ({ context }) => {
    const first = PAGES_IN_ORDER.find((page) => maySee(context.session.role, page)) ?? "today";
    throw redirect({ to: `/${first}` as "/today" });
  },
});

const today = createRoute({
  getParentRoute: () => framed,
  path: "/today",
  component: lazyRouteComponent(() => import("../today/TodayPage"), "TodayPage"),
});
const households = createRoute({
  getParentRoute: () => framed,
  path: "/my-households",
  validateSearch: readHouseholdsSearch,
  component: lazyRouteComponent(() => import("../households/HouseholdsPage"), "HouseholdsPage"),
});
const pairings = createRoute({
  getParentRoute: () => framed,
  path: "/pairings",
  validateSearch: readPairingsSearch,
  component: lazyRouteComponent(() => import("../pairings/PairingsPage"), "PairingsPage"),
});
const opening = createRoute({
  getParentRoute: () => framed,
  path: "/pairings/new",
  validateSearch: readOpeningSearch,
  component: lazyRouteComponent(() => import("../pairings/OpenPairingPage"), "OpenPairingPage"),
});
const pairing = createRoute({
  getParentRoute: () => framed,
  path: "/pairings/$caseId",
  validateSearch: readPairingSearch,
  component: lazyRouteComponent(() => import("../pairing/PairingPage"), "PairingPage"),
});
const dossier = createRoute({
  getParentRoute: () => framed,
  path: "/pairings/$caseId/dossier",
  validateSearch: readDossierSearch,
  component: lazyRouteComponent(() => import("../dossier/DossierPage"), "DossierPage"),
});
const register = createRoute({
  getParentRoute: () => framed,
  path: "/register",
  beforeLoad: () => {
    throw redirect({ to: "/register/$book", params: { book: "subjects" } });
  },
});
const book = createRoute({
  getParentRoute: () => framed,
  path: "/register/$book",
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import("../register/RegisterPage"), "RegisterPage"),
});
const rosters = createRoute({
  getParentRoute: () => framed,
  path: "/rosters",
  validateSearch: readRostersSearch,
  component: lazyRouteComponent(() => import("../rosters/RostersPage"), "RostersPage"),
});
const roster = createRoute({
  getParentRoute: () => framed,
  path: "/rosters/$rosterId",
  validateSearch: readRosterSearch,
  component: lazyRouteComponent(() => import("../rosters/RosterPage"), "RosterPage"),
});
const visitCheck = createRoute({
  getParentRoute: () => framed,
  path: "/visit-check",
  validateSearch: readShamSearch,
  component: lazyRouteComponent(() => import("../sham/ShamPage"), "ShamPage"),
});
const away = createRoute({
  getParentRoute: () => framed,
  path: "/away",
  validateSearch: readAwaySearch,
  component: lazyRouteComponent(() => import("../away/AwayPage"), "AwayPage"),
});
const notices = createRoute({
  getParentRoute: () => framed,
  path: "/notices",
  validateSearch: readNoticesSearch,
  component: lazyRouteComponent(() => import("../notice/NoticesPage"), "NoticesPage"),
});
const newNotice = createRoute({
  getParentRoute: () => framed,
  path: "/notices/new",
  validateSearch: readNewNoticeSearch,
  component: lazyRouteComponent(() => import("../notice/NewNoticePage"), "NewNoticePage"),
});
const notice = createRoute({
  getParentRoute: () => framed,
  path: "/notices/$noticeId",
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(() => import("../notice/NoticePage"), "NoticePage"),
});
const noticePaper = createRoute({
  getParentRoute: () => framed,
  path: "/notices/$noticeId/paper",
  component: lazyRouteComponent(() => import("../notice/NoticePaperPage"), "NoticePaperPage"),
});
const draws = createRoute({
  getParentRoute: () => framed,
  path: "/draws",
  validateSearch: readDrawsSearch,
  component: lazyRouteComponent(() => import("../draw/DrawsPage"), "DrawsPage"),
});
const draw = createRoute({
  getParentRoute: () => framed,
  path: "/draws/$drawId",
  component: lazyRouteComponent(() => import("../draw/DrawPage"), "DrawPage"),
});
const liftedOut = createRoute({
  getParentRoute: () => framed,
  path: "/pairings/$caseId/lifted-out",
  validateSearch: readLiftedOutSearch,
  component: lazyRouteComponent(() => import("../pairing/LiftedOutPage"), "LiftedOutPage"),
});
const monthEnd = createRoute({
  getParentRoute: () => framed,
  path: "/month-end",
  validateSearch: readMonthEndSearch,
  component: lazyRouteComponent(() => import("../month-end/MonthEndPage"), "MonthEndPage"),
});
const accounts = createRoute({
  getParentRoute: () => framed,
  path: "/accounts",
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(() => import("../accounts/AccountsPage"), "AccountsPage"),
});
const engine = createRoute({
  getParentRoute: () => framed,
  path: "/engine",
  validateSearch: readEngineSearch,
  component: lazyRouteComponent(() => import("../engine/EnginePage"), "EnginePage"),
});
const history = createRoute({
  getParentRoute: () => framed,
  path: "/engine/$caseId",
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import("../engine/HistoryPage"), "HistoryPage"),
});

const tree = root.addChildren([
  signIn,
  password,
  framed.addChildren([
    home,
    today,
    households,
    pairings,
    opening,
    pairing,
    dossier,
    register,
    book,
    liftedOut,
    rosters,
    roster,
    visitCheck,
    away,
    notices,
    newNotice,
    notice,
    noticePaper,
    draws,
    draw,
    monthEnd,
    accounts,
    engine,
    history,
  ]),
]);

export function createConsoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageBroken,
    defaultNotFoundComponent: PageMissing,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
