import type { correction as chinese, correctionTerms as chineseTerms } from "../zh-CN/correction";
import type { Translated } from "../translated";

export const correction: Translated<typeof chinese> = {
  requestText:
    "What you entered today, and nobody has built on, is void at once; anything else needs another person's approval. The record always stays.",
  whichEntry: "Which entry",
  noEntry: "There is no entry to correct.",
  entry: "No. {{seq}} · {{day}} · {{sentence}}",
  reason: "Why it is wrong",
  approveText:
    "The entry counts no longer: deadlines that it had met are counted anew, and steps that rested on it go back.",
  approveConfirm: "I have looked at the entry and the reason, and approve the correction",
  whichRequest: "Which request",
  noRequest: "No correction waits for a decision.",
  declineReason: "Why it stays as it is",
  pending: "correction pending",
  voided: "void",
  VoidRequested: '{{actor}} asked to correct no. {{seq}} "{{entry}}": {{reason}}',
  VoidDeclined: '{{actor}} left no. {{seq}} "{{entry}}" as it is: {{reason}}',
  EntryVoided: '{{actor}} approved the correction; no. {{seq}} "{{entry}}" is void: {{reason}}',
  EntryTakenBack: '{{actor}} took back no. {{seq}} "{{entry}}", entered the same day: {{reason}}',
  LiftOutMoved:
    'The household moved to another village; the lift-out goes back to "{{step}}" from "{{from}}"',
  LiftOutSetBack: 'The entry of "{{step}}" was corrected; the lift-out goes back there from "{{from}}"',
  PairingReopened: "{{actor}} took the closing back; help goes on: {{reason}}",
  uncovered: "counted from today after correction no. {{seq}}; it had been due on {{due}}",
  proof: "Proof",
  proofAsked: "This kind of closing asks for one of these: {{proofs}}.",
  evidenceAsked: "At least {{count}} photographs or scans have to come along.",
  noProof: "The reason is enough; no proof is asked for.",
  decidedBy: "Decided by: {{office}}; never by whoever asks.",
  movedTo: "Where to",
  diedText:
    "While others of the household live on, one death does not close it: record a change of the household.",
  reopenableUntil: "A wrong closing can be taken back until {{day}}",
  reopenOver: "It could be taken back until {{day}}",
  reopenText:
    "The case goes on where it stood. What became due while it was closed counts from today and is not late; the helper of before answers again.",
  reopenReason: "Why it is taken back",
  successor: "Successor (where the helper cannot go on)",
};

export const correctionTerms: Translated<typeof chineseTerms> = {
  closingReason: {
    died: "subject died",
    "moved-away": "moved away",
    "found-ineligible": "found ineligible",
    "opened-by-mistake": "opened by mistake",
    "revisits-completed": "revisits completed",
  },
  voidReason: {
    "wrong-household": "wrong household",
    "wrong-day": "wrong day",
    "wrong-content": "wrong content",
    "entered-twice": "entered twice",
    "did-not-happen": "did not happen",
  },
  voidDeclineReason: {
    "entry-is-right": "the entry is right",
    "proof-missing": "proof is missing",
    "no-longer-needed": "no longer needed",
  },
  closingProof: {
    "death-certificate": "death certificate",
    "register-cancelled": "proof that the household register was cancelled",
    "register-moved": "proof that the household register was moved",
    "village-statement": "statement of the village committee",
    "investigation-report": "report of the investigation",
  },
  reopeningReason: {
    "closed-by-mistake": "closed by mistake",
    "proof-was-wrong": "the proof was wrong",
    "household-returned": "the household came back",
  },
  rejectionReason: {
    "evidence-missing": "evidence is missing",
    "reason-not-met": "the reason does not hold",
    "household-disagrees": "the subject disagrees",
  },
};
