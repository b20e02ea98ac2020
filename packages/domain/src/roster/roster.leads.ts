import { decideAddCoHelper, type Helped } from "../pairing/co-helpers/co-helpers.decide";
import type { PairingRules } from "../pairing/pairing.rules";
import type { Rank } from "../people/rank";
import type { Day, InstantMs } from "../time/day";
import type { RosterReason } from "./roster.refusal";

/** A pairing as the register has it. */
export interface KnownPairing {
  readonly caseId: string;
  readonly ledBy: string;
  readonly signedOn: Day;
  readonly coHelperIds: readonly string[];
  /** Lifted out: its helpers hold no place with it. */
  readonly isLifted: boolean;
}
/** The pairing of a row that can be taken over, or is there already. */
export interface LedPairing {
  readonly subjectId: string;
  readonly leadHelperId: string;
  readonly signedOn: Day;
  readonly isLifted: boolean;
  readonly known: KnownPairing | null;
}
interface Lead {
  readonly ordinal: number;
  readonly line: number;
  /** Null where the row failed. */
  readonly pairing: LedPairing | null;
  helped: Helped | null;
  /** In which lines who is said to help along. */
  readonly lines: Map<string, number>;
}
export interface HelpingAlong {
  /** The case in which the register knows of it already. */
  readonly known?: string;
  readonly subjectId: string;
  readonly since: Day;
  readonly leadOrdinal: number;
}

/** Who leads which household in a workbook, and who helps along: by the rules of a running pairing, before it runs. */
export class Leads {
  private readonly byHousehold = new Map<string, Lead>();

  constructor(private readonly context: { readonly rules: PairingRules; readonly nowMs: InstantMs }) {}

  /** The line in which the household has its lead already. */
  lineOf(residentId: string): number | undefined {
    const lead = this.byHousehold.get(residentId);
    return lead?.pairing == null ? undefined : lead.line;
  }

  /** The first that can be taken over counts, else the first. */
  note(residentId: string, row: Pick<Lead, "ordinal" | "line" | "pairing">): void {
    const before = this.byHousehold.get(residentId);
    if (before !== undefined && (before.pairing !== null || row.pairing === null)) return;
    this.byHousehold.set(residentId, { ...row, helped: helpedOf(row.pairing), lines: new Map() });
  }

  pairingOf(residentId: string): LedPairing | RosterReason {
    const lead = this.byHousehold.get(residentId);
    if (lead === undefined) return { code: "LEAD_IN_NO_ROW", column: "resident-id" };
    return lead.pairing ?? { code: "LEAD_ROW_FAILED", line: lead.line };
  }

  /** Whether the helper may help along from that day on; whether there is a place is looked at elsewhere. */
  mayHelpAlong(
    residentId: string,
    helper: { readonly id: string; readonly rank: Rank },
    since: Day | null,
  ): HelpingAlong | RosterReason {
    const lead = this.byHousehold.get(residentId);
    if (lead?.pairing == null || lead.helped === null) throw new Error("nobody leads there");
    const { ordinal: leadOrdinal, pairing, lines } = lead;
    const firstLine = lines.get(helper.id);
    if (firstLine !== undefined) return { code: "CO_HELPER_TWICE", firstLine };
    const happenedOn = since ?? pairing.signedOn;
    const helping = { subjectId: pairing.subjectId, since: happenedOn, leadOrdinal };
    if (pairing.known?.coHelperIds.includes(helper.id) === true)
      return { ...helping, known: pairing.known.caseId };
    const decision = decideAddCoHelper(
      lead.helped,
      { helper, happenedOn },
      { ...this.context, contentIds: [] },
    );
    return decision.accepted ? helping : decision.refusal;
  }

  helpsAlong(residentId: string, helperId: string, line: number): void {
    const lead = this.byHousehold.get(residentId);
    if (lead?.helped?.opened == null) throw new Error("nobody leads there");
    const { opened } = lead.helped;
    lead.lines.set(helperId, line);
    if (opened.coHelpers.some(({ id }) => id === helperId)) return;
    lead.helped = {
      ...lead.helped,
      opened: { ...opened, coHelpers: [...opened.coHelpers, { id: helperId }] },
    };
  }
}

function helpedOf(pairing: LedPairing | null): Helped | null {
  if (pairing === null) return null;
  const { leadHelperId, signedOn, known } = pairing;
  const coHelpers = (known?.coHelperIds ?? []).map((id) => ({ id }));
  return {
    caseId: known?.caseId ?? "",
    opened: { leadHelperId, signedOn, coHelpers },
    handover: null,
    formerCoHelpers: [],
  };
}
