import { COUNTY, TOWN, VILLAGE } from "./world";

/** A programme as stories live it: under which version of its policy, and where. */
export interface Programme {
  readonly programmeId: string;
  readonly policyVersion: number;
  readonly county: string;
  readonly town: string;
  readonly village: string;
}

const IN_BAOKANG = { county: COUNTY, town: TOWN, village: VILLAGE };

/** Made up: every part that a policy can have. */
export const WHOLE_LIFE: Programme = { programmeId: "whole-life", policyVersion: 1, ...IN_BAOKANG };

export const BAOKANG: Programme = { programmeId: "baokang", policyVersion: 2, ...IN_BAOKANG };

export const LIAOYANG: Programme = {
  programmeId: "liaoyang",
  policyVersion: 1,
  county: "211021000000",
  town: "211021100000",
  village: "211021100201",
};

export const WUSHAN: Programme = {
  programmeId: "wushan",
  policyVersion: 1,
  county: "620524000000",
  town: "620524100000",
  village: "620524100001",
};
