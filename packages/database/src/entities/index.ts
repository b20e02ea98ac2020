import { Account, SignInSession, SeatHeld } from "../account/account.entity";
import { Area } from "../area/area.entity";
import {
  CaseFile,
  CaseLogEntry,
  AnsweredCommand,
  ClaimSlot,
  HeldClaim,
  OutboxEntry,
} from "../case/case.entity";
import { Content } from "../content/content.entity";
import { EvidenceFile, EvidenceLook } from "../evidence/evidence.entity";
import { InboxSeen } from "../inbox/inbox-seen.entity";
import { ObligationVersion } from "../obligation/obligation.entity";
import { PairingVersion } from "../pairing/pairing.entity";
import { Programme, Policy, PublishedCalendar, RehearsalClock } from "../programme/programme.entity";
import {
  RecordedVisitRow,
  ShamJudgementRow,
  ShamProgress,
  ShamSignRow,
  ShamSignVisit,
} from "../sham/sham.entity";
import { RosterFile, RosterRowEntry } from "../roster/roster.entity";
import { Organisation, Helper, Subject, HouseholdMember, RegisterCommand } from "../register/register.entity";

/** Every table of the schema; the drift test compares them with what the migrations make. */
export const ENTITIES = [
  Account,
  SignInSession,
  SeatHeld,
  Area,
  CaseFile,
  CaseLogEntry,
  AnsweredCommand,
  ClaimSlot,
  HeldClaim,
  OutboxEntry,
  Content,
  EvidenceFile,
  EvidenceLook,
  InboxSeen,
  ObligationVersion,
  PairingVersion,
  Programme,
  Policy,
  PublishedCalendar,
  RehearsalClock,
  Organisation,
  Helper,
  Subject,
  HouseholdMember,
  RegisterCommand,
  RosterFile,
  RosterRowEntry,
  RecordedVisitRow,
  ShamProgress,
  ShamSignRow,
  ShamSignVisit,
  ShamJudgementRow,
];
