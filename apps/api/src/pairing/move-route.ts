import type { CommandAnswer, PairingMove, PairingPayloads } from "@jiedui/domain";
import type { VisitFormRules } from "@jiedui/http-contracts";
import type { EntityManager } from "typeorm";
import type { z } from "zod";
import type { SignedIn } from "../access/access.decorator";
import type { Permission } from "../access/permissions";

/** Moves of a pairing that is there already; opening has no pairing yet and a route of its own. */
export type RoutedMove = Exclude<PairingMove, "open">;

/** What a request becomes: the move's payload, and the free text that goes to content rows. */
export interface Prepared<Move extends PairingMove> {
  readonly payload: PairingPayloads[Move];
  readonly content?: { readonly purpose: string; readonly body: Record<string, unknown> };
  /** Names and numbers for the register, which follows when the move is recorded; no page of the case shows them. */
  readonly register?: Record<string, unknown>;
  readonly basedOnSeq?: number;
}

/** The pairing as the asking account may see it, and the answer that the same key has got before. */
export interface PairingInHand {
  readonly caseId: string;
  readonly leadHelperId: string;
  readonly coHelperIds: readonly string[];
  readonly areaCode: string;
  readonly stage: string;
  readonly closedOn: string | null;
  readonly seq: number;
  readonly visitForm: VisitFormRules;
  readonly answer: CommandAnswer | null;
  readonly isFresh: boolean;
  readonly bodyHash: string | null;
}

/** What preparing may look at besides the request. */
export interface PreparingWith {
  readonly asking: SignedIn;
  readonly key: string;
  readonly pairing: PairingInHand;
  /** Sees what the asking account sees. */
  readonly manager: EntityManager;
}

/** One move's way in: what is asked, who may, and how the request becomes the move's payload. */
export interface MoveRoute<Move extends RoutedMove, Request extends z.ZodObject = z.ZodObject> {
  readonly request: Request;
  readonly permission: Permission;
  /** What it does, for the description of the interface. */
  readonly summary: string;
  /** Sent by a document over many cases alone: it has no route of its own, for nobody hangs half of a notice. */
  readonly byDocument?: true;
  prepare(request: z.output<Request>, given: PreparingWith): Prepared<Move> | Promise<Prepared<Move>>;
}

export function moveRoute<Move extends RoutedMove, Request extends z.ZodObject>(
  _move: Move,
  route: MoveRoute<Move, Request>,
): MoveRoute<Move> {
  return route;
}
