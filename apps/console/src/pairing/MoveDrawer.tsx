import type { ComponentType } from "react";
import type { Pairing } from "../api/types";
import type { MovePanel } from "../app/search";
import { ActDrawer } from "../forms/ActDrawer";
import { capital } from "../wording/capital";
import { useWords } from "../wording/useWords";
import { ApproveClosingForm, RejectClosingForm, RequestClosingForm } from "./ClosingForms";
import { ApproveVoidForm, DeclineVoidForm, RequestVoidForm } from "./CorrectionForms";
import { AddCoHelperForm, EndCoHelperForm } from "./CoHelperForms";
import {
  AcceptHandoverForm,
  DeclineHandoverForm,
  ProposeHandoverForm,
  ReportLeadGoneForm,
} from "./HandoverForms";
import { MoveHouseholdForm, SettleNewHouseholdForm, SplitHouseholdForm } from "./HouseholdForms";
import { HouseholdChangeForm } from "./HouseholdChangeForm";
import { IncomeForm } from "./IncomeForm";
import {
  AcknowledgementStepForm,
  AnnounceLiftOutForm,
  AppraisalForm,
  ApproveLiftOutForm,
  CountyCheckForm,
  OnSiteCheckForm,
  SendBackLiftOutForm,
  TownshipReviewForm,
} from "./LiftOutForms";
import { AnswerObjectionForm, RaiseObjectionForm } from "./ObjectionForms";
import { AdvanceProjectForm, CorrectMeasureForm, RecordMeasureForm } from "./MeasureForms";
import { ApprovePlanForm, SendBackPlanForm, SubmitPlanForm } from "./PlanForms";
import { OccasionForm } from "./OccasionForm";
import { ReopenForm } from "./ReopenForm";
import { CompleteRevisitsForm } from "./CompleteRevisitsForm";
import {
  ConfirmRelapseForm,
  DismissRelapseForm,
  OfferHouseholdForm,
  ReportRelapseForm,
  ReviewTermForm,
} from "./RevisitForms";
import { ProposeLiftOutForm } from "./ProposalForm";
import { VisitForm } from "./VisitForm";
import { VoidVisitForm } from "./VoidVisitForm";

interface FormProps {
  pairing: Pairing;
  visit: string | undefined;
  entry: number | undefined;
  onDone: () => void;
}

/** Each move's form; a move without one does not compile. */
const FORM_OF: Readonly<Record<MovePanel, ComponentType<FormProps>>> = {
  recordVisit: VisitForm,
  voidVisit: VoidVisitForm,
  submitPlan: SubmitPlanForm,
  approvePlan: ApprovePlanForm,
  sendBackPlan: SendBackPlanForm,
  recordMeasure: RecordMeasureForm,
  correctMeasure: CorrectMeasureForm,
  advanceProject: AdvanceProjectForm,
  reportOccasion: OccasionForm,
  recordIncome: IncomeForm,
  proposeLiftOut: ProposeLiftOutForm,
  recordAppraisal: AppraisalForm,
  recordOnSiteCheck: OnSiteCheckForm,
  recordAcknowledgement: AcknowledgementStepForm,
  raiseObjection: RaiseObjectionForm,
  answerObjection: AnswerObjectionForm,
  recordTownshipReview: TownshipReviewForm,
  recordCountyCheck: CountyCheckForm,
  approveLiftOut: ApproveLiftOutForm,
  announceLiftOut: AnnounceLiftOutForm,
  sendBackLiftOut: SendBackLiftOutForm,
  reportRelapse: ReportRelapseForm,
  confirmRelapse: ConfirmRelapseForm,
  dismissRelapse: DismissRelapseForm,
  offerHousehold: OfferHouseholdForm,
  completeRevisits: CompleteRevisitsForm,
  reviewTerm: ReviewTermForm,
  proposeHandover: ProposeHandoverForm,
  reportLeadGone: ReportLeadGoneForm,
  acceptHandover: AcceptHandoverForm,
  declineHandover: DeclineHandoverForm,
  requestVoid: RequestVoidForm,
  approveVoid: ApproveVoidForm,
  declineVoid: DeclineVoidForm,
  reopen: ReopenForm,
  addCoHelper: AddCoHelperForm,
  endCoHelper: EndCoHelperForm,
  recordHouseholdChange: HouseholdChangeForm,
  splitHousehold: SplitHouseholdForm,
  moveHousehold: MoveHouseholdForm,
  settleNewHousehold: SettleNewHouseholdForm,
  requestClosing: RequestClosingForm,
  approveClosing: ApproveClosingForm,
  rejectClosing: RejectClosingForm,
};

interface Props {
  pairing: Pairing;
  act: MovePanel | undefined;
  visit: string | undefined;
  entry: number | undefined;
  onClose: () => void;
}

/** The form of the move that the address names. */
export function MoveDrawer({ pairing, act, visit, entry, onClose }: Props) {
  const { term } = useWords();
  const MoveForm = act === undefined ? null : FORM_OF[act];
  return (
    <ActDrawer
      title={act === undefined ? undefined : `${capital(term("move", act))} · ${pairing.subject.name}`}
      onClose={onClose}
    >
      {MoveForm === null ? null : <MoveForm pairing={pairing} visit={visit} entry={entry} onDone={onClose} />}
    </ActDrawer>
  );
}
