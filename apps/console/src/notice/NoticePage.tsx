import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { api } from "../api/routes";
import type { Notice } from "../api/types";
import type { NoticeAct, NoticeSearch } from "../app/search";
import { PageHead } from "../feedback/PageHead";
import { Place } from "../feedback/Place";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { ActDrawer } from "../forms/ActDrawer";
import { mayKeepRegister, useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { BeginForm, ConcludeForm, ObjectionForm, StrikeOffForm, TakeDownForm } from "./NoticeActs";
import { NoticeHouseholds } from "./NoticeHouseholds";
import { NoticeStateTag } from "./NoticeStateTag";
import { hangsInWords } from "./NoticesPage";

/** One notice: how long it hangs, who is on it, what can be ordered, what was. */
export function NoticePage() {
  const { t } = useWords();
  const { noticeId } = useParams({ from: "/framed/notices/$noticeId" });
  const search = useSearch({ from: "/framed/notices/$noticeId" });
  const notice = useQuery({
    queryKey: ["notice", noticeId],
    queryFn: () => api.notice(noticeId),
    refetchInterval: ({ state }) => ((state.data?.asking ?? 0) > 0 ? 2_000 : 60_000),
  });
  return (
    <div className="case">
      <Link to="/notices" search={{}} className="plain-link back">
        ← {t("notice.title")}
      </Link>
      <WhenRead
        ofPage
        query={notice}
        skeleton={
          <div className="surface">
            <SkeletonRows rows={8} height={48} />
          </div>
        }
      >
        {(data) => <Whole notice={data} search={search} />}
      </WhenRead>
    </div>
  );
}

function Whole({ notice, search }: { notice: Notice; search: NoticeSearch }) {
  const words = useWords();
  const { t, term } = words;
  const navigate = useNavigate({ from: "/notices/$noticeId" });
  const change = (changed: Partial<NoticeSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  return (
    <>
      <PageHead
        title={term("liftOutStep", notice.purpose)}
        sub={
          <>
            <NoticeStateTag state={notice.state} /> <Place name={notice.areaName} /> ·{" "}
            {hangsInWords(notice, words)}
          </>
        }
        actions={<Acts notice={notice} onAct={(order) => change({ order })} />}
      />
      {notice.asking === 0 ? null : (
        <p className="notice" role="status">
          {t("notice.asking", { count: notice.asking })}
        </p>
      )}
      <section className="surface present-part">
        <h2>{t("notice.households")}</h2>
        <NoticeHouseholds notice={notice} onAct={(order, caseId) => change({ order, case: caseId })} />
      </section>
      <Orders notice={notice} />
      <NoticeDrawer
        notice={notice}
        search={search}
        onClose={() => change({ order: undefined, case: undefined })}
      />
    </>
  );
}

function Acts({ notice, onAct }: { notice: Notice; onAct: (act: NoticeAct) => void }) {
  const { t, today } = useWords();
  const { role } = useSession();
  const { state, until, asking, id } = notice;
  const mayOrder = mayKeepRegister(role);
  const isFree = asking === 0;
  const hasHungOut = until !== null && until < today;
  const canBegin = (state === "draft" || state === "beginning") && isFree;
  return (
    <>
      {mayOrder && canBegin ? (
        <Button type="primary" onClick={() => onAct("begin")}>
          {t(state === "draft" ? "notice.begin" : "notice.beginAgain")}
        </Button>
      ) : null}
      {mayOrder && state === "hanging" ? (
        <Button
          type={hasHungOut ? "primary" : "default"}
          disabled={!hasHungOut || !isFree}
          title={hasHungOut ? undefined : t("notice.notOver")}
          onClick={() => onAct("conclude")}
        >
          {t("notice.conclude")}
        </Button>
      ) : null}
      {mayOrder && ["draft", "beginning", "hanging"].includes(state) ? (
        <Button danger disabled={!isFree} onClick={() => onAct("takeDown")}>
          {t("notice.takeDown")}
        </Button>
      ) : null}
      <Link to="/notices/$noticeId/paper" params={{ noticeId: id }} className="act-link">
        {t("sheet.sheet")}
      </Link>
    </>
  );
}

const FORM_OF = {
  begin: BeginForm,
  conclude: ConcludeForm,
  takeDown: TakeDownForm,
  strikeOff: StrikeOffForm,
  object: ObjectionForm,
} as const;

function NoticeDrawer({
  notice,
  search: { order, case: caseId },
  onClose,
}: {
  notice: Notice;
  search: NoticeSearch;
  onClose: () => void;
}) {
  const { t } = useWords();
  const ActForm = order === undefined ? null : FORM_OF[order];
  const household = notice.households.find((each) => each.caseId === caseId);
  return (
    <ActDrawer
      title={
        order === undefined
          ? undefined
          : [t(`notice.${order}`), household?.subjectName].filter(Boolean).join(" · ")
      }
      onClose={onClose}
    >
      {ActForm === null ? null : <ActForm notice={notice} household={household} onDone={onClose} />}
    </ActDrawer>
  );
}

const WORD_OF = {
  begin: "begin",
  conclude: "conclude",
  "take-down": "takeDown",
  "strike-off": "strikeOff",
} as const;

/** Who ordered what; the proof of the days it hung among it. */
function Orders({ notice: { orders, households } }: { notice: Notice }) {
  const words = useWords();
  const { t, term } = words;
  if (orders.length === 0) return null;
  const detail = ({ what, facts }: Notice["orders"][number]): string => {
    if (what === "strike-off") {
      const name = households.find(({ caseId }) => caseId === facts.caseId)?.subjectName ?? "";
      return `${name} · ${term("strikeOffReason", String(facts.reason))}`;
    }
    if (what === "take-down") return term("takeDownReason", String(facts.reason));
    if (what === "conclude") return String(facts.note);
    return t("notice.span", {
      from: words.shortDay(String(facts.from)),
      until: words.shortDay(String(facts.until)),
    });
  };
  return (
    <section className="surface present-part">
      <h2>{t("notice.orders")}</h2>
      <ol className="notice-orders">
        {orders.map((order) => (
          <li key={order.round}>
            <strong>{t(`notice.${WORD_OF[order.what]}`)}</strong> {detail(order)}
            <span className="quiet">
              {" "}
              · {order.accountName} · {words.instant(order.orderedAt)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
