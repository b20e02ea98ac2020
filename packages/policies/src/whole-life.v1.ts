import { exampleV1 } from "./example.v1";
import type { PolicyDocument } from "./policy-document";

/** A made-up programme for tests in which a pairing lives its whole life: every part that a policy can have. */
export const wholeLifeV1: PolicyDocument = {
  ...exampleV1,
  programmeId: "whole-life",
  name: "全程示例方案",
};
