import AlertFilled from "@ant-design/icons/AlertFilled";
import AccountBookOutlined from "@ant-design/icons/AccountBookOutlined";
import AuditOutlined from "@ant-design/icons/AuditOutlined";
import ExclamationCircleOutlined from "@ant-design/icons/ExclamationCircleOutlined";
import FileTextOutlined from "@ant-design/icons/FileTextOutlined";
import GiftOutlined from "@ant-design/icons/GiftOutlined";
import FileDoneOutlined from "@ant-design/icons/FileDoneOutlined";
import NotificationOutlined from "@ant-design/icons/NotificationOutlined";
import RiseOutlined from "@ant-design/icons/RiseOutlined";
import SyncOutlined from "@ant-design/icons/SyncOutlined";
import TeamOutlined from "@ant-design/icons/TeamOutlined";
import BellOutlined from "@ant-design/icons/BellOutlined";
import EditOutlined from "@ant-design/icons/EditOutlined";
import CheckCircleOutlined from "@ant-design/icons/CheckCircleOutlined";
import EnvironmentOutlined from "@ant-design/icons/EnvironmentOutlined";
import ForkOutlined from "@ant-design/icons/ForkOutlined";
import HomeOutlined from "@ant-design/icons/HomeOutlined";
import LinkOutlined from "@ant-design/icons/LinkOutlined";
import RollbackOutlined from "@ant-design/icons/RollbackOutlined";
import StopOutlined from "@ant-design/icons/StopOutlined";
import SwapOutlined from "@ant-design/icons/SwapOutlined";
import UsergroupAddOutlined from "@ant-design/icons/UsergroupAddOutlined";
import UsergroupDeleteOutlined from "@ant-design/icons/UsergroupDeleteOutlined";
import type { ReactNode } from "react";
import type { ShamItem, TimelineItem } from "../api/types";
import { ShamMarks } from "../sham/ShamMarks";
import { dayOf } from "../wording/dates";
import { eventAside, eventSentence } from "../wording/events";
import { useWords } from "../wording/useWords";
import { EventContent } from "./EventContent";

export type Tone = "done" | "soon" | "overdue" | "not-yet";
const LOOK_OF: Readonly<Record<string, { icon: ReactNode; tone: Tone }>> = {
  PairingOpened: { icon: <LinkOutlined />, tone: "done" },
  VisitRecorded: { icon: <HomeOutlined />, tone: "done" },
  PlanSubmitted: { icon: <FileTextOutlined />, tone: "soon" },
  PlanApproved: { icon: <FileDoneOutlined />, tone: "done" },
  PlanSentBack: { icon: <RollbackOutlined />, tone: "overdue" },
  PlanYearEnded: { icon: <SyncOutlined />, tone: "soon" },
  MeasureRecorded: { icon: <GiftOutlined />, tone: "done" },
  MeasureCorrected: { icon: <EditOutlined />, tone: "not-yet" },
  ProjectAdvanced: { icon: <RiseOutlined />, tone: "done" },
  VisitVoided: { icon: <StopOutlined />, tone: "not-yet" },
  VisitReminded: { icon: <BellOutlined />, tone: "soon" },
  ObligationEscalated: { icon: <AlertFilled />, tone: "overdue" },
  EscalationWithdrawn: { icon: <RollbackOutlined />, tone: "not-yet" },
  EscalationSettled: { icon: <CheckCircleOutlined />, tone: "done" },
  IncomeRecorded: { icon: <AccountBookOutlined />, tone: "done" },
  LiftOutProposed: { icon: <RiseOutlined />, tone: "soon" },
  AppraisalRecorded: { icon: <TeamOutlined />, tone: "done" },
  OnSiteCheckRecorded: { icon: <AuditOutlined />, tone: "done" },
  HouseholdAcknowledged: { icon: <FileDoneOutlined />, tone: "done" },
  NoticeHung: { icon: <NotificationOutlined />, tone: "soon" },
  NoticeTakenDown: { icon: <RollbackOutlined />, tone: "not-yet" },
  ObjectionRaised: { icon: <ExclamationCircleOutlined />, tone: "overdue" },
  ObjectionAnswered: { icon: <FileDoneOutlined />, tone: "done" },
  NoticeConcluded: { icon: <NotificationOutlined />, tone: "done" },
  TownshipReviewRecorded: { icon: <AuditOutlined />, tone: "done" },
  CountyCheckDrawn: { icon: <AuditOutlined />, tone: "soon" },
  CountyCheckRecorded: { icon: <AuditOutlined />, tone: "done" },
  LiftOutApproved: { icon: <CheckCircleOutlined />, tone: "done" },
  LiftedOut: { icon: <RiseOutlined />, tone: "done" },
  LiftOutSentBack: { icon: <RollbackOutlined />, tone: "overdue" },
  RelapseReported: { icon: <ExclamationCircleOutlined />, tone: "overdue" },
  RelapseConfirmed: { icon: <AlertFilled />, tone: "overdue" },
  RelapseDismissed: { icon: <CheckCircleOutlined />, tone: "not-yet" },
  HouseholdOffered: { icon: <LinkOutlined />, tone: "done" },
  RevisitPeriodEnded: { icon: <BellOutlined />, tone: "soon" },
  TermRenewed: { icon: <SyncOutlined />, tone: "soon" },
  TermReviewed: { icon: <AuditOutlined />, tone: "done" },
  OccasionReported: { icon: <NotificationOutlined />, tone: "soon" },
  HandoverProposed: { icon: <SwapOutlined />, tone: "soon" },
  HandoverAccepted: { icon: <SwapOutlined />, tone: "done" },
  LeadGone: { icon: <UsergroupDeleteOutlined />, tone: "not-yet" },
  HandoverDeclined: { icon: <RollbackOutlined />, tone: "not-yet" },
  VoidRequested: { icon: <EditOutlined />, tone: "soon" },
  VoidDeclined: { icon: <RollbackOutlined />, tone: "not-yet" },
  EntryVoided: { icon: <EditOutlined />, tone: "not-yet" },
  LiftOutSetBack: { icon: <RollbackOutlined />, tone: "overdue" },
  PairingReopened: { icon: <SyncOutlined />, tone: "soon" },
  CoHelperAdded: { icon: <UsergroupAddOutlined />, tone: "done" },
  CoHelperEnded: { icon: <UsergroupDeleteOutlined />, tone: "not-yet" },
  HouseholdChanged: { icon: <HomeOutlined />, tone: "done" },
  HouseholdSplit: { icon: <ForkOutlined />, tone: "soon" },
  HouseholdMoved: { icon: <EnvironmentOutlined />, tone: "soon" },
  NewHouseholdSettled: { icon: <CheckCircleOutlined />, tone: "done" },
  ClosingRequested: { icon: <StopOutlined />, tone: "soon" },
  ClosingRejected: { icon: <RollbackOutlined />, tone: "not-yet" },
  PairingClosed: { icon: <CheckCircleOutlined />, tone: "done" },
};

export function toneOf(type: string): Tone {
  return LOOK_OF[type]?.tone ?? "not-yet";
}

interface Props {
  event: TimelineItem;
  isVoided: boolean;
  isPending: boolean;
  signs: readonly ShamItem[];
  onWhy: () => void;
  onVoid: (() => void) | undefined;
}

/** One event in one sentence, with its day, what was written, and why where the system did it by itself. */
export function StoryEvent({ event, isVoided, isPending, signs, onWhy, onVoid }: Props) {
  const words = useWords();
  const { t } = words;
  const look = LOOK_OF[event.type];
  const recordedOn = dayOf(event.recordedAt);
  const asides = eventAside(event, words);
  return (
    <li className={isVoided ? "event event-voided" : "event"} id={`event-${event.seq}`}>
      <span className={`event-icon tone-${toneOf(event.type)}`} aria-hidden="true">
        {look?.icon}
      </span>
      <div className="event-body">
        <p className="event-sentence">{eventSentence(event, words)}</p>
        <p className="event-when">
          <time dateTime={event.happenedOn} title={words.instant(event.recordedAt)}>
            {words.fullDay(event.happenedOn)}
          </time>
          {recordedOn === event.happenedOn ? null : (
            <span> · {t("pairing.recordedLater", { day: words.shortDay(recordedOn) })}</span>
          )}
          <span>
            {" "}
            · {event.automatic ? t("pairing.automatic") : (event.actorName ?? t("events.someone"))}
          </span>
          {asides.map((aside) => (
            <span key={aside}> · {aside}</span>
          ))}
          {isVoided ? <span> · {t("correction.voided")}</span> : null}
          {isPending ? <span className="event-pending"> · {t("correction.pending")}</span> : null}
          {event.automatic ? (
            <button type="button" className="text-button" onClick={onWhy}>
              {t("common.why")}
            </button>
          ) : null}
          {onVoid === undefined || isVoided ? null : (
            <button type="button" className="text-button" onClick={onVoid}>
              {t("pairing.correct")}
            </button>
          )}
        </p>
        <ShamMarks signs={signs} />
        <EventContent contents={event.contents} />
      </div>
    </li>
  );
}
