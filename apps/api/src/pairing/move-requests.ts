import type { PairingMove } from "@jiedui/domain";
import {
  approveClosingRequest,
  openPairingRequest,
  recordVisitRequest,
  rejectClosingRequest,
  requestClosingRequest,
  voidVisitRequest,
} from "@jiedui/http-contracts";
import type { z } from "zod";

/** The schema of each move's request; a move without one does not compile. */
export const MOVE_REQUESTS = {
  open: openPairingRequest,
  recordVisit: recordVisitRequest,
  voidVisit: voidVisitRequest,
  requestClosing: requestClosingRequest,
  approveClosing: approveClosingRequest,
  rejectClosing: rejectClosingRequest,
} satisfies Record<PairingMove, z.ZodType>;

export type MoveRequests = { [Move in PairingMove]: z.output<(typeof MOVE_REQUESTS)[Move]> };
