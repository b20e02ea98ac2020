import type { RequestProblemCode } from "@jiedui/http-contracts";

export type FileFaultCode = Extract<RequestProblemCode, `ROSTER_${string}`>;

/** Why a file cannot be read as a county's tables; told to whoever sent it. */
export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
