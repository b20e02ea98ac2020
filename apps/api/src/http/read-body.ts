import { ProblemError } from "@jiedui/platform";
import type { Request } from "express";

/**
 * A body of raw bytes, read only after the route's guards have let the sender in.
 * @throws ProblemError 413 as soon as it is larger than that; the rest is not kept
 */
export function readBody(request: Request, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const refuse = () => {
      request.off("data", take);
      request.resume();
      reject(new ProblemError(413, "FILE_TOO_LARGE", { limitBytes: mostBytes }));
    };
    const take = (part: Buffer) => {
      bytes += part.length;
      parts.push(part);
      if (bytes > mostBytes) refuse();
    };
    if (Number(request.header("content-length") ?? 0) > mostBytes) return refuse();
    request.on("data", take);
    request.on("end", () => resolve(Buffer.concat(parts)));
    request.on("error", reject);
    request.on("aborted", () => reject(new ProblemError(400, "FILE_DAMAGED")));
  });
}
