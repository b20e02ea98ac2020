import type { JudgedRow, NamedArea, PairingRules, RegisterKnown } from "@jiedui/domain";
import type { rosterSheet } from "@jiedui/http-contracts";
import type { z } from "zod";
import type { FileFaultCode } from "./file-fault";

export type RosterFormat = "xlsx" | "csv-utf-8" | "csv-gb18030";

/** What the thread is given to read. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly places: readonly NamedArea[];
  readonly rules: PairingRules;
  readonly areaCode: string;
  readonly nowMs: number;
  /** Ids of what rows become begin with it. */
  readonly rosterId: string;
}
/** A row with the whole line that it stands in; null where another row of that line has it. */
export interface ReadLine {
  readonly row: JudgedRow;
  readonly cells: readonly unknown[] | null;
}
export type FromThread =
  /** The rows name these; it then waits to be told what the register knows of them. */
  | { readonly kind: "names"; readonly residentIds: readonly string[] }
  | {
      readonly kind: "read";
      readonly format: RosterFormat;
      readonly sheets: readonly z.output<typeof rosterSheet>[];
      readonly lines: readonly ReadLine[];
    }
  | { readonly kind: "fault"; readonly code: FileFaultCode; readonly facts: Record<string, unknown> };
export type ToThread = RegisterKnown;

/** The id of what a row becomes: the same whenever the same row is read again, and no other roster's. */
export function idOfRow(rosterId: string, ordinal: number): string {
  return rosterId.slice(0, 24) + ordinal.toString(16).padStart(12, "0");
}

/** The id of the head of the household that a row becomes. */
export function idOfHead(rosterId: string, ordinal: number): string {
  return `${rosterId.slice(0, 24)}f${ordinal.toString(16).padStart(11, "0")}`;
}
