/** One account's digest of a day. Counts and a link, never a name: whoever delivers it knows whose account it is. */
export interface PersonalDigest {
  readonly accountId: string;
  readonly day: string;
  readonly text: string;
  /** A path within the console. */
  readonly link: string;
}

/** What reaches a person outside of the console: a bridge to the county's own messenger or short messages. */
export interface DigestGateway {
  /** @throws when the digest was not taken; the sender tries again later */
  deliver(digest: PersonalDigest): Promise<void>;
}
