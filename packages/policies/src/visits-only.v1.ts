import { baokangV1 } from "./baokang.v1";
import type { PolicyDocument } from "./policy-document";

/** A made-up programme for tests of what a pairing is about at the least: visits, handover and closing. */
export const visitsOnlyV1: PolicyDocument = {
  ...baokangV1,
  programmeId: "visits-only",
  name: "只走访示例方案",
};
